import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';

/** The first argument of every warning and error that is logged, with its file. */
const logged = ['api', 'bot', 'teams-app']
  .flatMap((room) => projectFiles(room))
  .filter((file) => file.endsWith('.ts') && !/^teams-app\/(?:emulator|seed|starter)\//.test(file))
  .flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [...text.matchAll(/\b(?:log|logger)(?:\[[^\]]*\])?\.?(?:warn|error)?\(\s*(\{[^}]*\}|\w+)/g)]
      .filter(([all]) => /\.(?:warn|error)\(|\]\(/.test(all))
      .map(([, fields = '']) => ({ file, fields }));
  });

describe('what is logged as a warning or an error', () => {
  it('has a code, by which it is counted and looked up', () => {
    expect(logged.length).toBeGreaterThan(60);
    const hasCode = /\bcode\b|\.\.\.(?:about|fields|difference)|^(?:about|fields)$/;
    expect(logged.filter(({ fields }) => !hasCode.test(fields))).toEqual([]);
  });

  it('has no message of an error, which may hold what a person wrote', () => {
    expect(logged.filter(({ fields }) => /String\(|\.message\b|\bstack\b/.test(fields))).toEqual([]);
  });
});

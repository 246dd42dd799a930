import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duringAct, theProgram } from '../../api/audit/index.ts';
import { createLog } from '../../teams-app/program/logging.ts';
import { logKinds } from '../../teams-app/telemetry/log-kinds.ts';
import { projectFiles, root } from './project-files.ts';

/** All calls of the log, with their level, fields and message. `level`: chosen as it runs. */
const logged = ['api', 'bot', 'teams-app']
  .flatMap((room) => projectFiles(room))
  .filter((file) => file.endsWith('.ts') && !/^teams-app\/(?:emulator|seed|starter)\//.test(file))
  .filter((file) => !/(?:program\/logging|jobs\/latest-problems)\.ts$/.test(file))
  .flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [...text.matchAll(/\b(?:log|logger)(?:\.(info|warn|error)|\[[^\]]+\])\(/g)].map((found) => {
      const all = argumentsFrom(text, found.index + found[0].length);
      const message = /,\s*'([^']+)',?\s*$/.exec(all)?.[1];
      return { file, level: found[1] ?? 'level', fields: all.slice(0, all.lastIndexOf(`'${message}'`)), message };
    });
  });

/** What is between the brackets of a call. */
function argumentsFrom(text: string, start: number): string {
  let depth = 1;
  let end = start;
  for (; depth > 0 && end < text.length; end += 1) {
    if ('([{'.includes(text[end] ?? '')) depth += 1;
    if (')]}'.includes(text[end] ?? '')) depth -= 1;
  }
  return text.slice(start, end - 1);
}

describe('what is logged', () => {
  it('has a kind in the table of docs/monitoring.md, with its level, and the table has nothing else', () => {
    expect(logged.length).toBeGreaterThan(90);
    const unknown = logged.filter(({ message = '', level }) => {
      const levels: readonly string[] = logKinds.get(message)?.levels ?? [];
      return level === 'level' ? levels.length < 2 : !levels.includes(level);
    });
    expect(unknown.map(({ file, level, message }) => ({ file, level, message }))).toEqual([]);
    const messages = new Set(logged.map(({ message }) => message));
    expect([...logKinds.keys()].filter((message) => !messages.has(message))).toEqual([]);
    expect(new Set([...logKinds.values()].map(({ kind }) => kind)).size).toBe(logKinds.size);
  });

  it('has a code as a warning or an error, by which it is counted and looked up', () => {
    const hasCode = /\bcode\b|\.\.\.(?:about|fields|difference)|^\s*(?:about|fields)\b/;
    expect(logged.filter(({ level, fields }) => level !== 'info' && !hasCode.test(fields))).toEqual([]);
  });

  it('has no message of an error, which may hold what a person wrote, and no field that takes the place of another', () => {
    const message = /String\(|\.message\b|\bstack\b/;
    const taken = /[{,]\s*(?:err|kind|act|instance|level|time|msg|traceId)\s*[:,}]/;
    const personal =
      /[{,]\s*(?:displayName|userPrincipalName|mail|phone|secret|token|password|body|title|text|name)\s*[:,}]/;
    for (const forbidden of [message, taken, personal])
      expect(logged.filter(({ fields }) => forbidden.test(fields))).toEqual([]);
  });

  it('is one line with kind, level, instance and act', async () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    const act = { origin: 'job', via: 'digests', actorId: theProgram } as const;
    await duringAct(act, async () => log.warn({ job: 'digests', code: 'unexpected' }, 'job failed'));
    log.info({}, 'list is back');
    const [one = {}, other = {}] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(one).toMatchObject({ kind: 'job.failed', level: 40, act: 'digests', code: 'unexpected', job: 'digests' });
    expect(one['instance']).toMatch(/^[\w-]{8}$/);
    expect(other).toMatchObject({ kind: 'list.back', level: 30, instance: one['instance'] });
    expect(other).not.toHaveProperty('act');
  });
});

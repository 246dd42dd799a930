import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { reactionTable } from '../../../bot/sending/reactions.ts';
import { verbs } from '../../../bot/index.ts';
import { jobTable } from '../../../teams-app/jobs/job-table.ts';
import { createCardFollowers } from '../../../teams-app/program/card-followers.ts';
import { allLibraries, allLists } from '../../../teams-app/program/lists.ts';
import {
  causeTitle,
  jobText,
  listText,
  placeText,
  problemTitle,
  stopText,
} from '../../../tab/operations/operations-texts.ts';
import { loadTexts, t } from '../../../tab/shared/texts/texts.ts';
import { projectFiles, root } from '../../architecture/project-files.ts';
import { memoryContext } from '../../support/memory-context.ts';

const sources = projectFiles()
  .filter((path) => /^(api|bot|teams-app)\/.*\.ts$/.test(path) && !/^teams-app\/(emulator|seed|commands)\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const found = (pattern: RegExp) =>
  sources.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name = '']) => name));

/** Lines of the log whose fields come from elsewhere. */
const handedOn = /\.\.\.(fields|about|difference)|\bfields\b/;
/** Faults of our own, without a code: `unexpected`. */
const unforeseen = /error: (String\(thrown\)|wordFor\(thrown\))/;

beforeAll(() => loadTexts('common', 'operations', 'errors'));

/** English has the same keys (`tests/architecture/texts.test.ts`). */
describe('Drift has words for', () => {
  it('every job', () => {
    const { context } = memoryContext();
    const cardJobs = createCardFollowers(context, undefined as never).jobs;
    // Only names are read.
    const table = jobTable({ syncMinutes: 15 } as never, { context, cardJobs } as never);
    expect(table.length).toBeGreaterThan(35);
    expect(table.map(({ name }) => name).filter((name) => jobText(name) === name)).toEqual([]);
  });

  it('every list and library', () => {
    const names = [...allLists.map(({ name }) => name), ...allLibraries];
    expect(names.filter((name) => listText(name) === name)).toEqual([]);
  });

  it('every button and follower', () => {
    const at = (part: 'verb' | 'follower') => (name: string) =>
      placeText({ code: 'unexpected', where: { part, name } }).includes(name);
    expect([...Object.keys(verbs), 'unknown'].filter(at('verb')).filter((name) => name !== 'unknown')).toEqual([]);
    const followers = found(/(?:createCardFollower|followerCursor)\((?:context, )?\{[^}]*?name: '([\w-]+)'/g);
    expect(followers.length).toBeGreaterThan(8);
    expect(followers.filter(at('follower'))).toEqual([]);
  });

  it('every code in the log, and every logged problem has one', () => {
    const lines = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/\blog\.(?:warn|error)\(\s*(\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\w+),/g)].map(
        ([, fields = '']) => ({
          path,
          fields,
          code: /\bcode: '([\w.]+)'/.exec(fields)?.[1],
        }),
      ),
    );
    expect(lines.length).toBeGreaterThan(60);
    const other = t('operations.cause.other.title');
    expect(lines.filter(({ code }) => code !== undefined && causeTitle(code) === other)).toEqual([]);
    const silent = lines.filter(
      ({ fields, code }) =>
        code === undefined && !/\bcode\b/.test(fields) && !handedOn.test(fields) && !unforeseen.test(fields),
    );
    expect(silent).toEqual([]);
  });

  it('every refused activity', () => {
    const codes = found(/\brefuse\(\d{3}, '(\w+)'\)/g);
    expect(codes).toContain('serviceUrl');
    expect([...codes, 'keysAway'].filter((code) => causeTitle(code) === t('operations.cause.other.title'))).toEqual([]);
  });

  it('every reason why a sending stops, as for a problem of it', () => {
    for (const code of ['BotDisabledByAdmin', 'tooManyFailures', 'teamsAway', 'cardFailed']) {
      expect(problemTitle({ code, where: { part: 'campaign', name: 'Politik 5.0' } })).not.toBe(
        t('operations.cause.other.title'),
      );
      expect(stopText(code)).not.toBe('');
    }
    // Codes of Teams are not ours: an unknown one is an answer of Teams.
    const codes = reactionTable.flatMap(({ code = [] }) => code);
    for (const code of [...codes, 'http400', 'MessageSizeTooBig'])
      expect(problemTitle({ code, where: { part: 'campaign', name: 'Politik 5.0' } })).toMatch(/Teams/);
  });

  it('a refusal that a person would get too', () => {
    expect(causeTitle('policy.noSuchVersion')).toBe('Noget blev afvist');
    expect(causeTitle('nobody.wroteThis')).toBe('Noget lykkedes ikke');
  });
});

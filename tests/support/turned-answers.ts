import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersIn } from '../../teams-app/desk/read-profile.ts';
import { questionIds, questions, type Answers } from '../../teams-app/questions/index.ts';

/** The first other answer of every question for which the program has a way. */
export const turnedAnswers: Readonly<Record<string, string>> = Object.fromEntries(
  questionIds.flatMap((id) => {
    const way = Object.entries(questions[id].otherwise).find(([, otherwise]) => typeof otherwise === 'string');
    return way ? [[id, way[0]] as const] : [];
  }),
);

/** The answers of the run's profile: `PROFILE=answers.json npm test`. None without. */
export function answersOfRun(): Partial<Answers> {
  const path = process.env['PROFILE'];
  return path === undefined ? {} : answersIn(path);
}

/** What the program meets otherwise in lists than on the desk. */
const tenTurned = [
  ...(['item.create', 'item.update', 'item.gone', 'text.lines', 'text.empty'] as const),
  ...(['text.cleared', 'key.clash', 'etag.stale', 'etag.delete', 'delta.lag'] as const),
];

/** For tests of what holds on every tenant, with the program's own client: `describe.each(tenants)`. */
export const tenants: readonly (readonly [string, Partial<Answers>])[] = [
  ['of the desk, or of the run’s profile', answersOfRun()],
  [
    'of a tenant that answers ten questions otherwise',
    Object.fromEntries(tenTurned.map((id) => [id, turnedAnswers[id]])),
  ],
];

/** A profile with these answers, as a file. */
export function profileFile(answers: Readonly<Record<string, string>>): { path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  const path = join(folder, 'answers.json');
  writeFileSync(path, JSON.stringify({ version: 1, askedAt: new Date().toISOString(), answers }));
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

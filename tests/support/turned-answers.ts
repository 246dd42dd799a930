import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { questionIds, questions } from '../../teams-app/questions/index.ts';

/** The first other answer of every question for which the program has a way. */
export const turnedAnswers: Readonly<Record<string, string>> = Object.fromEntries(
  questionIds.flatMap((id) => {
    const way = Object.entries(questions[id].otherwise).find(([, otherwise]) => typeof otherwise === 'string');
    return way ? [[id, way[0]] as const] : [];
  }),
);

/** A profile with these answers, as a file. */
export function profileFile(answers: Readonly<Record<string, string>>): { path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  const path = join(folder, 'answers.json');
  writeFileSync(path, JSON.stringify({ version: 1, askedAt: new Date().toISOString(), answers }));
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

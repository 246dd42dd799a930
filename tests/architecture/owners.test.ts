import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownedKinds } from '../../api/ownership/index.ts';
import { projectFiles, root } from './project-files.ts';

/** Columns with a person that no hand-over transfers, each with its reason. */
const staysBecause: Readonly<Record<string, string>> = {
  'People.managerId': 'the directory’s',
  'People.standInId': 'named by whoever is away, for those days; one who has left is passed by',
  'SavedViews.personId': 'a view of one’s own',
  'MissedCycles.personId': 'proof about the person',
  'Exemptions.personId': 'about the person',
  'Completions.personId': 'proof about the person',
  'Acknowledgements.personId': 'proof about the person',
  'PolicyComments.personId': 'who wrote it; its answer is work, which is given',
  'Assessments.participantIds': 'who took part then',
  'AuditEntries.actorId': 'the trail',
  'AuditEntries.forId': 'the trail',
  'HandOvers.from': 'history; what somebody has by it is work, which is given',
  'HandOvers.to': 'history; what somebody has by it is work, which is given',
  'Successions.from': 'history',
  'SignSheets.people': 'who signs for themselves',
  'Nudges.people': 'who was nudged then',
};
/** Past actors: `changedBy`, `by`. Remaining work (resend, answer, close) is transferable. */
const isHistory = (column: string): boolean => /(^by|By)$/.test(column);

/** `List.column` of every column with ids of people, from the list definitions. */
function columnsOfPeople(): string[] {
  const files = projectFiles().filter((file) => /^api\/.*lists?\.ts$/.test(file));
  return files.flatMap((file) => {
    const parts = readFileSync(join(root, file), 'utf8')
      .split(/defineList\(/)
      .slice(1);
    return parts.flatMap((part) => {
      const list = /^'(\w+)'/.exec(part)?.[1] ?? '?';
      return [...part.matchAll(/^ {4}(\w+): (?:optional\()?(?:id<PersonId>|json\((?:personIds|people)\b)/gm)].map(
        ([, column]) => `${list}.${column}`,
      );
    });
  });
}

describe('a column that names people', () => {
  const columns = columnsOfPeople();
  const given = ownedKinds.map(({ field }) => field);

  it('is given away when somebody leaves, or says why not', () => {
    expect(columns.length).toBeGreaterThan(60);
    const untold = columns.filter(
      (column) => !given.includes(column) && !(column in staysBecause) && !isHistory(column.split('.')[1] ?? ''),
    );
    expect(untold).toEqual([]);
  });

  it('is there, where a hand-over or a reason names it', () => {
    expect([...given, ...Object.keys(staysBecause)].filter((column) => !columns.includes(column))).toEqual([]);
  });
});

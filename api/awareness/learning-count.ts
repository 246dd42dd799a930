import type { CentreId } from '../kernel/index.ts';
import type { Status } from './status.ts';

/** Counts by status. Exempt people and people on leave are not in `people` = `done` + `missing`. */
export interface LearningCount {
  people: number;
  done: number;
  /** Of `done`, self-declared only. */
  selfDeclared: number;
  missing: number;
  /** Of `missing`. */
  overdue: number;
  exempt: number;
  onLeave: number;
}
export interface RoundCounts {
  whole: LearningCount;
  centres: Map<CentreId | undefined, LearningCount>;
}

export const noCount = (): LearningCount => ({
  people: 0,
  done: 0,
  selfDeclared: 0,
  missing: 0,
  overdue: 0,
  exempt: 0,
  onLeave: 0,
});

/** Adds one count to another. */
export function addCounts(into: LearningCount, more: LearningCount): void {
  for (const name of names) into[name] += more[name];
}
const names = ['people', 'done', 'selfDeclared', 'missing', 'overdue', 'exempt', 'onLeave'] as const;

/** Rounded down, so that 100 means everybody. 100 without people. */
export const percentDone = ({ people, done }: Pick<LearningCount, 'people' | 'done'>): number =>
  people === 0 ? 100 : Math.floor((done * 1000) / people) / 10;

/** Adds a person to the total and the centre, or with -1 removes them. */
export function count(counts: RoundCounts, centreId: CentreId | undefined, status: Status, by: 1 | -1): void {
  const centre = counts.centres.get(centreId) ?? noCount();
  counts.centres.set(centreId, centre);
  add(counts.whole, status, by);
  add(centre, status, by);
}

function add(into: LearningCount, status: Status, by: 1 | -1): void {
  switch (status.state) {
    case 'notObliged':
      return;
    case 'exempt':
      into.exempt += by;
      return;
    case 'paused':
      into.onLeave += by;
      return;
    case 'done':
      into.people += by;
      into.done += by;
      if (status.completion.source === 'selfDeclared') into.selfDeclared += by;
      return;
    case 'open':
    case 'overdue':
      into.people += by;
      into.missing += by;
      if (status.state === 'overdue') into.overdue += by;
  }
}

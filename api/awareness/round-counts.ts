import type { Context } from '../context.ts';
import type { CentreId } from '../kernel/index.ts';
import { centres } from '../organisation/index.ts';
import type { CourseRound } from './round-list.ts';
import { forEachObliged, keptByRound } from './round-standings.ts';
import { dayOfRound } from './rounds.ts';
import type { Standing } from './standing.ts';

/** How many stand how. Exempt and on leave are not asked, so they are not among `people` = `done` + `missing`. */
export interface LearningCount {
  people: number;
  done: number;
  /** Of those done, by their own word only. */
  selfDeclared: number;
  missing: number;
  /** Of those missing. */
  overdue: number;
  exempt: number;
  onLeave: number;
}
export interface RoundCounts {
  whole: LearningCount;
  centres: ReadonlyMap<CentreId | undefined, LearningCount>;
}

const nothing = (): LearningCount => ({
  people: 0,
  done: 0,
  selfDeclared: 0,
  missing: 0,
  overdue: 0,
  exempt: 0,
  onLeave: 0,
});

/** Rounded down, so that 100 means everybody. Nobody to ask is 100. */
export const percentDone = ({ people, done }: Pick<LearningCount, 'people' | 'done'>): number =>
  people === 0 ? 100 : Math.floor((done * 1000) / people) / 10;

function add(count: LearningCount, standing: Standing): void {
  switch (standing.state) {
    case 'notObliged':
      return;
    case 'exempt':
      count.exempt += 1;
      return;
    case 'paused':
      count.onLeave += 1;
      return;
    case 'done':
      count.people += 1;
      count.done += 1;
      if (standing.completion.source === 'selfDeclared') count.selfDeclared += 1;
      return;
    case 'open':
    case 'overdue':
      count.people += 1;
      count.missing += 1;
      if (standing.state === 'overdue') count.overdue += 1;
  }
}

const counted = keptByRound((context, round, day): RoundCounts => {
  const whole = nothing();
  const byCentre = new Map<CentreId | undefined, LearningCount>();
  if (round.obliged.everybody) for (const { key } of centres(context)) byCentre.set(key as CentreId, nothing());
  forEachObliged(context, round, day, ({ centreId, standing }) => {
    const centre = byCentre.get(centreId) ?? nothing();
    byCentre.set(centreId, centre);
    add(whole, standing);
    add(centre, standing);
  });
  return { whole, centres: byCentre };
});

/** How a round stands, whole and by centre: today, or on its last day when it is over. From memory. */
export const roundCounts = (context: Context, round: CourseRound): RoundCounts =>
  counted(context, round, dayOfRound(context, round));

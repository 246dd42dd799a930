import { actionsOf } from '../../actions/index.ts';
import type { Context } from '../../context.ts';
import { missing } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { logSubjectOf } from './log-subjects.ts';
import { Improvements, type Improvement } from './test-lists.ts';

/** Improvements after tests, downtimes and findings, and the initiatives of a centre (R6, R15). */
export const improvements = actionsOf<Improvement>({
  list: Improvements,
  obligation: 'doImprovement',
  acts: {
    add: 'addImprovement',
    change: 'changeImprovement',
    report: 'reportImprovement',
    cancel: 'giveUpImprovement',
  },
  detail: 'improvementKey',
  codes: {
    unknownOwner: 'contingency.unknownOwner',
    past: 'contingency.dueInThePast',
    mayNotWork: 'contingency.mayNotWorkOn',
    done: 'contingency.improvementDone',
    cancelled: 'contingency.improvementGivenUp',
  },
  subjectOf: ({ subjectKey }) => subjectKey,
  centreOf: (_context, { centreId }) => centreId,
  keeps: (context, actor, { subjectKey }) => logSubjectOf(context, actor, subjectKey)?.mayKeep === true,
});

/** The improvements after a test or a downtime, earliest due first. From memory. */
export const improvementsOf = improvements.about;

/** Throws AppError `missing`. */
export function improvementOrThrow(context: Context, key: string): Stored<Improvement> {
  const found = context.list(Improvements).get(key);
  if (!found) throw missing('contingency.noSuchImprovement');
  return found;
}

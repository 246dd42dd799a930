import { tasksOfGroup, taskLook, type WheelTask } from '../annual-wheel/index.ts';
import { latestRequest, type ApprovalRequest } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { missing, todayOf } from '../kernel/index.ts';
import { discardedBy } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Measures, type Measure } from './measure-list.ts';
import { measurePlanKey, measureState, measureSubject, type MeasureState, type Progress } from './measure.ts';

/** A measure with its status. */
export interface KnownMeasure {
  measure: Stored<Measure>;
  state: MeasureState;
  request: Stored<ApprovalRequest> | undefined;
  tasks: readonly WheelTask[];
  progress: Progress;
}

const isThere = ({ discardedAt }: Measure) => discardedAt === undefined;

function knownMeasure(context: Context, measure: Stored<Measure>): KnownMeasure {
  const request = latestRequest(context, measureSubject, measure.key);
  const tasks = request?.state === 'approved' ? tasksOfGroup(context, measurePlanKey(measure.key)) : [];
  const progress = progressOf(context, tasks);
  return { measure, request, tasks, progress, state: measureState(request, progress) };
}

function progressOf(context: Context, tasks: readonly WheelTask[]): Progress {
  const today = todayOf(context.clock);
  const looks = tasks.map((task) => taskLook(task, today));
  const count = (wanted: (typeof looks)[number]) => looks.filter((look) => look === wanted).length;
  return { total: tasks.length - count('cancelled'), done: count('done'), overdue: count('overdue') };
}

/** All measures but discarded drafts. From memory. */
export const allMeasures = (context: Context): KnownMeasure[] =>
  context
    .list(Measures)
    .all()
    .filter(isThere)
    .map((measure) => knownMeasure(context, measure));

/** Throws AppError `missing` when there is no such measure. */
export function measureOrThrow(context: Context, key: string): KnownMeasure {
  const measure = context.list(Measures).get(key);
  if (!measure) throw missing('measures.noSuchMeasure');
  if (!isThere(measure))
    throw missing('measures.noSuchMeasure', discardedBy(context, measure.discardedBy, measure.discardedAt));
  return knownMeasure(context, measure);
}

import { WheelActivities, WheelTasks, wheelTaskPath, type WheelActivity } from '../../annual-wheel/index.ts';
import {
  approvalPath,
  ApprovalRequests,
  decidedOn,
  maySeeApproval,
  type ApprovalRequest,
  type Stage,
} from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { type AssignableRole, type LocalDate } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { Evidence } from './duty.ts';

/** One body's decision on a request. */
export interface Decided {
  request: Stored<ApprovalRequest>;
  stage: Stage;
  /** Day of the meeting or vote. */
  on: LocalDate;
}

/** The day a stage was decided; undefined while open. */
export function decidedDay(stage: Stage): LocalDate | undefined {
  const { state } = stage;
  return state === 'approved' || state === 'rejected' || state === 'returned' ? decidedOn(stage) : undefined;
}

/** Decisions by body. From memory. */
export const decidedBy = derivation([ApprovalRequests], (context): ReadonlyMap<AssignableRole, readonly Decided[]> => {
  const found = new Map<AssignableRole, Decided[]>();
  for (const request of context.list(ApprovalRequests).all())
    for (const stage of request.stages) {
      const on = decidedDay(stage);
      if (on === undefined) continue;
      const known = found.get(stage.body);
      if (known) known.push({ request, stage, on });
      else found.set(stage.body, [{ request, stage, on }]);
    }
  return found;
});

/** A body's decisions on one kind of thing, as evidence; filtered by `keep`. */
export function decisions(
  context: Context,
  body: AssignableRole,
  subjectKind: string,
  keep: (decided: Decided) => boolean = () => true,
): Evidence[] {
  return (decidedBy(context).get(body) ?? [])
    .filter((decided) => decided.request.subjectKind === subjectKind && keep(decided))
    .map(({ request, on }) => ({
      on,
      title: request.title,
      path: approvalPath(request.key),
      ...(request.centreId === undefined ? {} : { centreId: request.centreId }),
      opens: (now, actor) => maySeeApproval(now, actor, request),
    }));
}
export const isApproved = ({ stage }: Decided): boolean => stage.state === 'approved';

interface DoneTask {
  activity: Stored<WheelActivity>;
  evidence: Evidence;
}
/** Completed tasks of the wheel, with their activity. */
const doneTasks = derivation([WheelActivities, WheelTasks], (context): readonly DoneTask[] =>
  context
    .list(WheelTasks)
    .all()
    .flatMap(({ key, state, doneOn, activityKey, title, centreId }) => {
      const activity = context.list(WheelActivities).get(activityKey);
      if (state !== 'done' || doneOn === undefined || !activity) return [];
      const where = centreId === undefined ? {} : { centreId };
      return [{ activity, evidence: { on: doneOn, title, path: wheelTaskPath(key), ...where } }];
    }),
);

/** Completed tasks of the activities accepted by `keep`, as evidence. */
export const tasksDone = (context: Context, keep: (activity: Stored<WheelActivity>) => boolean): Evidence[] =>
  doneTasks(context).flatMap(({ activity, evidence }) => (keep(activity) ? [evidence] : []));

/** Those of catalogue entries. */
export const done =
  (...keys: readonly string[]) =>
  (context: Context): Evidence[] =>
    tasksDone(context, ({ catalogueKey }) => catalogueKey !== undefined && keys.includes(catalogueKey));
/** Those of a role. */
export const doneAs =
  (role: AssignableRole) =>
  (context: Context): Evidence[] =>
    tasksDone(context, (activity) => activity.role === role);

export const wheelLists = [WheelActivities, WheelTasks] as const;
export const approvalLists = [ApprovalRequests] as const;

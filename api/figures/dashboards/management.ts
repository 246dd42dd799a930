import { isOpen, NetworkMeetings, tasksOfYear, wheelTaskPath, WheelTasks } from '../../annual-wheel/index.ts';
import { approvalPath, ApprovalRequests, maySeeApproval, openStage } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { daysBetween, localDate, todayOf, yearOf, type Actor, type LocalDate } from '../../kernel/index.ts';
import { centreRef, freshnessOf, People } from '../../organisation/index.ts';
import { yearlyApproval } from '../../policy/index.ts';
import { allFigures } from '../all-figures.ts';
import type { ManagementView } from '../contract.ts';
import { Figures } from '../figures-list.ts';
import { figuresOf, figureView, visibleOwners } from '../figures-view.ts';
import { figureValues, valueFor } from '../figure-values.ts';
import { boardsOf } from '../permissions.ts';
import { redLimitOf, redLimitsOf } from '../red-limits.ts';

/** The three trends: awareness, worst risks, and tested vital services. */
const trends = ['policyCoverage', 'risksWorst', 'vitalTested'] as const;
const costs = ['measuresAsked', 'measuresApproved', 'measuresSpent', 'measuresUnfunded'] as const;
const [mostDecisions, mostDates] = [10, 6];

/** Overview of Direktionen, Koncernledelsen and the committee (R11–R13): five questions, each with its lists. */
export async function managementViewOf(context: Context, actor: Actor): Promise<ManagementView> {
  const whole = await figuresOf(context, actor, 'whole');
  const named = (keys: readonly string[]) => keys.flatMap((key) => whole.find((figure) => figure.key === key) ?? []);
  const decisions = decisionsWaiting(context, actor);
  return {
    day: todayOf(context.clock),
    red: await redOverCentres(context, actor),
    decisions: decisions.slice(0, mostDecisions),
    decisionCount: decisions.length,
    costs: named(costs),
    trends: named(trends),
    abilities: boardsOf(actor),
    dates: nextDates(context).slice(0, mostDates),
    freshness: freshnessOf(context, People, ApprovalRequests, WheelTasks, Figures),
  };
}

/** Owners with red figures and why, most first. */
async function redOverCentres(context: Context, actor: Actor): Promise<ManagementView['red']> {
  const values = await figureValues(context);
  const limits = redLimitsOf(context);
  const rows = visibleOwners(context, actor).map((owner) => {
    const centre = owner === 'whole' ? undefined : centreRef(context, owner);
    const figures = allFigures
      .filter(({ whose }) => owner === 'whole' || whose === 'centres')
      .flatMap((figure) => {
        const limit = redLimitOf(figure, valueFor(values, figure, owner), limits);
        return limit === undefined ? [] : [{ ...figureView(context, actor, figure, owner, values), limit }];
      });
    figures.sort((one, other) => beyond(other) - beyond(one));
    return { owner, ...(centre ? { centre } : {}), figures };
  });
  return rows.sort((one, other) => place(one) - place(other) || other.figures.length - one.figures.length);
}
/** Distance beyond the limit: percentage points or numbers. */
const beyond = ({ value = 0, limit }: { value?: number | undefined; limit: number }): number => Math.abs(value - limit);
const place = ({ owner }: { owner: string }): number => (owner === 'whole' ? 0 : 1);

/** Visible pending decisions, by due date. */
function decisionsWaiting(context: Context, actor: Actor): ManagementView['decisions'] {
  const today = todayOf(context.clock);
  return context
    .list(ApprovalRequests)
    .all()
    .flatMap((request) => {
      const stage = request.state === 'open' ? openStage(request)?.stage : undefined;
      if (!stage || !maySeeApproval(context, actor, request)) return [];
      const { key, title, submittedAt } = request;
      return [
        {
          key,
          title,
          body: stage.body,
          path: approvalPath(key),
          waitingDays: Math.max(0, daysBetween(localDate(submittedAt), today)),
          ...(stage.dueOn === undefined ? {} : { dueOn: stage.dueOn, isLate: stage.dueOn < today }),
        },
      ];
    })
    .sort(
      (one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999') || one.key.localeCompare(other.key),
    );
}

/** Coming dates: tasks of the wheel, network meetings, and the policy's next approval. */
function nextDates(context: Context): ManagementView['dates'] {
  const today = todayOf(context.clock);
  const year = yearOf(today);
  const tasks = [year, year + 1]
    .flatMap((each) => tasksOfYear(context, each))
    .filter((task) => isOpen(task) && task.centreId === undefined && task.due >= today)
    .map(({ key, activity, due }) => ({
      kind: 'task' as const,
      on: due,
      title: activity.title,
      role: activity.role,
      path: wheelTaskPath(key),
    }));
  const meetings = context
    .list(NetworkMeetings)
    .all()
    .filter(({ on, cancelledAt }) => on >= today && cancelledAt === undefined)
    .map(({ key, on, title }) => ({
      kind: 'meeting' as const,
      on,
      title,
      path: `/wheel/meetings/${encodeURIComponent(key)}`,
    }));
  const due: LocalDate | undefined = yearlyApproval(context).nextDue;
  const policy = due === undefined || due < today ? [] : [{ kind: 'policy' as const, on: due, path: '/policy' }];
  return [...tasks, ...meetings, ...policy].sort((one, other) => one.on.localeCompare(other.on));
}

import { taskLook, wheelTaskPath } from '../annual-wheel/index.ts';
import { approvalSummary, ApprovalRequests, openStage, wayView } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import { centreRef, fold, foldedMatch, freshnessOf, personRef } from '../organisation/index.ts';
import type { MeasureRow, MeasureView } from './contract.ts';
import { isEditable, isOfStates, measureWay, type MeasureStates } from './measure.ts';
import { Measures } from './measure-list.ts';
import { allMeasures, type KnownMeasure } from './measures.ts';
import { mayProposeMeasure } from './permissions.ts';
import { compareDanish } from '../texts/format.ts';

export interface MeasuresQuery {
  q?: string | undefined;
  state?: MeasureStates | undefined;
  sort: 'title' | 'state' | 'cost' | 'changedAt';
  descending: boolean;
}

function rowOf(context: Context, { measure, request, progress, state }: KnownMeasure): MeasureRow {
  const { key, title, costOnce, costYearly, proposedBy, changedAt } = measure;
  const waitsFor = request && openStage(request)?.stage.body;
  return {
    key,
    title,
    state,
    costOnce,
    costYearly,
    changedAt,
    tasks: progress,
    proposedBy: personRef(context, proposedBy),
    ...(waitsFor === undefined ? {} : { waitsFor }),
    ...(request?.endedAt === undefined ? {} : { decidedAt: request.endedAt }),
  };
}

const orders: Record<MeasuresQuery['sort'], (one: MeasureRow, other: MeasureRow) => number> = {
  title: (one, other) => compareDanish(one.title, other.title),
  state: (one, other) => compareDanish(one.state, other.state),
  cost: (one, other) => one.costOnce + one.costYearly - other.costOnce - other.costYearly,
  changedAt: (one, other) => compareDanish(one.changedAt, other.changedAt),
};

/** A query's measures, sorted. */
export function measureRows(context: Context, query: MeasuresQuery): MeasureRow[] {
  const { q, state, sort, descending } = query;
  const found = allMeasures(context)
    .filter(
      ({ measure }) => q === undefined || foldedMatch(fold(`${measure.title} ${measure.recommendation}`), fold(q)),
    )
    .map((known) => rowOf(context, known))
    .filter((row) => state === undefined || isOfStates(row.state, state))
    .sort((one, other) => orders[sort](one, other) || compareDanish(one.key, other.key));
  return descending ? found.reverse() : found;
}

export function measureList(context: Context, actor: Actor, query: MeasuresQuery) {
  const running = allMeasures(context).filter(({ state }) => state === 'approved' || state === 'underWay');
  return {
    measures: measureRows(context, query),
    committed: {
      once: running.reduce((sum, { measure }) => sum + measure.costOnce, 0),
      yearly: running.reduce((sum, { measure }) => sum + measure.costYearly, 0),
    },
    abilities: { propose: mayProposeMeasure(actor) },
    freshness: freshnessOf(context, Measures, ApprovalRequests),
  };
}

export function measureView(context: Context, actor: Actor, known: KnownMeasure): MeasureView {
  const { measure, request, tasks, state } = known;
  const { background, risk, recommendation, steps, changedBy, proposedBy } = measure;
  const today = todayOf(context.clock);
  const edits = mayProposeMeasure(actor) && isEditable(state);
  return {
    ...rowOf(context, known),
    background,
    risk,
    recommendation,
    steps,
    changedBy: personRef(context, changedBy ?? proposedBy),
    ...(request ? { approval: approvalSummary(context, request) } : {}),
    way: wayView(context, measureWay, edits ? actor.personId : undefined),
    ...(tasks.length === 0
      ? {}
      : {
          plan: tasks.map((task) => {
            const centre = centreRef(context, task.centreId);
            return {
              key: task.key,
              title: task.activity.title,
              due: task.due,
              state: taskLook(task, today),
              ...(centre ? { centre } : {}),
              path: wheelTaskPath(task.key),
            };
          }),
        }),
    abilities: { edit: edits, submit: edits, discard: edits && request === undefined },
    freshness: freshnessOf(context, Measures, ApprovalRequests),
  };
}

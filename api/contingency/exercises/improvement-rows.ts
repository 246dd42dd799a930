import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import { centreRef, centres, fold, foldedMatch, freshnessOf } from '../../organisation/index.ts';
import type { ImprovementRow, ImprovementsQuery } from '../contract.ts';
import { maySeeWhole } from '../permissions.ts';
import { Improvements, type Improvement } from './test-lists.ts';
import { improvementOrThrow, improvements } from './improvements.ts';
import { logSubjectOf } from './log-subjects.ts';
import { refOfPlan } from './refs.ts';
import { compareDanish } from '../../texts/format.ts';

export const improvementViewOf = improvements.view;

function improvementRowOf(context: Context, actor: Actor, improvement: Improvement): ImprovementRow {
  const { source, subjectKey, planKey, centreId } = improvement;
  const subject = logSubjectOf(context, actor, subjectKey);
  const centre = centreRef(context, centreId);
  return {
    ...improvementViewOf(context, actor, improvement),
    source,
    ...(subject ? { subject: { key: subject.key, title: subject.title, path: subject.path } } : {}),
    ...(planKey === undefined ? {} : { plan: refOfPlan(context, planKey) }),
    ...(centre ? { centre } : {}),
  };
}

/** One row, after an act. Throws AppError `missing`. */
export const improvementRow = (context: Context, actor: Actor, key: string): ImprovementRow =>
  improvementRowOf(context, actor, improvementOrThrow(context, key));

const urgency: readonly ImprovementRow['state'][] = ['overdue', 'open', 'done', 'cancelled'];
const orders: Record<ImprovementsQuery['sort'], (one: ImprovementRow, other: ImprovementRow) => number> = {
  due: (one, other) => compareDanish(one.due, other.due),
  title: (one, other) => compareDanish(one.title, other.title),
  owner: (one, other) => compareDanish(one.owner.name, other.owner.name),
  state: (one, other) => urgency.indexOf(one.state) - urgency.indexOf(other.state),
};

/** Own ones, and those of readable subjects. */
const seenBy = (context: Context, actor: Actor): ImprovementRow[] =>
  context
    .list(Improvements)
    .all()
    .filter(
      (improvement) =>
        maySeeWhole(actor) ||
        improvements.workers(context, improvement).includes(actor.personId) ||
        logSubjectOf(context, actor, improvement.subjectKey)?.mayRead === true,
    )
    .map((improvement) => improvementRowOf(context, actor, improvement));

function narrowed(
  rows: readonly ImprovementRow[],
  { q, state, source, centreId, sort, descending }: ImprovementsQuery,
) {
  const search = fold(q ?? '');
  const found = rows
    .filter((row) => state === undefined || row.state === state)
    .filter((row) => source === undefined || row.source === source)
    .filter((row) => centreId === undefined || row.centre?.id === centreId)
    .filter(({ title, owner, note }) => search === '' || foldedMatch(fold(`${title} ${owner.name} ${note}`), search))
    .sort((one, other) => orders[sort](one, other) || compareDanish(one.key, other.key));
  return descending ? found.reverse() : found;
}

/** A query's improvements visible to the actor, sorted. From memory. */
export const improvementRows = (context: Context, actor: Actor, query: ImprovementsQuery): ImprovementRow[] =>
  narrowed(seenBy(context, actor), query);

export function improvementList(context: Context, actor: Actor, query: ImprovementsQuery) {
  const seen = seenBy(context, actor);
  const count = (state: ImprovementRow['state']) => seen.filter((row) => row.state === state).length;
  return {
    improvements: narrowed(seen, query),
    centres: centres(context).map(({ key, title }) => ({ id: key, title })),
    counts: { open: count('open'), overdue: count('overdue'), done: count('done'), cancelled: count('cancelled') },
    freshness: freshnessOf(context, Improvements),
  };
}

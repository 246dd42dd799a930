import { findAsset, assetPath } from '../../assets/index.ts';
import { Improvements, improvementsOf, improvementViewOf, improvements } from '../../contingency/index.ts';
import type { Context } from '../../context.ts';
import { etagOf } from '../../edits/index.ts';
import { forbidden, type Actor } from '../../kernel/index.ts';
import { centreRef, fold, foldedMatch, freshnessOf, personRef } from '../../organisation/index.ts';
import type { FindingsQuery, FindingView } from '../contract.ts';
import { InspectionFindings, Inspections, type Inspection, type InspectionFinding } from '../inspection-lists.ts';
import { findingOrThrow } from '../inspections.ts';
import { leadsUnit, mayInspect, mayReadInspection } from '../permissions.ts';
import { grades, topics, type FindingState } from '../vocabulary.ts';
import { isLateFinding, isOpenFinding, stateOfFinding } from './finding-state.ts';
import { inspectionOfFinding, whyNotRecheck } from './save-finding.ts';
import { compareDanish } from '../../texts/format.ts';

const inState: Record<FindingsQuery['state'], (state: FindingState) => boolean> = {
  open: isOpenFinding,
  overdue: isLateFinding,
  closed: (state) => !isOpenFinding(state),
  all: () => true,
};

/** One finding as the actor sees it. From memory. */
export function findingViewOf(context: Context, actor: Actor, finding: InspectionFinding): FindingView {
  const inspection = inspectionOfFinding(context, finding);
  const state = stateOfFinding(context, finding);
  const inspects = mayInspect(context, actor, inspection);
  const { key, title, grade, topic, itemKey, criterion, seen, sample, method, cause, closedAt, closedBy } = finding;
  const isOpen = closedAt === undefined;
  const why = state === 'toRecheck' ? whyNotRecheck(context, actor, finding) : undefined;
  const asset = finding.assetKey === undefined ? undefined : findAsset(context, finding.assetKey);
  return {
    key,
    etag: etagOf([itemKey, title, grade, criterion, seen, sample, method, cause]),
    causeEtag: etagOf(cause),
    title,
    grade,
    state,
    topic,
    criterion,
    seen,
    sample,
    method,
    cause,
    ...(itemKey === undefined ? {} : { itemKey }),
    centre: centreRef(context, finding.centreId) ?? { id: finding.centreId, title: finding.centreId },
    inspection: { key: inspection.key, title: inspection.title },
    actions: improvementsOf(context, key).map((action) => improvementViewOf(context, actor, action)),
    rechecks: finding.rechecks.map(({ at, by, effect, note }) => ({ at, by: personRef(context, by), effect, note })),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(closedBy === undefined ? {} : { closedBy: personRef(context, closedBy) }),
    ...(asset ? { risk: { key: asset.key, title: asset.title, path: assetPath(asset.key) } } : {}),
    abilities: {
      edit: isOpen && inspects && inspection.state !== 'closed',
      explain: isOpen && (inspects || leadsUnit(actor, finding.centreId)),
      act: isOpen && inspects,
      recheck: state === 'toRecheck' && inspects && why === undefined,
      raiseRisk: inspects && grade !== 'strength' && finding.riskRaisedAt === undefined,
    },
    ...(why === 'inspections.ownUnit' ? { notYou: 'ownUnit' as const } : {}),
    ...(why === 'inspections.ownAction' ? { notYou: 'ownAction' as const } : {}),
  };
}

/** Readers of the inspection, and owners of the finding's actions. */
function mayRead(context: Context, actor: Actor, finding: InspectionFinding, inspection: Inspection): boolean {
  return (
    mayReadInspection(context, actor, inspection) ||
    improvementsOf(context, finding.key).some((action) =>
      improvements.workers(context, action).includes(actor.personId),
    )
  );
}

/** Throws AppError: missing `inspections.noSuchFinding`, forbidden `inspections.mayNotRead`. */
export function findingView(context: Context, actor: Actor, findingKey: string): FindingView {
  const finding = findingOrThrow(context, findingKey);
  if (!mayRead(context, actor, finding, inspectionOfFinding(context, finding)))
    throw forbidden('inspections.mayNotRead');
  return findingViewOf(context, actor, finding);
}

const nothing = { largeDeviation: 0, smallDeviation: 0, observation: 0, strength: 0, open: 0 };
type Tally = typeof nothing;
type Judged = { finding: InspectionFinding; state: FindingState };

/** Counts by grade, and of open ones: the only count of findings. */
export const tallyOf = (found: readonly Judged[]): Tally =>
  found.reduce<Tally>(
    (sum, { finding: { grade }, state }) => ({
      ...sum,
      [grade]: sum[grade] + 1,
      open: sum.open + (isOpenFinding(state) ? 1 : 0),
    }),
    nothing,
  );

export const judged = (context: Context, finding: InspectionFinding): Judged => ({
  finding,
  state: stateOfFinding(context, finding),
});

const urgency: readonly FindingState[] = ['overdue', 'noAction', 'toRecheck', 'open', 'noted', 'closed'];

/** Visible findings, with counts by unit and topic. From memory. */
export function findingList(context: Context, actor: Actor, query: FindingsQuery) {
  const { state, centre, topic, grade, q, offset, limit } = query;
  const search = fold(q ?? '');
  const seen = context
    .list(InspectionFindings)
    .all()
    .flatMap((finding) => {
      const inspection = context.list(Inspections).get(finding.inspectionKey);
      return inspection && mayRead(context, actor, finding, inspection) ? [judged(context, finding)] : [];
    });
  const found = seen
    .filter((one) => inState[state](one.state))
    .filter(({ finding }) => !centre || finding.centreId === centre)
    .filter(({ finding }) => topic === undefined || finding.topic === topic)
    .filter(({ finding }) => grade === undefined || finding.grade === grade)
    .filter(({ finding }) => search === '' || foldedMatch(fold(`${finding.title} ${finding.seen}`), search))
    .sort(
      (one, other) =>
        urgency.indexOf(one.state) - urgency.indexOf(other.state) ||
        grades.indexOf(one.finding.grade) - grades.indexOf(other.finding.grade) ||
        other.finding.madeAt.localeCompare(one.finding.madeAt),
    );
  const byCentre = Map.groupBy(seen, ({ finding }) => finding.centreId);
  return {
    findings: found.slice(offset, offset + limit).map(({ finding }) => findingViewOf(context, actor, finding)),
    total: found.length,
    byCentre: [...byCentre]
      .map(([id, of]) => ({ centre: centreRef(context, id) ?? { id, title: id }, ...tallyOf(of) }))
      .sort((one, other) => other.open - one.open || compareDanish(one.centre.title, other.centre.title)),
    byTopic: topics.flatMap((one) => {
      const of = seen.filter(({ finding }) => finding.topic === one);
      return of.length === 0 ? [] : [{ topic: one, ...tallyOf(of) }];
    }),
    counts: tallyOf(seen),
    freshness: freshnessOf(context, InspectionFindings, Improvements),
  };
}

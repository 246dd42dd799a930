import { assetRefOf, Assets } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { etagOf } from '../../edits/index.ts';
import type { Actor, Instant, Language, PersonId } from '../../kernel/index.ts';
import { centreRef, freshnessOf, personRef } from '../../organisation/index.ts';
import { findingsOf } from '../checks/findings.ts';
import type { AssessmentView } from '../contract.ts';
import { assessmentsOf, heldOnOf, reviewOnOf } from '../known-risks.ts';
import { levelMarkOf, statusesOf, worse } from '../levels.ts';
import { mayAssess } from '../permissions.ts';
import { Assessments, Risks, type Assessment, type Risk } from '../risk-lists.ts';
import { scaleView } from '../scales/scale-view.ts';
import { riskStages } from '../vocabulary.ts';
import { assessedRisk, lastStamp, type Stamp } from '../assessments/assessed-risk.ts';
import { hasRisksInForce, risksOf, stateOf, type KnownAssessment } from '../assessments/assessments.ts';
import { noAnswers, quickResult } from '../assessments/quick-form.ts';
import { catalogueKeysOf } from '../assessments/threats.ts';

type Worst = AssessmentView['worst'];
/** How long a person counts as at work after a change (ms). */
const atWork = 5 * 60_000;

/** The worst level at each stage. */
export function worstOf(assessment: Assessment, risks: Iterable<Risk>, language: Language): Worst {
  const worst: Worst = {};
  for (const risk of risks) {
    const statuses = statusesOf(assessment, risk);
    for (const stage of riskStages) {
      const status = statuses[stage];
      if (status) worst[stage] = worse(worst[stage], levelMarkOf(assessment.scale, status.level, language));
    }
  }
  return worst;
}

/** Stamp of what `changeAssessment` replaces. */
export const assessmentEtag = (assessment: Assessment): string => {
  const { participantIds, guests, reviewMonths, views, threats, note, quick } = assessment;
  const catalogueKeys = catalogueKeysOf(threats);
  return etagOf([participantIds, guests, heldOnOf(assessment), reviewMonths, views, catalogueKeys, note, quick]);
};

/** An assessment as its page shows it (R1). From memory. */
export function assessmentView(context: Context, actor: Actor, { assessment, asset }: KnownAssessment): AssessmentView {
  const { language } = actor;
  const { key, number, form, guests, note, reviewMonths, trigger, threats, scale } = assessment;
  const items = risksOf(context, assessment);
  const risks = threats.map((threat) => assessedRisk(context, assessment, threat, items.get(threat.key), language));
  const quick = assessment.quick ?? noAnswers;
  const [state, heldOn] = [stateOf(context, assessment), heldOnOf(assessment)];
  const isReviewed = state !== 'superseded' && asset.state !== 'retired' && asset.notNeeded === undefined;
  const reviewOn = isReviewed ? reviewOnOf(assessment) : undefined;
  const copied = copiedFrom(context, assessment);
  const centre = centreRef(context, asset.centreId);
  return {
    key,
    number,
    state,
    form,
    guests,
    note,
    reviewMonths,
    asset: {
      ...assetRefOf(asset),
      ...(centre ? { centre } : {}),
      ...(asset.ownerId === undefined ? {} : { owner: personRef(context, asset.ownerId) }),
    },
    quick: { ...quick, ...quickResult(quick, state === 'draft' && hasRisksInForce(context, assessment.assetKey)) },
    scale: scaleView(scale, language),
    views: assessment.views,
    catalogueKeys: catalogueKeysOf(threats),
    participants: assessment.participantIds.map((id) => personRef(context, id)),
    ...(heldOn === undefined ? {} : { heldOn }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    ...(assessment.openReason === undefined ? {} : { openReason: assessment.openReason }),
    ...(trigger === undefined ? {} : { trigger }),
    ...(copied ? { copiedFrom: copied } : {}),
    risks,
    answered: risks.filter(({ stages, notRelevant }) => notRelevant !== undefined || stages.current !== undefined)
      .length,
    worst: worstOf(assessment, items.values(), language),
    findings: findingsOf(context, key, language),
    etag: assessmentEtag(assessment),
    changed: { by: personRef(context, assessment.changedBy), at: assessment.changedAt },
    others: othersAtWork(context, actor, assessment, items.values()),
    startedAt: assessment.startedAt,
    startedBy: personRef(context, assessment.startedBy),
    changedAt: changesOf(assessment, items.values())
      .map(({ at }) => at)
      .reduce((one, other) => (one > other ? one : other)),
    ...(assessment.finishedAt === undefined ? {} : { finishedAt: assessment.finishedAt }),
    ...(assessment.finishedBy === undefined ? {} : { finishedBy: personRef(context, assessment.finishedBy) }),
    history: historyOf(context, assessment.assetKey, language),
    abilities: abilitiesOf(context, actor, { assessment, asset }),
    freshness: freshnessOf(context, Assessments, Risks, Assets),
  };
}

function abilitiesOf(context: Context, actor: Actor, { assessment, asset }: KnownAssessment) {
  const may = mayAssess(actor, asset);
  const isDraft = assessment.state === 'draft';
  const hasDraft = assessmentsOf(context, asset.key).draft !== undefined;
  return {
    edit: may && isDraft,
    finish: may && isDraft,
    discard: may && isDraft,
    startNew: may && !hasDraft && asset.state !== 'retired',
  };
}

function copiedFrom(context: Context, { copiedFrom: key }: Assessment) {
  const source = key === undefined ? undefined : context.list(Assessments).get(key);
  return source && { key: source.key, title: source.title };
}

const changesOf = ({ changedAt: at, changedBy: by }: Assessment, risks: Iterable<Risk>): Stamp[] => [
  { by, at },
  ...[...risks].flatMap((risk) => lastStamp(risk) ?? []),
];

/** Others who made changes in the last minutes, latest first. */
function othersAtWork(
  context: Context,
  actor: Actor,
  assessment: Assessment,
  risks: Iterable<Risk>,
): AssessmentView['others'] {
  if (assessment.state !== 'draft') return [];
  const since = new Date(context.clock.now().getTime() - atWork).toISOString();
  const latest = new Map<PersonId, Instant>();
  const all = [...risks].flatMap(({ stamps }) =>
    Object.values(stamps).map(({ by, at }) => ({ by, at: at as Instant })),
  );
  for (const { by, at } of [...changesOf(assessment, []), ...all])
    if (by !== actor.personId && at >= since && at > (latest.get(by) ?? '')) latest.set(by, at);
  return [...latest]
    .sort(([, one], [, other]) => other.localeCompare(one))
    .map(([by, at]) => ({ person: personRef(context, by), at }));
}

/** An asset's assessments except discarded ones, latest first, each with its worst level. */
function historyOf(context: Context, assetKey: string, language: Language): AssessmentView['history'] {
  const { draft, finished } = assessmentsOf(context, assetKey);
  return [...(draft ? [draft] : []), ...finished].map((assessment) => {
    const heldOn = heldOnOf(assessment);
    const { current } = worstOf(assessment, risksOf(context, assessment).values(), language);
    return {
      key: assessment.key,
      number: assessment.number,
      state: stateOf(context, assessment),
      ...(heldOn === undefined ? {} : { heldOn }),
      ...(current ? { current } : {}),
    };
  });
}

/** Answer to a threat page's save. Throws RangeError when the assessment has no such threat. */
export function savedRisk(context: Context, actor: Actor, { assessment }: KnownAssessment, threatKey: string) {
  const threat = assessment.threats.find(({ key }) => key === threatKey);
  if (!threat) throw new RangeError(`no threat ${threatKey}`);
  const risk = risksOf(context, assessment).get(threatKey);
  return assessedRisk(context, assessment, threat, risk, actor.language);
}

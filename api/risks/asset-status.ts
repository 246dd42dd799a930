import { assetPath, assetRefOf, Assets, findAsset } from '../assets/index.ts';
import type { AssetReference, AssetStatus } from '../assets/contract.ts';
import type { Context } from '../context.ts';
import { isVital } from '../critical-services/index.ts';
import { derivation } from '../derivation.ts';
import { addDays, addMonths, localDate, todayOf, type Language, type LocalDate } from '../kernel/index.ts';
import { openTriggers } from './assessments/triggers.ts';
import { assessmentPath, assessmentsOf, heldOnOf, knownRisks, reviewOnOf } from './known-risks.ts';
import { levelMarkOf } from './levels.ts';
import { Assessments, Risks } from './risk-lists.ts';
import { rolledUp } from './roll-up.ts';
import { formatDate } from '../texts/format.ts';

/** Days before the review in which an assessment is `due`. */
const notice = 30;
/** Validity in months of another register's assessment. */
export const carriedMonths = 12;

/**
 * Status of an asset's assessment, and its worst current level, own and inherited (R1, R2). A trigger counts as a
 * review on its date. From memory; `none` for an unknown asset.
 */
export function assetStatusOf(context: Context, assetKey: string, language: Language): AssetStatus {
  const { finished, draft } = assessmentsOf(context, assetKey);
  const [latest] = finished;
  const { worst, from } = rolledUp(context).get(assetKey) ?? {};
  const source = from === undefined ? undefined : findAsset(context, from);
  const assessedOn = latest && heldOnOf(latest);
  const reviewOn = nextReviewOf(context, assetKey);
  return {
    assessment: assessmentStatusOf(context, assetKey),
    ...(worst ? { level: levelMarkOf(worst.scale, worst.level, language) } : {}),
    ...(source ? { levelFrom: assetRefOf(source) } : {}),
    ...(latest ? { assessmentKey: latest.key } : {}),
    ...(draft ? { draftKey: draft.key } : {}),
    ...(assessedOn === undefined ? {} : { assessedOn }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    ...(isVital(context, assetKey) ? { vital: true } : {}),
  };
}

/** None for retired and exempt assets: they are not assessed again. */
function nextReviewOf(context: Context, assetKey: string): LocalDate | undefined {
  const asset = findAsset(context, assetKey);
  if (asset?.state === 'retired' || asset?.notNeeded) return undefined;
  const [latest] = assessmentsOf(context, assetKey).finished;
  const raised = openTriggers(context, assetKey).map(({ due }) => due);
  if (latest) return earliest(reviewOnOf(latest), ...raised);
  const carriedOn = asset?.carried?.scoredOn;
  // An assessment from another register is valid for a year, like ours (R2).
  return carriedOn === undefined ? undefined : earliest(addMonths(carriedOn as LocalDate, carriedMonths), ...raised);
}

/** The same without the level, for bulk use. From memory. */
export function assessmentStatusOf(context: Context, assetKey: string): AssetStatus['assessment'] {
  const asset = findAsset(context, assetKey);
  if (asset?.notNeeded) return 'notNeeded';
  const { finished, draft } = assessmentsOf(context, assetKey);
  if (asset?.state === 'retired' && (finished.length > 0 || asset.carried?.scoredOn !== undefined)) return 'current';
  const reviewOn = nextReviewOf(context, assetKey);
  if (reviewOn === undefined) return draft ? 'draft' : 'none';
  const today = todayOf(context.clock);
  if (reviewOn < today) return 'overdue';
  return reviewOn <= addDays(today, notice) ? 'due' : 'current';
}

const earliest = (...days: (LocalDate | undefined)[]): LocalDate | undefined =>
  days.filter((day) => day !== undefined).sort()[0];

/** Risks in the register by asset. */
const riskCounts = derivation([Assets, Assessments, Risks], (context): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { asset } of knownRisks(context).values()) found.set(asset.key, (found.get(asset.key) ?? 0) + 1);
  return found;
});

/** References of risks to an asset: assessments, risks in the register, and triggers. */
export function assetReferencesOf(context: Context, assetKey: string, language: Language): AssetReference[] {
  const t = context.texts(language);
  const { draft, finished } = assessmentsOf(context, assetKey);
  const risks = riskCounts(context).get(assetKey) ?? 0;
  const [latest] = finished;
  const words = 'riskDocuments.assessments.reference';
  return [
    ...(draft
      ? [{ kind: 'assessment', title: t(`${words}.draft`, { number: draft.number }), path: assessmentPath(draft.key) }]
      : []),
    ...finished.map((assessment) => ({
      kind: 'assessment',
      title: t(`${words}.finished`, {
        number: assessment.number,
        date: formatDate(heldOnOf(assessment) ?? localDate(assessment.startedAt), language),
      }),
      path: assessmentPath(assessment.key),
    })),
    ...(risks > 0 && latest
      ? [{ kind: 'risk', title: t(`${words}.risks`, { count: risks }), path: assessmentPath(latest.key) }]
      : []),
    ...(findAsset(context, assetKey)?.state === 'retired' ? [] : openTriggers(context, assetKey)).map(
      ({ reason, title, due }) => ({
        kind: 'trigger',
        title: t(`${words}.trigger`, {
          reason: t(`risks.trigger.${reason}`),
          note: title,
          date: formatDate(due, language),
        }),
        path: assetPath(assetKey),
      }),
    ),
  ];
}

import { Assets, assetPath, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { listsOfVitality, vitalSince } from '../../critical-services/index.ts';
import {
  addDays,
  addMonths,
  countsFrom,
  localDate,
  stableKey,
  type LocalDate,
  type Responsible,
  type SharedWork,
} from '../../kernel/index.ts';
import type { SharedSource } from '../../obligations/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { carriedMonths } from '../asset-status.ts';
import { openTriggers } from '../assessments/triggers.ts';
import { assessmentPath, assessmentsOf, reviewOnOf } from '../known-risks.ts';
import { Assessments, AssessmentTriggers, type Assessment } from '../risk-lists.ts';

/** Days before the review from which it is an obligation. */
const reviewLead = 30;
/** Days for the first assessment after an important asset was added or taken into use, or became important. */
const firstWithin = 30;

/** Who is responsible: the owner, else the centre's ISK, else the security team. */
export const namedForAsset = ({ ownerId, centreId }: Pick<Asset, 'ownerId' | 'centreId'>): Responsible => ({
  ...(ownerId === undefined ? {} : { personId: ownerId }),
  ...(centreId === undefined ? { role: 'securityTeam' } : { role: 'coordinator', centreId }),
});

interface Term {
  since: LocalDate;
  due: LocalDate;
}

/**
 * When an asset must be assessed, and since when that is known (R2): its review, a trigger, or the first assessment of
 * an important active one; the earliest. Undefined for retired and exempt assets.
 */
export function assessmentTerm(
  asset: Pick<Asset, 'state' | 'notNeeded' | 'criticality' | 'countsFrom' | 'changedAt' | 'carried'>,
  [latest]: readonly Pick<Assessment, 'heldOn' | 'finishedAt' | 'reviewMonths'>[],
  raised: readonly { due: LocalDate; raisedAt: string }[],
  vitalSince?: LocalDate,
): Term | undefined {
  if (asset.state === 'retired' || asset.notNeeded) return undefined;
  const reviewOn = latest && reviewOnOf(latest);
  const isImportant = asset.criticality === 'high' || asset.criticality === 'vital' || vitalSince !== undefined;
  const matters = asset.state === 'inUse' && isImportant;
  const from = countsFrom(asset);
  const knownOn = vitalSince !== undefined && vitalSince > from ? vitalSince : from;
  const terms: Term[] = [
    ...(reviewOn === undefined ? [] : [{ since: addDays(reviewOn, -reviewLead), due: reviewOn }]),
    ...raised.map(({ due, raisedAt }) => ({ since: localDate(new Date(raisedAt)), due })),
    ...(latest || !matters ? [] : [firstTerm(asset.carried?.scoredOn, knownOn)]),
  ];
  return terms.sort((one, other) => one.due.localeCompare(other.due))[0];
}

/** The first assessment here: soon, or a year after that of another register. */
function firstTerm(carriedOn: string | undefined, knownOn: LocalDate): Term {
  const soon = addDays(knownOn, firstWithin);
  if (carriedOn === undefined) return { since: knownOn, due: soon };
  const due = addMonths(carriedOn as LocalDate, carriedMonths);
  return due > soon ? { since: addDays(due, -reviewLead), due } : { since: knownOn, due: soon };
}

function owedFor(context: Context, asset: Stored<Asset>, today: LocalDate): SharedWork[] {
  const assessments = assessmentsOf(context, asset.key);
  const term = assessmentTerm(
    asset,
    assessments.finished,
    openTriggers(context, asset.key),
    vitalSince(context, asset.key),
  );
  if (!term || term.since > today) return [];
  const { draft, finished } = assessments;
  const { key, title, centreId } = asset;
  return [
    {
      // Stable until the next assessment, whatever triggers it.
      key: stableKey('assessAsset', key, String(finished[0]?.number ?? 0)),
      kind: 'assessAsset',
      subject: { key, title },
      ...term,
      state: 'open',
      path: draft ? assessmentPath(draft.key) : assetPath(key),
      ...(centreId === undefined ? {} : { centreId }),
      responsible: namedForAsset(asset),
    },
  ];
}

/** Assets that must be assessed (R2). Done when an assessment is finished. */
export const assessAssetSource: SharedSource = {
  kinds: ['assessAsset'],
  lists: [Assets, Assessments, AssessmentTriggers, ...listsOfVitality],
  work: (context, today) =>
    context
      .list(Assets)
      .all()
      .flatMap((asset) => owedFor(context, asset, today)),
};

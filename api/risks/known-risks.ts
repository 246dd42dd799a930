import { Assets, type Asset } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { addMonths, localDate, missing, stableKey, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { statusesOf, type Statuses } from './levels.ts';
import { Assessments, Risks, type Assessment, type FrozenThreat, type Risk } from './risk-lists.ts';

/** Key of a risk: the same in every assessment of the asset. */
export const riskKeyOf = (assetKey: string, threatKey: string): string => stableKey(assetKey, threatKey);
export const riskPath = (riskKey: string): string => `/risks/register/${encodeURIComponent(riskKey)}`;
export const assessmentPath = (key: string): string => `/risks/assessments/${encodeURIComponent(key)}`;
export const riskItemKey = (assessmentKey: string, threatKey: string): string => stableKey(assessmentKey, threatKey);

/** A risk in force: of the latest finished assessment of its asset. */
export interface KnownRisk {
  key: string;
  asset: Stored<Asset>;
  assessment: Stored<Assessment>;
  threat: FrozenThreat;
  risk: Stored<Risk>;
  /** Over all perspectives. */
  statuses: Statuses;
}

/** Items of `Risks` by assessment. */
export const risksByAssessment = derivation([Risks], (context): ReadonlyMap<string, readonly Stored<Risk>[]> => {
  const found = new Map<string, Stored<Risk>[]>();
  for (const risk of context.list(Risks).all()) {
    const known = found.get(risk.assessmentKey);
    if (known) known.push(risk);
    else found.set(risk.assessmentKey, [risk]);
  }
  return found;
});

export interface AssetAssessments {
  /** Finished ones, latest first; the first is in force. */
  finished: readonly Stored<Assessment>[];
  draft?: Stored<Assessment>;
}
const nothing: AssetAssessments = { finished: [] };

const assessmentsByAsset = derivation([Assessments], (context): ReadonlyMap<string, AssetAssessments> => {
  const found = new Map<string, { finished: Stored<Assessment>[]; draft?: Stored<Assessment> }>();
  for (const assessment of context.list(Assessments).all()) {
    if (assessment.state === 'discarded') continue;
    const known = found.get(assessment.assetKey) ?? { finished: [] };
    if (assessment.state === 'draft') known.draft = assessment;
    else known.finished.push(assessment);
    found.set(assessment.assetKey, known);
  }
  for (const { finished } of found.values()) finished.sort((one, other) => other.number - one.number);
  return found;
});

/** The assessments of an asset. From memory. */
export const assessmentsOf = (context: Context, assetKey: string): AssetAssessments =>
  assessmentsByAsset(context).get(assetKey) ?? nothing;

/** The day of an assessment: as stated, else when it was finished. */
export const heldOnOf = ({ heldOn, finishedAt }: Pick<Assessment, 'heldOn' | 'finishedAt'>): LocalDate | undefined =>
  heldOn ?? (finishedAt === undefined ? undefined : localDate(finishedAt));

/** The asset's next review. */
export function reviewOnOf(
  assessment: Pick<Assessment, 'heldOn' | 'finishedAt' | 'reviewMonths'>,
): LocalDate | undefined {
  const held = heldOnOf(assessment);
  return held === undefined ? undefined : addMonths(held, assessment.reviewMonths);
}

const threatsByKey = new WeakMap<readonly FrozenThreat[], ReadonlyMap<string, FrozenThreat>>();
/** The frozen threats of an assessment by key. */
export function threatsOf({ threats }: Pick<Assessment, 'threats'>): ReadonlyMap<string, FrozenThreat> {
  let found = threatsByKey.get(threats);
  if (!found) threatsByKey.set(threats, (found = new Map(threats.map((threat) => [threat.key, threat]))));
  return found;
}

/** A risk item's register entry, if any; cached until it changes. */
const cache = new WeakMap<
  Stored<Risk>,
  { asset: Stored<Asset>; assessment: Stored<Assessment>; known: KnownRisk | undefined }
>();

/**
 * An item's entry if its assessment is in force: the same object until the item, its assessment or its asset changes.
 */
export function knownRisk(
  asset: Stored<Asset>,
  assessment: Stored<Assessment>,
  risk: Stored<Risk>,
): KnownRisk | undefined {
  const before = cache.get(risk);
  if (before?.asset === asset && before.assessment === assessment) return before.known;
  const threat = threatsOf(assessment).get(risk.threatKey);
  const statuses = statusesOf(assessment, risk);
  const key = riskKeyOf(asset.key, risk.threatKey);
  const known = threat && statuses.current ? { key, asset, assessment, threat, risk, statuses } : undefined;
  cache.set(risk, { asset, assessment, known });
  return known;
}

/** The register: every relevant threat with a level, of active assets. Recomputed when a list changes. */
export const knownRisks = derivation([Assets, Assessments, Risks], (context): ReadonlyMap<string, KnownRisk> => {
  const items = risksByAssessment(context);
  const found = new Map<string, KnownRisk>();
  for (const asset of context.list(Assets).all()) {
    if (asset.state === 'retired') continue;
    const [assessment] = assessmentsOf(context, asset.key).finished;
    if (!assessment) continue;
    for (const risk of items.get(assessment.key) ?? []) {
      const known = knownRisk(asset, assessment, risk);
      if (known) found.set(known.key, known);
    }
  }
  return found;
});

/** Throws AppError `missing` for an unknown risk. */
export function riskOrThrow(context: Context, riskKey: string): KnownRisk {
  const known = knownRisks(context).get(riskKey);
  if (!known) throw missing('risks.noSuchRisk');
  return known;
}

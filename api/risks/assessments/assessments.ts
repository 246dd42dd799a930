import { assetOrThrow, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { forbidden, missing, type Actor, type AppError } from '../../kernel/index.ts';
import { refusedBy } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { assessmentsOf, risksByAssessment } from '../known-risks.ts';
import { statusesOf } from '../levels.ts';
import { mayAssess, maySeeAssessment } from '../permissions.ts';
import { Assessments, type Assessment, type Risk } from '../risk-lists.ts';

/** An assessment with its asset. */
export interface KnownAssessment {
  assessment: Stored<Assessment>;
  asset: Stored<Asset>;
}

/** Throws AppError `missing` when there is no such assessment. */
export function assessmentOrThrow(context: Context, key: string): KnownAssessment {
  const assessment = context.list(Assessments).get(key);
  if (!assessment) throw missing('risks.noSuchAssessment');
  return { assessment, asset: assetOrThrow(context, assessment.assetKey) };
}

/** For a reader. Throws AppError: missing, forbidden `risks.mayNotSee`. */
export function assessmentFor(context: Context, actor: Actor, key: string): KnownAssessment {
  const known = assessmentOrThrow(context, key);
  if (!maySeeAssessment(actor, known.asset)) throw forbidden('risks.mayNotSee');
  return known;
}

/** For a writer. Throws AppError: missing, forbidden `risks.mayNotAssess`. */
export function assessmentOf(context: Context, actor: Actor, key: string): KnownAssessment {
  const known = assessmentOrThrow(context, key);
  requireAssessor(actor, known.asset);
  return known;
}

/** Throws AppError forbidden `risks.mayNotAssess`. */
export function requireAssessor(actor: Actor, asset: Asset): void {
  if (!mayAssess(actor, asset)) throw forbidden('risks.mayNotAssess');
}

/** The refusal of a change to a finished assessment. */
export const isFrozen = (context: Context, { finishedBy, finishedAt }: Assessment): AppError =>
  refusedBy(context, 'risks.finishedIsFrozen', finishedBy, finishedAt);

/** Throws AppError conflict: `risks.finishedIsFrozen`, `risks.notADraft`. */
export function requireDraft(context: Context, assessment: Assessment): void {
  const { state, changedBy, changedAt } = assessment;
  if (state === 'finished' || state === 'superseded') throw isFrozen(context, assessment);
  if (state === 'discarded') throw refusedBy(context, 'risks.notADraft', changedBy, changedAt);
}

/**
 * An assessment's state: the latest finished one of its asset is in force, whatever the others say. A crash may have
 * interrupted marking them.
 */
export function stateOf(context: Context, { key, assetKey, state }: Assessment): Assessment['state'] {
  if (state !== 'finished') return state;
  const [latest] = assessmentsOf(context, assetKey).finished;
  return latest === undefined || latest.key === key ? 'finished' : 'superseded';
}

/** Whether the register has risks of an asset. From memory. */
export function hasRisksInForce(context: Context, assetKey: string): boolean {
  const [inForce] = assessmentsOf(context, assetKey).finished;
  if (!inForce) return false;
  return [...risksOf(context, inForce).values()].some((risk) => statusesOf(inForce, risk).current !== undefined);
}

/** An assessment's answers by threat, for its present threats only. */
export function risksOf(context: Context, { key, threats }: Assessment): ReadonlyMap<string, Stored<Risk>> {
  const known = new Set(threats.map((threat) => threat.key));
  const items = risksByAssessment(context).get(key) ?? [];
  return new Map(items.filter(({ threatKey }) => known.has(threatKey)).map((risk) => [risk.threatKey, risk]));
}

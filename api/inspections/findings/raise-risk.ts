import { assetOrThrow } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import {
  addDays,
  conflict,
  invalid,
  localDate,
  nowOf,
  stableKey,
  type Actor,
  type PersonId,
} from '../../kernel/index.ts';
import { keepTrigger } from '../../risks/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { findingOrThrow, managedInspection } from '../inspections.ts';
import type { InspectionFinding } from '../inspection-lists.ts';
import { isDeviation } from '../vocabulary.ts';
import { write } from './save-finding.ts';

/** Days for the owner to reassess: a deviation cannot wait for the yearly review. */
const assessWithin = 30;

/**
 * Requests a new assessment of a system or work process due to a finding (R2): its risks are reassessed there.
 * Idempotent by the finding's key. 8 resource units. Throws AppError: missing, forbidden `inspections.mayNotInspect`,
 * invalid `inspections.strengthNoRisk` `inspections.assetRetired`, conflict `inspections.riskRaised` when raised on
 * another, unavailable.
 */
export async function raiseRisk(
  context: Context,
  actor: Actor,
  findingKey: string,
  assetKey: string,
): Promise<Stored<InspectionFinding>> {
  const finding = findingOrThrow(context, findingKey);
  managedInspection(context, actor, finding.inspectionKey);
  if (!isDeviation(finding.grade) && finding.grade !== 'observation') throw invalid('inspections.strengthNoRisk');
  const asset = assetOrThrow(context, assetKey);
  if (asset.state === 'retired') throw invalid('inspections.assetRetired', { field: 'assetKey' });
  const now = nowOf(context.clock);
  const raised = await write(context, actor, findingKey, 'raiseFindingRisk', (current) => {
    if (current.assetKey !== undefined && current.assetKey !== assetKey) throw conflict('inspections.riskRaised');
    return current.riskRaisedAt === undefined ? { assetKey, riskRaisedAt: now } : undefined;
  });
  await askNewAssessment(context, raised, actor.personId);
  return raised;
}

/** Asks for the new assessment that a finding requires. Idempotent. 4 resource units. Throws AppError `unavailable`. */
export async function askNewAssessment(context: Context, finding: InspectionFinding, by: PersonId): Promise<void> {
  const { key, title, assetKey, riskRaisedAt: raisedAt } = finding;
  if (assetKey === undefined || raisedAt === undefined) return;
  await keepTrigger(context, {
    key: stableKey('finding', key),
    assetKey,
    reason: 'finding',
    title,
    raisedBy: by,
    raisedAt,
    due: addDays(localDate(raisedAt), assessWithin),
  });
}

import { assetOrThrow } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { addDays, conflict, invalid, localDate, nowOf, stableKey, type Actor } from '../../kernel/index.ts';
import { keepTrigger } from '../../risks/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { findingOrThrow, inspectionKept } from '../inspections.ts';
import type { InspectionFinding } from '../inspection-lists.ts';
import { isDeviation } from '../vocabulary.ts';
import { write } from './save-finding.ts';

/** Days in which the owner assesses anew: a deviation cannot wait for the year's round. */
const assessWithin = 30;

/**
 * Asks the owner of a system or a work process for a new assessment because of a finding (R2): its risks are opened again,
 * and what is missing is raised there. By the finding's key, so that it may be repeated. 8 resource units. Throws AppError:
 * missing, forbidden `inspections.mayNotInspect`, invalid `inspections.strengthNoRisk` `inspections.assetRetired`, conflict
 * `inspections.riskRaised` when it was about another, unavailable.
 */
export async function raiseRisk(
  context: Context,
  actor: Actor,
  findingKey: string,
  assetKey: string,
): Promise<Stored<InspectionFinding>> {
  const finding = findingOrThrow(context, findingKey);
  inspectionKept(context, actor, finding.inspectionKey);
  if (!isDeviation(finding.grade) && finding.grade !== 'observation') throw invalid('inspections.strengthNoRisk');
  const asset = assetOrThrow(context, assetKey);
  if (asset.state === 'retired') throw invalid('inspections.assetRetired', { field: 'assetKey' });
  const now = nowOf(context.clock);
  const raised = await write(context, actor, findingKey, 'raiseFindingRisk', (current) => {
    if (current.assetKey !== undefined && current.assetKey !== assetKey) throw conflict('inspections.riskRaised');
    return current.riskRaisedAt === undefined ? { assetKey, riskRaisedAt: now } : undefined;
  });
  await keepTrigger(context, {
    key: stableKey('finding', findingKey),
    assetKey,
    reason: 'finding',
    title: raised.title,
    raisedBy: actor.personId,
    raisedAt: raised.riskRaisedAt ?? now,
    due: addDays(localDate(raised.riskRaisedAt ?? now), assessWithin),
  });
  return raised;
}

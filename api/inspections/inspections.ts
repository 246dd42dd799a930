import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { conflict, forbidden, missing, type Actor } from '../kernel/index.ts';
import { refusedBy } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { InspectionFindings, Inspections, type Inspection, type InspectionFinding } from './inspection-lists.ts';
import { mayInspect, mayReadInspection } from './permissions.ts';

export const inspectionsPath = '/inspections';
export const inspectionPath = (key: string): string => `${inspectionsPath}/visits/${encodeURIComponent(key)}`;
export const findingPath = (key: string): string => `${inspectionsPath}/findings/${encodeURIComponent(key)}`;

export const findInspection = (context: Context, key: string): Stored<Inspection> | undefined =>
  context.list(Inspections).get(key);

/** Throws AppError missing `inspections.noSuchInspection`. */
export function inspectionOrThrow(context: Context, key: string): Stored<Inspection> {
  const found = context.list(Inspections).get(key);
  if (!found) throw missing('inspections.noSuchInspection');
  return found;
}

/** A visible inspection. Throws AppError missing, forbidden `inspections.mayNotRead`. */
export function inspectionRead(context: Context, actor: Actor, key: string): Stored<Inspection> {
  const found = inspectionOrThrow(context, key);
  if (!mayReadInspection(context, actor, found)) throw forbidden('inspections.mayNotRead');
  return found;
}

/** One that the actor carries out. Throws AppError missing, forbidden `inspections.mayNotInspect`. */
export function managedInspection(context: Context, actor: Actor, key: string): Stored<Inspection> {
  const found = inspectionOrThrow(context, key);
  if (!mayInspect(context, actor, found)) throw forbidden('inspections.mayNotInspect');
  return found;
}

function requireNotCancelled({ state }: Pick<Inspection, 'state'>): void {
  if (state === 'cancelled') throw conflict('inspections.cancelled');
}
/** Not held yet. Throws AppError conflict `inspections.cancelled`, `inspections.alreadyHeld`. */
export function requirePlanned(context: Context, inspection: Inspection): void {
  requireNotCancelled(inspection);
  const { state, inspectorId, heldAt } = inspection;
  if (state !== 'planned') throw refusedBy(context, 'inspections.alreadyHeld', inspectorId, heldAt);
}
/** Its report is open. Throws AppError conflict `inspections.cancelled`, `inspections.closed`. */
export function requireOpenVisit(context: Context, inspection: Inspection): void {
  requireNotCancelled(inspection);
  const { state, closedBy, closedAt } = inspection;
  if (state === 'closed') throw refusedBy(context, 'inspections.closed', closedBy, closedAt);
}
/** Held, with an open report. Throws AppError conflict `inspections.notHeld`, and as `requireOpenVisit`. */
export function requireHeld(context: Context, inspection: Inspection): void {
  requireOpenVisit(context, inspection);
  if (inspection.state !== 'held') throw conflict('inspections.notHeld');
}

/** Throws AppError missing `inspections.noSuchFinding`. */
export function findingOrThrow(context: Context, key: string): Stored<InspectionFinding> {
  const found = context.list(InspectionFindings).get(key);
  if (!found) throw missing('inspections.noSuchFinding');
  return found;
}

/** Findings by inspection, in order of creation. From memory. */
const byInspection = derivation([InspectionFindings], (context): ReadonlyMap<string, Stored<InspectionFinding>[]> =>
  Map.groupBy(
    [...context.list(InspectionFindings).all()].sort((one, other) => one.madeAt.localeCompare(other.madeAt)),
    ({ inspectionKey }) => inspectionKey,
  ),
);
export const findingsOf = (context: Context, inspectionKey: string): readonly Stored<InspectionFinding>[] =>
  byInspection(context).get(inspectionKey) ?? [];

/** Inspections by unit, newest first, without cancelled ones. From memory. */
const byCentre = derivation([Inspections], (context): ReadonlyMap<string, Stored<Inspection>[]> =>
  Map.groupBy(
    context
      .list(Inspections)
      .all()
      .filter(({ state }) => state !== 'cancelled')
      .sort((one, other) => other.plannedOn.localeCompare(one.plannedOn)),
    ({ centreId }) => centreId,
  ),
);
export const inspectionsOfCentre = (context: Context, centreId: string): readonly Stored<Inspection>[] =>
  byCentre(context).get(centreId) ?? [];

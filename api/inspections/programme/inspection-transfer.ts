import { conflict, forbidden } from '../../kernel/index.ts';
import { transferable } from '../../organisation/index.ts';
import { Inspections, type Inspection } from '../inspection-lists.ts';
import { isOfUnit, mayPlan } from '../permissions.ts';

/** Open ones have an inspector. */
export const isInspected = ({ state }: Pick<Inspection, 'state'>): boolean => state === 'planned' || state === 'held';

/**
 * Gives an inspection another inspector, not of the unit (R16). 4 resource units. Throws AppError as `Transferable`.
 */
export const inspectionTransfer = transferable(Inspections, {
  act: 'giveInspection',
  ownerOf: ({ inspectorId }) => inspectorId,
  give: (_inspection, { to }) => ({ inspectorId: to }),
  check: (context, actor, inspection, transfer) => {
    if (!mayPlan(actor)) throw forbidden('inspections.mayNotPlan');
    if (!isInspected(inspection)) throw conflict('inspections.closed');
    if (transfer && isOfUnit(context, transfer.to, inspection.centreId)) throw forbidden('inspections.inspectorOfUnit');
  },
});

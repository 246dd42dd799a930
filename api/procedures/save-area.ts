import type { Context } from '../context.ts';
import { conflict, forbidden, invalid, nowOf, type Actor } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { fold } from '../organisation/index.ts';
import { areasOf } from './areas.ts';
import type { AreaView } from './contract.ts';
import { mayEditAreas } from './permissions.ts';
import { ProcedureAreas } from './procedure-list.ts';
import { recordAreaChange } from './record-procedure-acts.ts';

/**
 * Changes an area, or adds one of the municipality's own. Pending approvals keep their route. 4 resource units. Throws
 * AppError: forbidden, invalid `procedures.areaKey`, conflict `procedures.areaNameTaken`, unavailable.
 */
export async function saveArea(
  context: Context,
  actor: Actor,
  areaKey: string,
  given: Omit<AreaView, 'key'>,
): Promise<AreaView> {
  if (!mayEditAreas(actor)) throw forbidden('procedures.mayNotEditAreas');
  if (!/^[a-z0-9][a-z0-9.-]{0,59}$/.test(areaKey)) throw invalid('procedures.areaKey');
  return oneAtATime(context, 'procedure areas', () => saveInTurn(context, actor, areaKey, given));
}

/** Names are unique. */
async function saveInTurn(
  context: Context,
  actor: Actor,
  areaKey: string,
  given: Omit<AreaView, 'key'>,
): Promise<AreaView> {
  const sameName = ({ key, title }: AreaView) => key !== areaKey && fold(title) === fold(given.title);
  if (areasOf(context, actor.language).some(sameName))
    throw conflict('procedures.areaNameTaken', { field: 'title', title: given.title });
  const { title, decidedBy, reviewMonths, closed } = given;
  const fields = { title, decidedBy, reviewMonths, closed };
  const changed = { ...fields, changedBy: actor.personId, changedAt: nowOf(context.clock) };
  const list = context.list(ProcedureAreas);
  const { record, existed } = await list.create({ key: areaKey, ...changed });
  // Unchanged when a press is repeated: its entry is the same.
  const isSaid = (now: Omit<AreaView, 'key'>) =>
    now.title === title && now.decidedBy === decidedBy && now.reviewMonths === reviewMonths && now.closed === closed;
  const area = existed ? await list.update(areaKey, (now) => (isSaid(now) ? undefined : changed)) : record;
  await recordAreaChange(context, area);
  return { key: area.key, ...fields };
}

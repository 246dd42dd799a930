import { closePlanned, completePlanned, keepPlanned, plannedOnWheel } from '../../annual-wheel/index.ts';
import type { Context } from '../../context.ts';
import { stableKey, type LocalDate, type PersonId } from '../../kernel/index.ts';
import { centreRef } from '../../organisation/index.ts';
import type { Inspection } from '../inspection-lists.ts';

const planKeyOf = (plannedOn: LocalDate): string => stableKey('inspections', plannedOn.slice(0, 4));
const activityKeyOf = (inspectionKey: string): string => stableKey('inspection', inspectionKey);

/** The visit is a wheel task in its year's plan, with the usual reminders and escalation (R12). */
export async function putOnWheel(context: Context, by: PersonId, inspection: Inspection): Promise<void> {
  const { key, title, plannedOn, inspectorId, centreId, why } = inspection;
  const t = context.texts('da');
  const year = plannedOn.slice(0, 4);
  await keepPlanned(context, by, {
    key: activityKeyOf(key),
    plan: { key: planKeyOf(plannedOn), title: t('inspections.plan', { year }), startsOn: `${year}-01-01` as LocalDate },
    title,
    source: 'R2',
    personId: inspectorId,
    due: plannedOn,
    why: why || t('inspections.planWhy', { centre: centreRef(context, centreId)?.title ?? centreId }),
  });
}

/** Whether the wheel has the visit as last planned, or as changed there since. From memory. */
export function isOnWheel(context: Context, { key, plannedOn, inspectorId, changedAt }: Inspection): boolean {
  const planned = plannedOnWheel(context, activityKeyOf(key));
  if (!planned) return false;
  const isSame = planned.due === plannedOn && planned.personId === inspectorId;
  return isSame || (planned.changedAt ?? '') >= changedAt;
}

export const takeOffWheel = (context: Context, by: PersonId, { key }: Inspection, reason: string): Promise<void> =>
  closePlanned(context, { key: activityKeyOf(key), by, reason });

export const doneOnWheel = (context: Context, by: PersonId, { key, plannedOn, title }: Inspection): Promise<void> =>
  completePlanned(context, { key: activityKeyOf(key), planKey: planKeyOf(plannedOn), by, note: title });

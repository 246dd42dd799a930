import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { conflict, localDate, saidAt, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { incidentKind, incidentReceiptKind, isTellingKnown, isTold, receiptSubject, tell } from './campaigns.ts';
import { Incidents, type Incident } from './incident-list.ts';
import { incidentKeyOf, withoutCpr } from './incidents.ts';
import type { IncidentKind } from './vocabulary.ts';

export interface ReportIncident {
  kind: IncidentKind;
  /** Which answer of the bot was pressed: its presses are one accident. */
  askKey: string;
  text: string;
}

/** Accidents that one person tells of in a day: more is not told, but made. */
export const mostADay = 12;

/** What follows when something has been told: the trail, the cards of those who are told, the receipt. Safe to repeat. */
export async function followReport(context: Context, incident: Incident): Promise<void> {
  const { key, reportedBy, reportedAt, kind, centreId } = incident;
  await recordAct(context, {
    act: 'reportIncident',
    subjectKey: key,
    actorId: reportedBy,
    at: reportedAt,
    details: { kind, centreId: centreId ?? null },
  });
  if (incident.state === 'open') await tell(context, incidentKind, key, incident);
  const receipt = receiptSubject(key);
  if (!isTold(context, incidentReceiptKind, receipt) && isTellingKnown(context, incident))
    await tell(context, incidentReceiptKind, receipt, incident);
}

/**
 * Tells that something has happened to whoever presses: the ISK of the centre gets a card at once, at any hour (R16). The
 * same answer pressed again is what was told the first time. CPR numbers in the text are not kept. 5 resource units. Throws
 * AppError: conflict `incidents.tooMany`, unavailable.
 */
export async function reportIncident(
  context: Context,
  actor: Actor,
  { kind, askKey, text }: ReportIncident,
): Promise<{ incident: Stored<Incident>; existed: boolean }> {
  const key = incidentKeyOf(actor.personId, askKey);
  const list = context.list(Incidents);
  const reportedAt = saidAt(context.clock, actor);
  const ofTheDay = list
    .all()
    .filter((one) => one.reportedBy === actor.personId && localDate(one.reportedAt) === localDate(reportedAt));
  if (!list.get(key) && ofTheDay.length >= mostADay) throw conflict('incidents.tooMany', { most: mostADay });
  const { record, existed } = await list.create({
    key,
    title: kind,
    kind,
    state: 'open',
    text: withoutCpr(text.trim()),
    reportedBy: actor.personId,
    reportedAt,
    ...(actor.centreId === undefined ? {} : { centreId: actor.centreId }),
    ...(actor.pressedCard === undefined ? {} : { cardId: actor.pressedCard }),
  });
  await followReport(context, record);
  return { incident: record, existed };
}

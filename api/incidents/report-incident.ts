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
  /** The bot's answer pressed: its presses are one accident. */
  askKey: string;
  text: string;
}

/** One person's reports per day: more are not genuine. */
export const mostADay = 12;

/** Follow-up of a report: audit, cards, receipt. Idempotent. */
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
 * Reports an accident for the actor: the centre's ISK gets a card at once, at any hour (R16). Idempotent per answer.
 * CPR numbers are removed from the text. 5 resource units. Throws AppError: conflict `incidents.tooMany`, unavailable.
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

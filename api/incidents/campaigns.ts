import type { Context } from '../context.ts';
import {
  Campaigns,
  notInTeams,
  recheckAmong,
  recipientOf,
  startCampaign,
  type CampaignKind,
} from '../deliveries/index.ts';
import { addDays, localDate, todayOf } from '../kernel/index.ts';
import type { Incident } from './incident-list.ts';
import { alarmKind, campaignKeyOf, findIncident } from './incidents.ts';
import { tellingOf, toldOf } from './told.ts';

const because = 'an accident does not wait for the morning';

const toTell: CampaignKind['audience'] = (context, key) => {
  const incident = findIncident(context, key);
  if (incident?.state !== 'open') return [];
  return toldOf(context, incident)
    .flatMap(({ people }) => people)
    .sort();
};

/** What happened, in the reader's language. */
const titleIn: NonNullable<CampaignKind['titleIn']> = (context, subject, language) => {
  const incident = incidentOfSubject(context, subject);
  return incident && context.texts(language)(`incidents.kind.${incident.kind}.name`);
};

/** Informs the ISK, or their stand-in, of an incident; the subject is its key. */
export const incidentKind: CampaignKind = {
  kind: alarmKind,
  audience: toTell,
  titleIn,
  isOver: (context, key) => findIncident(context, key)?.state !== 'open',
  hours: { when: 'always', because },
  recheck: (context, key, personId) => recheckAmong(context, personId, toTell(context, key)),
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
};

/** Messages to the reporter: on the pressed card, and a new one on take-over. */
const [receiptMark, newsMark] = ['told_', 'taken_'] as const;
export const receiptSubject = (key: string): string => receiptMark + key;
export const takenSubject = (key: string): string => newsMark + key;
export const incidentOfSubject = (context: Context, subject: string) =>
  findIncident(context, subject.replace(/^(told|taken)_/, ''));

const toReporter =
  (isDue: (context: Context, incident: Incident) => boolean): CampaignKind['audience'] =>
  (context, subject) => {
    const incident = incidentOfSubject(context, subject);
    return incident && isDue(context, incident) ? [incident.reportedBy] : [];
  };

/** Whether the notifications' outcome is known. */
export const isTellingKnown = (context: Context, incident: Incident): boolean => {
  const { reached, missed, underWay } = tellingOf(context, incident);
  return reached.length > 0 || incident.state !== 'open' || (missed.length > 0 && underWay.length === 0);
};

/** The receipt replaces the pressed card: no new message. */
const receiptDue = toReporter(isTellingKnown);
export const incidentReceiptKind: CampaignKind = {
  kind: 'incidentReceipt',
  audience: receiptDue,
  titleIn,
  // A closed one has another card.
  isOver: (context, subject) => (incidentOfSubject(context, subject)?.state ?? 'closed') === 'closed',
  hours: { when: 'always', because },
  recheck: (context, subject, personId) => recheckAmong(context, personId, receiptDue(context, subject)),
  replaces: (context, subjectKey) => {
    const activity = incidentOfSubject(context, subjectKey)?.cardId;
    return activity === undefined ? undefined : { subjectKey, activity, how: 'rewritten' };
  },
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
  isForInformation: () => true,
};

/** Days in which an unreachable reporter may still be informed of the take-over. */
const tellTakenFor = 14;
function isTakenTold(context: Context, subject: string): boolean {
  const incident = incidentOfSubject(context, subject);
  if (!incident) return true;
  const { reportedBy, closedAt } = incident;
  if (recipientOf(context, campaignKeyOf(takenKind, subject), reportedBy)?.state === 'sent') return true;
  return closedAt !== undefined && localDate(closedAt) < addDays(todayOf(context.clock), -tellTakenFor);
}
const takenKind = 'incidentTaken';
const takenDue = toReporter((_context, { state }) => state !== 'open');
export const incidentTakenKind: CampaignKind = {
  kind: takenKind,
  audience: takenDue,
  titleIn,
  isOver: isTakenTold,
  hours: { when: 'always', because },
  recheck: (context, subject, personId) => recheckAmong(context, personId, takenDue(context, subject)),
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
};

/** Whether it started. From memory. */
export const isTold = (context: Context, { kind }: Pick<CampaignKind, 'kind'>, subjectKey: string): boolean =>
  context.list(Campaigns).get(campaignKeyOf(kind, subjectKey)) !== undefined;

/** Starts one of these. Idempotent; free when done, else 2 resource units. */
export async function tell(
  context: Context,
  { kind }: CampaignKind,
  subjectKey: string,
  { title, reportedBy }: Pick<Incident, 'title' | 'reportedBy'>,
): Promise<void> {
  if (isTold(context, { kind }, subjectKey)) return;
  const key = campaignKeyOf(kind, subjectKey);
  await startCampaign(context, { key, kind, title, subjectKey, startedBy: reportedBy });
}

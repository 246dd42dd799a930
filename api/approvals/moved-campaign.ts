import type { Context } from '../context.ts';
import {
  Campaigns,
  movedKey,
  moveSubject,
  notInTeams,
  recheckAmong,
  recipientOf,
  startCampaign,
  type CampaignKind,
} from '../deliveries/index.ts';
import { stableKey, todayOf, type PersonId } from '../kernel/index.ts';
import { seatsOf } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { agendaCampaignKey } from './approval-campaign.ts';
import { Agendas, type Agenda } from './request-list.ts';

/** Subject of the card about the latest move of a meeting; undefined when it was never moved. */
export const movedSubject = ({ key, movedAt }: Pick<Agenda, 'key' | 'movedAt'>): string | undefined =>
  movedAt === undefined ? undefined : moveSubject(key, movedAt);
export const movedCampaignKey = (subjectKey: string): string => stableKey('agendaMoved', ...subjectKey.split('_'));

/** The agenda of its card, or of a card about a move; undefined when unknown. */
export const agendaOfCard = (context: Context, subjectKey: string): Stored<Agenda> | undefined =>
  context.list(Agendas).get(movedKey(subjectKey));

/** Subjects of the moves that people were told of, newest first. */
export const movesTold = (context: Context, agendaKey: string): string[] =>
  context
    .list(Campaigns)
    .all()
    .filter(({ kind, subjectKey }) => kind === agendaMovedKind.kind && movedKey(subjectKey) === agendaKey)
    .map(({ subjectKey }) => subjectKey)
    .sort()
    .toReversed();

/** Members whose latest message has an earlier day. Empty once the meeting's day is past: a correction is no news. */
function toldOtherwise(context: Context, subjectKey: string): PersonId[] {
  const agenda = agendaOfCard(context, subjectKey);
  if (agenda?.state !== 'sent' || movedSubject(agenda) !== subjectKey) return [];
  const { key, movedAt = '', meetsOn, body } = agenda;
  if (meetsOn < todayOf(context.clock)) return [];
  const earlierMoves = movesTold(context, key).filter((one) => one !== subjectKey);
  const campaigns = [agendaCampaignKey(key), ...earlierMoves.map(movedCampaignKey)];
  const toldAt = (personId: PersonId): string[] =>
    campaigns.flatMap((campaignKey) => {
      const told = recipientOf(context, campaignKey, personId);
      return told?.at !== undefined && (told.state === 'sent' || told.state === 'uncertain') ? [told.at] : [];
    });
  const latest = (personId: PersonId): string | undefined => toldAt(personId).sort().at(-1);
  const members = new Set(seatsOf(context, body).flatMap(({ actor }) => actor ?? []));
  return [...members].filter((personId) => (latest(personId) ?? movedAt) < movedAt).sort();
}

/** "The meeting is moved": a separate card once per move, since Teams does not notify of edits (R12). */
export const agendaMovedKind: CampaignKind = {
  kind: 'agendaMoved',
  hours: { when: 'working', because: 'a meeting is moved days before' },
  audience: toldOtherwise,
  isOver: (context, subjectKey) => toldOtherwise(context, subjectKey).length === 0,
  recheck: (context, subjectKey, personId) => recheckAmong(context, personId, toldOtherwise(context, subjectKey)),
  notApplicable: notInTeams,
  // The existing card shows it too, so none is better than two.
  repeatWhenUncertain: false,
  priority: 'urgent',
};

/** Starts that message if needed. Idempotent; free when done, else 2 resource units. Throws AppError `unavailable`. */
export async function tellOfMove(context: Context, agenda: Stored<Agenda>): Promise<void> {
  const subjectKey = movedSubject(agenda);
  if (subjectKey === undefined) return;
  const key = movedCampaignKey(subjectKey);
  if (context.list(Campaigns).get(key) || toldOtherwise(context, subjectKey).length === 0) return;
  const startedBy = agenda.sentBy ?? agenda.madeBy;
  await startCampaign(context, { key, kind: agendaMovedKind.kind, title: agenda.title, subjectKey, startedBy });
}

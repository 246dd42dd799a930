import type { Context } from '../../context.ts';
import { eachItem } from '../../each-item.ts';
import { Campaigns, startCampaign } from '../../deliveries/index.ts';
import { conflict, forbidden, invalid, nowOf, todayOf, type Actor } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { agendaCampaignKey, agendaKind } from '../approval-campaign.ts';
import { tellOfMove } from '../moved-campaign.ts';
import { Agendas, type Agenda } from '../request-list.ts';
import { agendaClosed, agendaOrThrow } from './agendas.ts';
import { mayMakeAgenda } from './permissions.ts';
import { recordAgendaActs } from './record-agenda-acts.ts';

/**
 * Sends an agenda to the members: each gets one card for it, instead of one per item (R12). Idempotent. 6 resource
 * units. Throws AppError: missing, forbidden `approvals.mayNotMakeAgenda`, invalid `approvals.agendaEmpty`, conflict
 * `approvals.agendaClosed`, unavailable.
 */
export async function sendAgenda(context: Context, actor: Actor, agendaKey: string): Promise<Stored<Agenda>> {
  if (!mayMakeAgenda(context, actor, agendaOrThrow(context, agendaKey).body))
    throw forbidden('approvals.mayNotMakeAgenda');
  const agenda = await context.list(Agendas).update(agendaKey, (current) => {
    if (current.state === 'closed') throw agendaClosed(context, current);
    if (current.state === 'sent') return undefined;
    if (current.requestKeys.length === 0 && (current.papers ?? []).length === 0) throw invalid('approvals.agendaEmpty');
    return { state: 'sent', sentAt: nowOf(context.clock), sentBy: actor.personId };
  });
  await carryOnAgenda(context, agenda);
  return agenda;
}

/**
 * Closes a held meeting's agenda: undecided items return to separate cards. Idempotent. 4 resource units. Throws
 * AppError: missing, forbidden `approvals.mayNotMakeAgenda`, conflict `approvals.meetingToCome`, unavailable.
 */
export async function closeAgenda(context: Context, actor: Actor, agendaKey: string): Promise<Stored<Agenda>> {
  if (!mayMakeAgenda(context, actor, agendaOrThrow(context, agendaKey).body))
    throw forbidden('approvals.mayNotMakeAgenda');
  const agenda = await context.list(Agendas).update(agendaKey, ({ state, meetsOn }) => {
    if (state === 'closed') return undefined;
    if (meetsOn > todayOf(context.clock)) throw conflict('approvals.meetingToCome', { date: meetsOn });
    return { state: 'closed', closedAt: nowOf(context.clock), closedBy: actor.personId };
  });
  await carryOnAgenda(context, agenda);
  return agenda;
}

/**
 * Completes cards, news of a move and audit entries after a crash. Free when complete. Throws AppError `unavailable`.
 */
export async function continueAgendas(context: Context): Promise<void> {
  const each = eachItem(context, 'approvals');
  await each.of(context.list(Agendas).all(), (agenda) => carryOnAgenda(context, agenda));
  each.end();
}

/** What follows from an agenda's state and day. Idempotent. Throws AppError `unavailable`. */
export async function carryOnAgenda(context: Context, agenda: Stored<Agenda>): Promise<void> {
  const key = agendaCampaignKey(agenda.key);
  if (agenda.state === 'sent' && !context.list(Campaigns).get(key)) {
    const about = { key, kind: agendaKind.kind, title: agenda.title, subjectKey: agenda.key };
    await startCampaign(context, { ...about, startedBy: agenda.sentBy ?? agenda.madeBy });
  }
  if (agenda.state === 'sent') await tellOfMove(context, agenda);
  await recordAgendaActs(context, agenda);
}

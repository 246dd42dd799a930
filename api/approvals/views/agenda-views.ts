import { etagOf } from '../../edits/index.ts';
import type { Context } from '../../context.ts';
import { Campaigns, leavesAt } from '../../deliveries/index.ts';
import { forbidden, todayOf, type Actor } from '../../kernel/index.ts';
import { freshnessOf, People, personRef, RoleAssignments } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { agendaCampaignKey } from '../approval-campaign.ts';
import { hasContentChanged } from '../content-now.ts';
import type { AgendaRow, AgendaView } from '../contract.ts';
import { maySeeApproval, mayVote } from '../permissions.ts';
import { Agendas, ApprovalRequests, type Agenda, type ApprovalRequest } from '../request-list.ts';
import { approvalRow, mine } from './approval-row.ts';
import { requestChanges } from './request-difference.ts';
import {
  agendaOf,
  agendaOrThrow,
  decidedByBody,
  itemStatus,
  stageWithBody,
  type ItemStatus,
} from '../agendas/agendas.ts';
import { mayMakeAgenda, mayMakeAgendas, maySeeAgenda } from '../agendas/permissions.ts';
import { compareDanish } from '../../texts/format.ts';

/** Agendas visible to the actor, newest meeting first. */
export const agendasView = (context: Context, actor: Actor) => ({
  agendas: [...context.list(Agendas).all()]
    .filter((agenda) => maySeeAgenda(context, actor, agenda))
    .sort((one, other) => other.meetsOn.localeCompare(one.meetsOn) || compareDanish(one.title, other.title))
    .map((agenda) => agendaRow(context, actor, agenda)),
  abilities: { make: mayMakeAgendas(context, actor) },
  freshness: freshnessOf(context, Agendas, ApprovalRequests, RoleAssignments),
});

const itemsOf = (context: Context, { requestKeys }: Agenda): Stored<ApprovalRequest>[] =>
  requestKeys.flatMap((key) => context.list(ApprovalRequests).get(key) ?? []);

/** Still the body's to decide. */
const isOpen = (agenda: Agenda, request: ApprovalRequest): boolean => stageWithBody(agenda, request) !== undefined;

export function agendaRow(context: Context, actor: Actor, agenda: Stored<Agenda>): AgendaRow {
  const { key, title, body, meetsOn, state } = agenda;
  const items = itemsOf(context, agenda);
  const open = items.filter((request) => isOpen(agenda, request));
  const statuses = items.map((request) => itemStatus(agenda, request));
  const count = (status: ItemStatus) => statuses.filter((one) => one === status).length;
  const mayMake = mayMakeAgenda(context, actor, body);
  return {
    key,
    title,
    body,
    meetsOn,
    state,
    items: items.length,
    decided: count('decided'),
    withdrawn: count('withdrawn'),
    ended: count('ended'),
    left: count('left'),
    waiting: state === 'closed' ? 0 : open.filter((request) => mine(context, actor, request).mine === 'vote').length,
    abilities: {
      edit: mayMake && state !== 'closed',
      send: mayMake && state === 'draft' && (items.length > 0 || (agenda.papers ?? []).length > 0),
      close: mayMake && state === 'sent' && meetsOn <= todayOf(context.clock),
    },
  };
}

/**
 * One agenda with its items. Throws AppError: missing `approvals.noSuchAgenda`, forbidden `approvals.mayNotSeeAgenda`.
 */
export function agendaView(context: Context, actor: Actor, agendaKey: string): AgendaView {
  const agenda = agendaOrThrow(context, agendaKey);
  if (!maySeeAgenda(context, actor, agenda)) throw forbidden('approvals.mayNotSeeAgenda');
  const { title, body, meetsOn, note, requestKeys, madeBy, sentAt } = agenda;
  const row = agendaRow(context, actor, agenda);
  const campaign = context.list(Campaigns).get(agendaCampaignKey(agendaKey));
  const leaving = campaign && leavesAt(context, campaign);
  return {
    ...row,
    etag: etagOf([title, body, meetsOn, note, requestKeys]),
    note,
    papers: agenda.papers ?? [],
    list: itemsOf(context, agenda)
      .filter((request) => maySeeApproval(context, actor, request))
      .map((request) => itemView(context, actor, agenda, request)),
    madeBy: personRef(context, madeBy),
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(leaving === undefined ? {} : { cardsAt: leaving }),
    candidates: row.abilities.edit ? candidates(context, actor, agenda) : [],
    freshness: freshnessOf(context, Agendas, ApprovalRequests, People, RoleAssignments),
  };
}

/** The stage of the body that meets, also when it has decided. */
const stageOf = ({ body }: Agenda, { stages }: ApprovalRequest) => stages.find((stage) => stage.body === body);

function itemView(
  context: Context,
  actor: Actor,
  agenda: Agenda,
  request: Stored<ApprovalRequest>,
): AgendaView['list'][number] {
  const changes = requestChanges(context, request, stageOf(agenda, request))?.changes;
  const decided = isOpen(agenda, request) ? undefined : decidedByBody(agenda, request);
  const maySayNow = isOpen(agenda, request) && mayVote(context, actor, request);
  return {
    approval: approvalRow(context, actor, request),
    summary: request.summary,
    contentHash: request.contentHash,
    ...(changes ? { changes } : {}),
    ...(decided ? { decided } : {}),
    vote: maySayNow && !hasContentChanged(context, request),
  };
}

/** Items that may be added: with this body now, and on no open agenda. */
const candidates = (context: Context, actor: Actor, agenda: Agenda): AgendaView['candidates'] =>
  context
    .list(ApprovalRequests)
    .all()
    .filter((request) => isOpen(agenda, request) && !agendaOf(context, request.key))
    .filter((request) => maySeeApproval(context, actor, request))
    .sort((one, other) => one.submittedAt.localeCompare(other.submittedAt))
    .map((request) => approvalRow(context, actor, request));

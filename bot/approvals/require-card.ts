import {
  agendaCampaignKey,
  approvalCampaignKey,
  maySeeAgenda,
  maySeeApproval,
  stageByKey,
  type Agenda,
} from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import { forbidden, type Actor } from '../../api/kernel/index.ts';
import { mayHaveCard } from './cards-in-chat.ts';

/**
 * What a button carries can be made up, and its answer tells who decided what and why: it is for whoever was sent the
 * card, also when the role has ended since, and for whoever may read the request. Throws AppError forbidden
 * `approvals.mayNotSee`. From memory.
 */
export function requireApprovalCard(context: Context, actor: Actor, stageKey: string): void {
  const request = stageByKey(context, stageKey)?.request;
  if (!request || maySeeApproval(context, actor, request)) return;
  if (!mayHaveCard(context, approvalCampaignKey(stageKey), actor.personId)) throw forbidden('approvals.mayNotSee');
}

/** The same of an agenda. Throws AppError forbidden `approvals.mayNotSeeAgenda`. */
export function requireAgendaCard(context: Context, actor: Actor, agenda: Agenda): void {
  if (maySeeAgenda(context, actor, agenda)) return;
  if (!mayHaveCard(context, agendaCampaignKey(agenda.key), actor.personId))
    throw forbidden('approvals.mayNotSeeAgenda');
}

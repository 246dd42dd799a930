import {
  agendaCampaignKey,
  Agendas,
  approvalCampaignKey,
  maySeeAgenda,
  maySeeApproval,
  stageByKey,
  stageKey,
} from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import type { Actor } from '../../api/kernel/index.ts';
import { mayHaveCard } from './cards-in-chat.ts';

/**
 * A button's data can be forged, and its answer tells who decided what and why: only for recipients of the card, also
 * after their role has ended, and for readers of the request. From memory.
 */
export function isApprovalFor(
  context: Context,
  actor: Actor,
  { requestKey, stage }: { requestKey: string; stage: number },
): boolean {
  const key = stageKey({ key: requestKey }, stage);
  const request = stageByKey(context, key)?.request;
  return (
    (request !== undefined && maySeeApproval(context, actor, request)) ||
    mayHaveCard(context, approvalCampaignKey(key), actor.personId)
  );
}

/** The same of an agenda. */
export function isAgendaFor(context: Context, actor: Actor, { agendaKey }: { agendaKey: string }): boolean {
  const agenda = context.list(Agendas).get(agendaKey);
  return (
    (agenda !== undefined && maySeeAgenda(context, actor, agenda)) ||
    mayHaveCard(context, agendaCampaignKey(agendaKey), actor.personId)
  );
}

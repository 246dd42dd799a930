import { z } from 'zod';
import { ApprovalRequests, stageKey, voteOnApproval } from '../../api/approvals/index.ts';
import { voteChoices } from '../../api/approvals/contract.ts';
import type { Context } from '../../api/context.ts';
import type { Actor, Language } from '../../api/kernel/index.ts';
import { verb } from '../actions/index.ts';
import { cardKey, isRefusal, refusal, type Thanks } from '../cards/index.ts';
import { approvalCardFor } from './approval-card.ts';
import { isApprovalFor } from './require-card.ts';
import { longestComment } from './vote-button.ts';

const data = z.object({
  requestKey: cardKey,
  stage: z.coerce.number().int().min(1).max(99),
  contentHash: cardKey,
  choice: z.enum(voteChoices),
  comment: z.string().trim().max(longestComment).default(''),
});
type Pressed = z.output<typeof data>;

/**
 * "Godkend" and "Send tilbage". Returns the present card; a late or repeated press, on an older round or by a former
 * decider, is never an error.
 */
export const voteAction = verb({
  data,
  isFor: isApprovalFor,
  run: async (context, actor, pressed) => {
    const stage = stageKey({ key: pressed.requestKey }, pressed.stage);
    const thanks = await cast(context, actor, pressed);
    return approvalCardFor(context, stage, actor.personId, thanks);
  },
});

/** The notice above the card. Throws an outage's error: the press can be repeated. */
async function cast(context: Context, actor: Actor, pressed: Pressed): Promise<Thanks | undefined> {
  const { comment, ...vote } = pressed;
  const t = context.texts(actor.language);
  try {
    const { result } = await voteOnApproval(context, actor, {
      ...vote,
      ...(comment === '' ? {} : { reason: comment }),
      via: 'card',
    });
    const isOpen = context.list(ApprovalRequests).get(vote.requestKey)?.stages[vote.stage - 1]?.state === 'open';
    return result === 'alreadyVoted' && isOpen ? { tone: 'good', text: t('approvalCards.receipt.already') } : undefined;
  } catch (thrown) {
    return refused(context, actor.language, thrown);
  }
}

/** Codes explained better by the card itself. */
const saidByCard = new Set([
  'approvals.noSuchRequest',
  'approvals.notMember',
  'approvals.onLeave',
  'approvals.ownSubmission',
  'approvals.contentChanged',
  'approvals.stageNotOpen',
]);

/** Why a press changed nothing, as text; rethrows retryable errors. */
function refused(context: Context, language: Language, thrown: unknown): Thanks | undefined {
  if (!isRefusal(thrown)) throw thrown;
  const t = context.texts(language);
  if (saidByCard.has(thrown.code)) return undefined;
  if (thrown.code === 'approvals.reasonNeeded') return { tone: 'warning', text: t('approvalCards.commentNeeded') };
  if (thrown.code === 'approvals.stageClosed') return { tone: 'warning', text: t('approvalCards.result.late') };
  return refusal(context, language, thrown);
}

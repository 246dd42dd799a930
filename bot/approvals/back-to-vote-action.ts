import { z } from 'zod';
import { stageByKey, stageKey } from '../../api/approvals/index.ts';
import { todayOf } from '../../api/kernel/index.ts';
import { endAbsence } from '../../api/obligations/index.ts';
import { findPerson, isAway } from '../../api/organisation/index.ts';
import { verb } from '../actions/index.ts';
import { cardKey, type Thanks } from '../cards/index.ts';
import { approvalCardFor } from './approval-card.ts';
import { isApprovalFor } from './require-card.ts';
import { statusOf } from './card-status.ts';

const data = z.object({ requestKey: cardKey, stage: z.coerce.number().int().min(1).max(99) });

/**
 * "Jeg er ikke på orlov" on a vote card: ends the actor's leave, and the card asks again. The deputy's vote stays until
 * changed.
 */
export const backToVoteAction = verb({
  data,
  isFor: isApprovalFor,
  run: async (context, actor, pressed) => {
    const stage = stageKey({ key: pressed.requestKey }, pressed.stage);
    const person = findPerson(context, actor.personId);
    const wasAway = person !== undefined && isAway(person, todayOf(context.clock));
    if (wasAway) await endAbsence(context, actor, actor.personId);
    const about = stageByKey(context, stage);
    const mayVote = about !== undefined && statusOf(context, about, actor.personId).as === 'asked';
    const text = context.texts(actor.language)('approvalCards.notMine.leaveEnded');
    const thanks: Thanks | undefined = wasAway && mayVote ? { tone: 'good', text } : undefined;
    return approvalCardFor(context, stage, actor.personId, thanks);
  },
});

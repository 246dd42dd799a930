import { z } from 'zod';
import { endAbsence, leaveStatus } from '../../api/obligations/index.ts';
import { verb, type Verbs } from '../actions/index.ts';
import { cardKey } from '../cards/index.ts';
import { endLeaveVerb, leaveCardFor } from './leave-card.ts';

/**
 * "Jeg er ikke på orlov": ends the card's leave, and the card becomes the receipt. If recorded again since, the card
 * shows the present leave.
 */
const endLeaveAction = verb({
  data: z.object({ leaveKey: cardKey }),
  isFor: (context, actor, { leaveKey }) => leaveStatus(context, leaveKey)?.personId === actor.personId,
  run: async (context, actor, { leaveKey }) => {
    const status = leaveStatus(context, leaveKey);
    if (status?.as === 'onLeave') await endAbsence(context, actor, actor.personId);
    return leaveCardFor(context, leaveKey, actor.personId);
  },
});

/** Leave buttons. */
export const leaveVerbs: Verbs = { [endLeaveVerb]: endLeaveAction };

import { z } from 'zod';
import { forbidden } from '../../api/kernel/index.ts';
import { endAbsence, leaveStanding } from '../../api/obligations/index.ts';
import { verb, type Verbs } from '../actions/index.ts';
import { cardKey } from '../cards/index.ts';
import { endLeaveVerb, leaveCardFor } from './leave-card.ts';

/**
 * "Jeg er ikke på orlov": ends the leave that the card told of, and the card becomes the receipt. Recorded anew
 * meanwhile, it is the card of what holds now. Throws AppError forbidden `bot.notForYou` for a button of somebody else.
 */
const endLeaveAction = verb({
  data: z.object({ leaveKey: cardKey }),
  run: async (context, actor, { leaveKey }) => {
    const standing = leaveStanding(context, leaveKey);
    if (standing?.personId !== actor.personId) throw forbidden('bot.notForYou');
    if (standing.as === 'onLeave') await endAbsence(context, actor, actor.personId);
    return leaveCardFor(context, leaveKey, actor.personId);
  },
});

/** The buttons of cards about leave. */
export const leaveVerbs: Verbs = { [endLeaveVerb]: endLeaveAction };

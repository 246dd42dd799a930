import { z } from 'zod';
import { endAbsence, leaveStanding } from '../../api/obligations/index.ts';
import { verb, type Verbs } from '../actions/index.ts';
import { cardKey } from '../cards/index.ts';
import { endLeaveVerb, leaveCardFor } from './leave-card.ts';

/**
 * "Jeg er ikke på orlov": ends the leave that the card told of, and the card becomes the receipt. Recorded anew
 * meanwhile, it is the card of what holds now.
 */
const endLeaveAction = verb({
  data: z.object({ leaveKey: cardKey }),
  isFor: (context, actor, { leaveKey }) => leaveStanding(context, leaveKey)?.personId === actor.personId,
  run: async (context, actor, { leaveKey }) => {
    const standing = leaveStanding(context, leaveKey);
    if (standing?.as === 'onLeave') await endAbsence(context, actor, actor.personId);
    return leaveCardFor(context, leaveKey, actor.personId);
  },
});

/** The buttons of cards about leave. */
export const leaveVerbs: Verbs = { [endLeaveVerb]: endLeaveAction };

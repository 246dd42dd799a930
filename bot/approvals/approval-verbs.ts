import type { Verbs } from '../actions/index.ts';
import { approveAllVerb } from './agenda-card.ts';
import { approveAgendaAction } from './approve-agenda-action.ts';
import { voteAction } from './vote-action.ts';
import { voteVerb } from './vote-button.ts';

/** The buttons of cards that ask for a decision. */
export const approvalVerbs: Verbs = { [voteVerb]: voteAction, [approveAllVerb]: approveAgendaAction };

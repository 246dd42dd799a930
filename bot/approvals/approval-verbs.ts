import type { Verbs } from '../actions/index.ts';
import { approveAllVerb } from './agenda-card.ts';
import { approveAgendaAction } from './approve-agenda-action.ts';
import { voteAction } from './vote-action.ts';
import { backToVoteAction } from './back-to-vote-action.ts';
import { backToVoteVerb, voteVerb } from './vote-button.ts';

/** Buttons of decision cards. */
export const approvalVerbs: Verbs = {
  [voteVerb]: voteAction,
  [backToVoteVerb]: backToVoteAction,
  [approveAllVerb]: approveAgendaAction,
};

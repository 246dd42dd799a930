import type { Context } from '../../context.ts';
import { errorText } from '../../http/error-answer.ts';
import { asAppError, conflict, forbidden, type Actor, type AppError } from '../../kernel/index.ts';
import { voteOnApproval, type VoteOnApproval } from '../vote-on-approval.ts';
import { agendaOrThrow } from './agendas.ts';
import { maySeeAgenda } from './permissions.ts';

export type AgendaVote = Omit<VoteOnApproval, 'via'>;
export interface AgendaVoteResult {
  requestKey: string;
  /** Why this vote was not counted; absent if it was. */
  code?: string;
  /** The same in the actor's language. */
  message?: string;
}

/**
 * Votes on several items of one meeting in sequence; each has its own result, and a failure does not stop the rest. 2
 * resource units a vote. Throws AppError: missing, forbidden `approvals.mayNotSeeAgenda`.
 */
export async function voteOnAgenda(
  context: Context,
  actor: Actor,
  { agendaKey, votes, via }: { agendaKey: string; votes: readonly AgendaVote[]; via: VoteOnApproval['via'] },
): Promise<AgendaVoteResult[]> {
  const agenda = agendaOrThrow(context, agendaKey);
  if (!maySeeAgenda(context, actor, agenda)) throw forbidden('approvals.mayNotSeeAgenda');
  const results: AgendaVoteResult[] = [];
  for (const vote of votes) {
    try {
      if (!agenda.requestKeys.includes(vote.requestKey)) throw conflict('approvals.notOnAgenda');
      await voteOnApproval(context, actor, { ...vote, via });
      results.push({ requestKey: vote.requestKey });
    } catch (thrown) {
      results.push({ requestKey: vote.requestKey, ...reasonOf(context, actor, asAppError(thrown)) });
    }
  }
  return results;
}

function reasonOf(context: Context, actor: Actor, { code, details, kind }: AppError) {
  if (kind === 'unexpected') context.log.error({ code }, 'a vote on an agenda failed');
  return { code, message: errorText(context.texts(actor.language), code, details, kind) };
}

import { stageSeats, tallyOf, turnoutOf, votesThatCount, type Vote } from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import { facts, plain, paragraph, type CardElement } from '../cards/index.ts';
import type { StageOf } from './stage-of.ts';
import { nameOf, type Reader } from './wording.ts';

/** Names in a card; the rest are in the tab. */
const most = 8;

/** "2 af 5 har stemt", and the votes: deciders see each other's. */
export function votesSection(context: Context, { request, stage }: StageOf, { t }: Reader): CardElement[] {
  const seats = stageSeats(context, stage, request.submittedBy);
  const turnout = turnoutOf(stage, seats);
  const votes = [...votesThatCount(stage).values()];
  if (turnout.seats < 2) return [];
  const rule = t(`approvalCards.rule.${stage.rule}`, { quorum: tallyOf(stage, seats).quorum });
  const key = votes.length === 0 ? 'approvalCards.votedNone' : 'approvalCards.voted';
  return [
    paragraph(t(key, { voted: turnout.voted, seats: turnout.seats, rule })),
    ...(turnout.disqualified > 0 ? [paragraph(t('approvalCards.disqualified', { count: turnout.disqualified }))] : []),
    ...facts(
      votes
        .sort((one, other) => one.at.localeCompare(other.at))
        .slice(0, most)
        .map((vote) => [plain(nameOf(context, vote.seat)), plain(choiceOf(context, vote, { t }))] as const),
    ),
    ...(votes.length > most ? [paragraph(t('cards.more', { count: votes.length - most }), { isSubtle: true })] : []),
  ];
}

/** `har godkendt`, or `har godkendt (ved Bo Lund)` for a deputy's vote. Not escaped. */
function choiceOf(context: Context, { choice, seat, by }: Vote, { t }: Pick<Reader, 't'>): string {
  const words = t(`approvalCards.choice.${choice}`);
  return seat === by ? words : t('approvalCards.byDeputy', { choice: words, name: nameOf(context, by) });
}

import type { Context } from '../../api/context.ts';
import { formatMoment } from '../../api/texts/format.ts';
import { cardMessage, thanksNotice, plain, sayings, type Thanks } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import type { StageOf } from './stage-of.ts';
import type { Status } from './card-status.ts';
import { backToVoteButton } from './vote-button.ts';
import { bodyOf, nameOf, openRequest, subjectWords, type Reader } from './wording.ts';

export type NotMine = Extract<
  Status,
  { as: 'waiting' | 'external' | 'submitter' | 'away' | 'represented' | 'removed' }
>;

/** Only leave suspends a holder's vote. */
const isOnLeave = ({ as }: NotMine): boolean => as === 'away' || as === 'represented';

/** Why the reader does not decide it now. */
export function notMineCard(
  context: Context,
  about: StageOf,
  status: NotMine,
  reader: Reader,
  thanks: Thanks | undefined,
): ChatMessage {
  const { request, stage } = about;
  const { language, t } = reader;
  const what = subjectWords(request, t);
  const title = t(status.as === 'waiting' ? 'approvalCards.result.waiting' : 'approvalCards.notMine.title', { what });
  return cardMessage({
    kind: 'approval.notMine',
    language,
    title: plain(title),
    summary: thanks?.text ?? title,
    notice: thanksNotice(thanks),
    body: sayings(...textsOf(status)),
    actions: [
      ...(isOnLeave(status) ? [backToVoteButton(about, t('approvalCards.notMine.endLeave'))] : []),
      openRequest(context, request, t),
    ],
  });

  function textsOf(given: NotMine): string[] {
    switch (given.as) {
      case 'waiting':
        return [t('approvalCards.result.waitingText', { body: plain(bodyOf(context, stage, t)) })];
      case 'external':
      case 'submitter':
        return [t(`approvalCards.notMine.${given.as}`)];
      case 'away':
        return [t('approvalCards.notMine.away'), t('approvalCards.notMine.endLeaveText')];
      case 'represented':
        return [
          t('approvalCards.notMine.represented', { name: plain(nameOf(context, given.deputy)) }),
          t('approvalCards.notMine.endLeaveText'),
        ];
      case 'removed':
        return [
          t('approvalCards.notMine.removed'),
          ...(given.vote
            ? [t('approvalCards.notMine.counted', { moment: formatMoment(given.vote.at, language) })]
            : []),
        ];
    }
  }
}

import { Button } from '@fluentui/react-components';
import type { ApprovalView } from '../../api/approvals/contract.ts';
import { savedDraft, useUnsent } from '../shared/forms/useDraft.ts';
import { t } from '../shared/texts/texts.ts';
import { Notice } from '../shared/ui/Notice.tsx';
import plainTextStyles from '../shared/ui/PlainText.module.css';
import { voteDraft } from './useApproval.ts';

/** What the reader wrote about a step that ended before it was sent. */
export function UnsentComment({ view }: { view: ApprovalView }) {
  const ended = view.stages.findLast(({ number, state, seats }) => {
    const written = savedDraft<string>(voteDraft(view.key, number))?.trim();
    // A vote is counted before its answer is here.
    return state !== 'open' && written && !seats.some(({ vote }) => vote?.reason === written);
  });
  return ended ? <Comment draft={voteDraft(view.key, ended.number)} key={ended.number} /> : null;
}

function Comment({ draft }: { draft: string }) {
  const { found, remove } = useUnsent<string>(draft);
  if (!found) return null;
  return (
    <Notice
      tone="warning"
      title={t('approvals.vote.unsent')}
      live
      actions={<Button onClick={remove}>{t('approvals.vote.unsentRemove')}</Button>}
    >
      <p>{t('approvals.vote.unsentText')}</p>
      <p className={plainTextStyles.plainText}>{found}</p>
    </Notice>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApprovalView, FileView } from '../../api/approvals/contract.ts';
import { WrittenText } from '../shared/ui/WrittenText.tsx';
import { fetchFile } from '../shared/api/client.ts';
import { t } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { Difference } from '../shared/ui/Difference.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { FrozenFile } from './DecisionCard.tsx';
import styles from './Approvals.module.css';

/** Larger pictures are fetched on demand: the reader may be on a phone. */
const largestShownBytes = 8 * 1024 * 1024;

const headings = {
  open: 'content',
  approved: 'contentDone',
  rejected: 'contentDone',
  returned: 'contentDone',
  withdrawn: 'contentWithdrawn',
} as const;

/**
 * The exact content decided about, frozen at submission: all of it, or the changes. A body's new round starts with
 * them.
 */
export function Content({ view }: { view: ApprovalView }) {
  const { difference, file } = view;
  const hasChanged = difference?.blocks.some(({ kind }) => kind !== 'same') === true;
  const [shown, setShown] = useState<'whole' | 'changes'>(
    difference?.against === 'round' && hasChanged ? 'changes' : 'whole',
  );
  return (
    <section className={`card ${styles.approvalContent}`} aria-labelledby="content-title">
      <div className="section-head">
        <h2 className="card-title" id="content-title">
          {t(`approvals.detail.${headings[view.state]}`)}
        </h2>
        {difference && (
          <Choices
            label={t('common.word.show')}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'whole', text: t('approvals.detail.whole') },
              { value: 'changes', text: t('approvals.detail.changes') },
            ]}
          />
        )}
      </div>
      {file && <FrozenFile requestKey={view.key} file={file} />}
      {difference && shown === 'changes' ? (
        <>
          <p className="card-text">
            {t(difference.against === 'round' ? 'approvals.detail.againstRound' : 'approvals.detail.againstInForce', {
              title: difference.title,
            })}
          </p>
          <Difference blocks={difference.blocks} />
        </>
      ) : (
        <>
          {file?.type.startsWith('image/') && file.size <= largestShownBytes && (
            <Picture requestKey={view.key} file={file} />
          )}
          {view.content && <WrittenText text={view.content} />}
        </>
      )}
      <details className={styles.approvalProof}>
        <summary>{t('approvals.detail.proof')}</summary>
        <p className="card-text">{t('approvals.detail.proofHint')}</p>
        <p className={styles.approvalHash}>{view.contentHash}</p>
      </details>
    </section>
  );
}

/** The page's content security policy allows own pictures only as data. */
const asData = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(new Error('unreadable'));
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.readAsDataURL(blob);
  });

function Picture({ requestKey, file }: { requestKey: string; file: FileView }) {
  const name = 'GET /api/approvals/:requestKey/file';
  const request = { params: { requestKey } };
  const picture = useQuery({
    queryKey: [name, request, file.hash],
    queryFn: async ({ signal }) => {
      const bytes = await fetchFile(name, request, signal);
      return asData(new Blob([bytes], { type: file.type }));
    },
    staleTime: Infinity,
  });
  if (picture.isError) return <p className="card-text">{t('approvals.detail.pictureFailed')}</p>;
  if (picture.data === undefined) return <Skeleton rows={2} />;
  return (
    <img
      className={styles.approvalPicture}
      src={picture.data}
      alt={t('approvals.detail.pictureOf', { name: file.name })}
    />
  );
}

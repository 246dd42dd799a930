import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { CommentsView, PolicyVersionView } from '../../api/policy/contract.ts';
import { useParagraph } from '../shared/address.ts';
import { t } from '../shared/texts/texts.ts';
import { failureText } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Comment } from './Comment.tsx';
import { CommentButton } from './CommentForm.tsx';
import { cut } from '../shared/paragraphs.ts';
import { WrittenText } from '../shared/ui/WrittenText.tsx';
import { WhatsNew } from './ReadVersion.tsx';
import { placed, useComments } from './useComments.ts';
import styles from './ReviewDraft.module.css';

/** A draft to read and comment on, paragraph by paragraph; the text is shown even if comments fail. */
export function ReviewDraft({ version }: { version: PolicyVersionView }) {
  const comments = useComments(version);
  const found = useParagraph();
  const paragraphs = useMemo(() => cut(version.body), [version.body]);
  const { at, whole, settled } = placed(comments.data, paragraphs);
  const mayComment = comments.data?.abilities.comment === true;
  return (
    <article className={styles.review}>
      <WhatsNew summary={version.summary} />
      {comments.error && !comments.data && (
        <Notice
          tone="warning"
          live
          actions={<Button onClick={() => void comments.refetch()}>{t('common.retry')}</Button>}
        >
          {failureText(comments.error)}
        </Notice>
      )}
      {comments.data && <p className="section-text">{answerOf(comments.data)}</p>}
      <div className={styles.reviewText}>
        {paragraphs.map((paragraph, index) => (
          <div className={styles.reviewRow} data-part="review-row" key={index}>
            <WrittenText text={paragraph} paragraph={index === found ? 0 : undefined} />
            <div className={styles.reviewSide}>
              {at.get(index)?.map((comment) => (
                <Comment key={comment.key} versionKey={version.key} comment={comment} />
              ))}
              {mayComment && <CommentButton versionKey={version.key} paragraph={paragraph} />}
            </div>
          </div>
        ))}
      </div>
      {(mayComment || whole.length > 0) && (
        <section className="section" aria-labelledby="whole-title">
          <h2 className="section-title" id="whole-title">
            {t('policy.comments.whole')}
          </h2>
          {whole.map((comment) => (
            <Comment key={comment.key} versionKey={version.key} comment={comment} apart />
          ))}
          {mayComment && <CommentButton versionKey={version.key} />}
        </section>
      )}
      {settled.length > 0 && (
        <details className={styles.reviewSettled}>
          <summary>{t('policy.comments.resolved', { count: settled.length })}</summary>
          {settled.map((comment) => (
            <Comment key={comment.key} versionKey={version.key} comment={comment} apart />
          ))}
        </details>
      )}
    </article>
  );
}

const answerOf = ({ open, comments }: CommentsView): string =>
  comments.length === 0 ? t('policy.comments.none') : t('policy.comments.open', { count: open });

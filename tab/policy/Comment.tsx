import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CommentView } from '../../api/policy/contract.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { readable } from '../shared/ui/readable.ts';
import { CommentForm } from './CommentForm.tsx';
import { excerptOf } from './approval-texts.ts';
import { useCommentActs } from './useComments.ts';
import styles from './ReviewDraft.module.css';

/** A comment on the draft, with its actions. `apart`: away from its paragraph. */
export function Comment(props: { versionKey: string; comment: CommentView; apart?: boolean }) {
  const { versionKey, comment, apart } = props;
  const { by, at, text, paragraph, outdated, resolved, answer, abilities } = comment;
  const acts = useCommentActs(versionKey, comment);
  const [removing, setRemoving] = useState(false);
  const [answering, setAnswering] = useState(false);
  return (
    <article className={styles.comment} aria-label={t('policy.comments.by', { name: by.name })}>
      <p>
        <strong>{by.name}</strong> <span className="quiet">{asMoment(at)}</span>
      </p>
      {apart && paragraph !== undefined && (
        <p className="quiet">{t('policy.comments.about', { excerpt: excerptOf(readable(paragraph), 120) })}</p>
      )}
      {outdated && <p className="tag">{t('policy.comments.outdated')}</p>}
      <p className={styles.commentText}>{text}</p>
      {answer && (
        <blockquote className={styles.commentAnswer} data-part="comment-answer">
          <p>
            <strong>{t('policy.comments.answerBy', { name: answer.by.name })}</strong>{' '}
            <span className="quiet">{asMoment(answer.at)}</span>
          </p>
          <p className={styles.commentText}>{answer.text}</p>
        </blockquote>
      )}
      {answering && <CommentForm versionKey={versionKey} answers={comment.key} onClose={() => setAnswering(false)} />}
      {resolved && <p className="quiet">{t('policy.comments.resolvedBy', { name: resolved.by.name })}</p>}
      {!answering && (abilities.answer || abilities.resolve || abilities.remove) && (
        <div className={styles.commentActs}>
          {abilities.answer && !answer && (
            <Button size="small" onClick={() => setAnswering(true)}>
              {t('policy.comments.answer')}
            </Button>
          )}
          {abilities.resolve && (
            <ActButton
              size="small"
              busy={acts.busy}
              busyText={t('common.word.saving')}
              onClick={() => acts.settle(!resolved)}
            >
              {resolved ? t('policy.comments.reopen') : t('policy.comments.resolve')}
            </ActButton>
          )}
          {abilities.remove && (
            <Button size="small" appearance="subtle" onClick={() => setRemoving(true)}>
              {t('common.word.remove')}
            </Button>
          )}
        </div>
      )}
      <ActFailed error={acts.error} />
      <ActDialog
        open={removing}
        title={t('policy.comments.removeTitle')}
        onClose={() => setRemoving(false)}
        act={{
          text: t('policy.comments.removeButton'),
          busyText: t('common.word.saving'),
          busy: acts.busy,
          press: acts.remove,
        }}
      >
        <p>{t('policy.comments.removeText')}</p>
        <ActFailed error={acts.removeError} />
      </ActDialog>
    </article>
  );
}

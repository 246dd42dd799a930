import { Button } from '@fluentui/react-components';
import { CommentAddRegular } from '@fluentui/react-icons/svg/comment-add';
import { useEffect, useRef, useState } from 'react';
import { FormField } from '../shared/forms/FormField.tsx';
import { written } from '../shared/forms/field-rules.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { readable } from '../shared/ui/readable.ts';
import { excerptOf } from './approval-texts.ts';
import { longestComment, useCommentForm } from './useComments.ts';
import styles from './ReviewDraft.module.css';

/** The button at a paragraph, or for the whole text; pressed, it becomes the form, and regains the focus afterwards. */
export function CommentButton({ versionKey, paragraph }: { versionKey: string; paragraph?: string }) {
  const [writing, setWriting] = useState(false);
  const [back, setBack] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (back && !writing) place.current?.querySelector('button')?.focus();
  }, [back, writing]);
  const close = () => {
    setWriting(false);
    setBack(true);
  };
  if (writing) return <CommentForm versionKey={versionKey} paragraph={paragraph} onClose={close} />;
  return (
    <div ref={place}>
      <Button
        size="small"
        appearance={paragraph === undefined ? 'secondary' : 'subtle'}
        icon={<CommentAddRegular />}
        {...(paragraph === undefined
          ? {}
          : { 'aria-label': t('policy.comments.commentOn', { excerpt: excerptOf(readable(paragraph)) }) })}
        onClick={() => setWriting(true)}
      >
        {paragraph === undefined ? t('policy.comments.commentWhole') : t('policy.comments.comment')}
      </Button>
    </div>
  );
}

/** `answers`: key of the answered comment. */
export function CommentForm(props: {
  versionKey: string;
  paragraph?: string | undefined;
  answers?: string;
  onClose: () => void;
}) {
  const { versionKey, paragraph, answers, onClose } = props;
  const state = useCommentForm(versionKey, { paragraph, answers }, onClose);
  const { form, busy, error } = state;
  useEffect(() => form.setFocus('text'), [form]);
  return (
    <form className={styles.commentForm} noValidate onSubmit={(event) => void state.save(event)}>
      <FormField
        control={state.control}
        name="text"
        label={t(answers === undefined ? 'policy.comments.label' : 'policy.comments.answerLabel')}
        rows={4}
        rules={written(longestComment)}
      />
      <ActFailed error={error} />
      <div className={styles.commentActs}>
        <ActButton type="submit" size="small" appearance="primary" busy={busy} busyText={t('common.word.saving')}>
          {t(answers === undefined ? 'policy.comments.save' : 'policy.comments.saveAnswer')}
        </ActButton>
        <Button size="small" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

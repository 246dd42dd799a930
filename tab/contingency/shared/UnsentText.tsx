import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { savedDraft, useDraft } from '../../shared/forms/useDraft.ts';
import { t } from '../../shared/texts/texts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import styles from './UnsentText.module.css';

/** What was being written in a log that closed meanwhile, by the draft of its form, until the writer drops it. */
export function UnsentText({ draft }: { draft: string }) {
  const { forget } = useDraft(draft);
  const [text, setText] = useState('');
  // The form writes its last words when it is removed, which may be after the first render.
  useEffect(() => {
    const timer = setTimeout(() => setText(savedDraft<{ text?: string }>(draft)?.text ?? ''));
    return () => clearTimeout(timer);
  }, [draft]);
  if (text.trim() === '') return null;
  const drop = () => {
    forget();
    setText('');
  };
  return (
    <Notice tone="warning" live actions={<Button onClick={drop}>{t('contingency.unsent.drop')}</Button>}>
      <p>{t('contingency.unsent.text')}</p>
      <p className={styles.unsent}>{text}</p>
    </Notice>
  );
}

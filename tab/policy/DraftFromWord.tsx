import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { WordTextView } from '../../api/policy/contract.ts';
import { useUpload } from '../shared/api/upload.ts';
import { t } from '../shared/texts/texts.ts';
import { FileDrop } from '../shared/ui/FileDrop.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { WordNotes } from '../shared/ui/WordNotes.tsx';
import styles from './DraftPage.module.css';

/** Bytes, the API's limit. */
const largest = 10 * 1024 * 1024;

interface Taken {
  name: string;
  notes: WordTextView['notes'];
  before: string;
}

/** Imports the policy from Word: its text replaces the draft's, with undo. */
export function DraftFromWord({ text, onText }: { text: () => string; onText: (text: string) => void }) {
  const sending = useUpload('POST /api/policy/word-text');
  const [taken, setTaken] = useState<Taken>();
  const take = async (file: File) => {
    const found = await sending.upload({}, file).catch(() => undefined);
    // Errors are shown at the drop zone.
    if (!found) return;
    setTaken({ name: file.name, notes: found.notes, before: text() });
    onText(found.text);
  };
  const undo = () => {
    if (taken) onText(taken.before);
    setTaken(undefined);
  };
  return (
    <details className={styles.draftWord} data-part="draft-word">
      <summary>{t('policy.draft.word.open')}</summary>
      <p className="quiet">{t('policy.draft.word.what')}</p>
      <FileDrop
        label={t('policy.draft.word.file')}
        kinds={['word']}
        largest={largest}
        upload={sending}
        onFile={(file) => void take(file)}
      />
      {taken && (
        <>
          <Notice
            tone="success"
            live
            title={t('policy.draft.word.taken', { name: taken.name })}
            actions={<Button onClick={undo}>{t('policy.draft.word.undo')}</Button>}
          >
            <p>{t('policy.draft.word.read')}</p>
          </Notice>
          <WordNotes notes={taken.notes} />
        </>
      )}
    </details>
  );
}

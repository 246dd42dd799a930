import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { WritingField } from '../shared/writing/WritingField.tsx';
import { WrittenText } from '../shared/ui/WrittenText.tsx';
import { t } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { FileDrop } from '../shared/ui/FileDrop.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { WordNotes } from '../shared/ui/WordNotes.tsx';
import { fileKindsTaken, largestFile } from './file-limits.ts';
import { longest } from './procedure-values.ts';
import { atMost, isWritten, required } from '../shared/forms/field-rules.ts';
import type { ProcedureFormState } from './useProcedureForm.ts';
import styles from './Procedures.module.css';

/** Title, summary, and the content: a file, a text or both. */
export function ContentFields({ state }: { state: ProcedureFormState }) {
  const { form } = state;
  return (
    <section className="card" aria-labelledby="content">
      <h2 className="card-title" id="content">
        {t('procedures.form.content')}
      </h2>
      <FormField
        control={form.control}
        name="title"
        label={t('common.word.title')}
        hint={t('procedures.form.titleHint')}
        rules={{ ...required(), ...atMost(longest.title) }}
      />
      <FormField
        control={form.control}
        name="summary"
        label={t('procedures.form.summary')}
        hint={t('procedures.form.summaryHint')}
        rows={2}
        rules={{
          ...atMost(longest.summary),
          validate: (words: unknown) => !state.isForSubmit() || isWritten(words) || t('procedures.form.summaryNeeded'),
        }}
      />
      <FileDrop
        label={`${t('procedures.form.file')} (${t('common.form.optional')})`}
        kinds={fileKindsTaken}
        largest={largestFile}
        file={state.file}
        upload={state.upload}
        onFile={state.chooseFile}
        onRetry={() => void state.saveThen('read')()}
        onRemove={state.removeFile}
      />
      {state.fileIsNew && !state.upload.busy && <p className="quiet">{t('procedures.form.fileLater')}</p>}
      <FromFile state={state} />
      <Text state={state} />
    </section>
  );
}

/** The text of the saved Word file can be edited here, with its tables and lists. */
function FromFile({ state: { form, made, file, fileIsNew } }: { state: ProcedureFormState }) {
  const version = made?.coming ?? made?.current;
  if (!file || fileIsNew || !version?.fileText) return null;
  const { fileText, fileNotes } = version;
  const take = () => {
    const text = form.getValues('text').trim();
    form.setValue('text', text === '' ? fileText : `${text}\n\n${fileText}`, {
      shouldDirty: true,
      shouldValidate: true,
    });
  };
  return (
    <div>
      <Button onClick={take}>{t('procedures.form.takeText')}</Button>
      <p className="quiet">{t('procedures.form.takeTextHint')}</p>
      <WordNotes notes={fileNotes} />
    </div>
  );
}

function Text({ state: { form, file, isForSubmit } }: { state: ProcedureFormState }) {
  const [as, setAs] = useState<'write' | 'preview'>('write');
  const text = useWatch({ control: form.control, name: 'text' });
  return (
    <div className={styles.procedureWrite}>
      <Choices
        label={t('procedures.form.text')}
        value={as}
        onChange={setAs}
        options={[
          { value: 'write', text: t('procedures.form.write') },
          { value: 'preview', text: t('procedures.form.preview') },
        ]}
      />
      <div hidden={as === 'preview'}>
        <WritingField
          control={form.control}
          name="text"
          label={file ? `${t('procedures.form.text')} (${t('common.form.optional')})` : t('procedures.form.text')}
          rows={file ? 6 : 16}
          optional={file !== undefined}
          rules={{
            ...atMost(longest.text),
            validate: (words: unknown) =>
              !isForSubmit() || file !== undefined || isWritten(words) || t('procedures.form.contentNeeded'),
          }}
        />
      </div>
      {as === 'preview' && (text.trim() ? <WrittenText text={text} /> : <p>{t('procedures.form.previewEmpty')}</p>)}
    </div>
  );
}

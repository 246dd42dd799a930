import { useState } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import type { DraftBody, PolicyPageView, PolicyVersionView } from '../../api/policy/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { Form } from '../shared/forms/Form.tsx';
import { WritingField } from '../shared/writing/WritingField.tsx';
import { WrittenText } from '../shared/ui/WrittenText.tsx';
import { DraftFromWord } from './DraftFromWord.tsx';
import { useDraft } from './useDraft.ts';
import { required, written } from '../shared/forms/field-rules.ts';
import { Choice } from '../shared/ui/Choice.tsx';
import styles from './DraftPage.module.css';

const longest = { title: 200, summary: 600, body: 55_000 } as const;
type Fields = UseFormReturn<DraftBody>;

const versionNumber = () => ({
  ...required(),
  pattern: { value: /^\s*\d{1,3}\.\d{1,3}\s*$/, message: t('policy.draft.numberFormat') },
});

/** Title, number, date, summary, kind of change, and the text with a preview. */
export function DraftForm({ from }: { from: { version: PolicyVersionView } | { policy: PolicyPageView } }) {
  const state = useDraft(from);
  const { form } = state;
  return (
    <Form state={state} className={styles.draft} button={t('policy.draft.save')} busyText={t('policy.draft.saving')}>
      <Facts form={form} />
      <Body form={form} />
    </Form>
  );
}

function Facts({ form: { control, register } }: { form: Fields }) {
  return (
    <div className="card">
      <FormField control={control} name="title" label={t('common.word.title')} rules={written(longest.title)} />
      <div className={styles.draftPair}>
        <FormField
          control={control}
          name="number"
          label={t('policy.draft.number')}
          hint={t('policy.draft.numberHint')}
          inputMode="decimal"
          rules={versionNumber()}
        />
        <FormField
          control={control}
          name="effectiveOn"
          label={t('common.word.inForceFrom')}
          type="date"
          rules={required()}
        />
      </div>
      <fieldset className="choices">
        <legend>{t('policy.draft.change')}</legend>
        {(['minor', 'major'] as const).map((kind) => (
          <Choice
            key={kind}
            value={kind}
            {...register('changeKind')}
            title={t(`policy.change.${kind}`)}
            text={t(`policy.draft.${kind}Text`)}
          />
        ))}
      </fieldset>
      <FormField
        control={control}
        name="summary"
        label={t('policy.whatIsNew')}
        hint={t('policy.draft.summaryHint')}
        rows={3}
        rules={written(longest.summary)}
      />
    </div>
  );
}

function Body({ form }: { form: Fields }) {
  const [as, setAs] = useState<'write' | 'preview'>('write');
  const text = useWatch({ control: form.control, name: 'body' });
  // A text from elsewhere is a new document to the editor, whose undo covers typing only.
  const [textsTaken, setTextsTaken] = useState(0);
  const put = (words: string) => {
    form.setValue('body', words, { shouldDirty: true, shouldValidate: true });
    setTextsTaken((times) => times + 1);
  };
  return (
    <div className="card">
      <DraftFromWord text={() => form.getValues('body')} onText={put} />
      <Choices
        label={t('policy.draft.body')}
        value={as}
        onChange={setAs}
        options={[
          { value: 'write', text: t('policy.draft.write') },
          { value: 'preview', text: t('policy.draft.preview') },
        ]}
      />
      <div hidden={as === 'preview'}>
        <WritingField
          key={textsTaken}
          control={form.control}
          name="body"
          label={t('policy.draft.body')}
          rows={22}
          rules={written(longest.body)}
        />
        <p className="quiet">{t('policy.draft.lines', { used: text.length, count: longest.body })}</p>
      </div>
      {as === 'preview' && (
        <div className={styles.draftPreview}>
          {text.trim() ? <WrittenText text={text} /> : <p>{t('policy.draft.previewEmpty')}</p>}
        </div>
      )}
    </div>
  );
}

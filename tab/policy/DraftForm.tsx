import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { Input } from '@fluentui/react-input';
import { Textarea } from '@fluentui/react-textarea';
import { useState } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import type { DraftBody, PolicyVersionView } from '../../api/policy/contract.ts';
import { asTime, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { Choices } from '../shared/ui/Choices.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { PolicyText } from './PolicyText.tsx';
import { useDraft } from './useDraft.ts';

const longest = { title: 200, summary: 600, body: 55_000 } as const;
type Form = UseFormReturn<DraftBody>;

const required = () => ({ validate: (text: string) => text.trim() !== '' || t('common.form.required') });
const atMost = (count: number) => ({ value: count, message: t('policy.draft.tooLong', { count }) });

/** Title, number, date, what is new, how big the change is, and the text with a preview. */
export function DraftForm(props: { version?: PolicyVersionView; current?: PolicyVersionView | undefined }) {
  const { form, save, busy, error, keptAt, restored, discardKept } = useDraft(props.version, props.current);
  const { errors, submitCount } = form.formState;
  const wrong = Object.keys(errors).length;
  return (
    <form className="draft" noValidate onSubmit={(event) => void save(event)}>
      {restored && (
        <Notice tone="info" actions={<Button onClick={discardKept}>{t('common.form.discard')}</Button>}>
          {t('common.form.restored')}
        </Notice>
      )}
      <div className="card">
        <Field
          label={t('policy.draft.titleLabel')}
          required
          {...(errors.title ? { validationMessage: errors.title.message } : {})}
        >
          <Input {...form.register('title', { ...required(), maxLength: atMost(longest.title) })} />
        </Field>
        <div className="draft-pair">
          <Field
            label={t('policy.draft.number')}
            hint={t('policy.draft.numberHint')}
            required
            {...(errors.number ? { validationMessage: errors.number.message } : {})}
          >
            <Input
              inputMode="decimal"
              {...form.register('number', {
                ...required(),
                pattern: { value: /^\s*\d{1,3}\.\d{1,3}\s*$/, message: t('policy.draft.numberFormat') },
              })}
            />
          </Field>
          <Field
            label={t('policy.draft.effectiveOn')}
            required
            {...(errors.effectiveOn ? { validationMessage: errors.effectiveOn.message } : {})}
          >
            <Input type="date" {...form.register('effectiveOn', required())} />
          </Field>
        </div>
        <ChangeKind form={form} />
        <Field
          label={t('policy.draft.summary')}
          hint={t('policy.draft.summaryHint')}
          required
          {...(errors.summary ? { validationMessage: errors.summary.message } : {})}
        >
          <Textarea
            rows={3}
            resize="vertical"
            {...form.register('summary', { ...required(), maxLength: atMost(longest.summary) })}
          />
        </Field>
      </div>
      <Body form={form} />
      <ActFailed error={error} />
      {submitCount > 0 && wrong > 0 && (
        <Notice tone="error" live>
          {t('common.form.errors', { count: wrong })}
        </Notice>
      )}
      <div className="draft-foot">
        <ActButton type="submit" appearance="primary" size="large" busy={busy} busyText={t('policy.draft.saving')}>
          {t('policy.draft.save')}
        </ActButton>
        {keptAt && <span className="quiet">{t('common.form.saved', { time: asTime(keptAt) })}</span>}
      </div>
    </form>
  );
}

function ChangeKind({ form }: { form: Form }) {
  return (
    <fieldset className="choices">
      <legend>{t('policy.draft.change')}</legend>
      {(['minor', 'major'] as const).map((kind) => (
        <label key={kind} className="choice">
          <input type="radio" value={kind} {...form.register('changeKind')} />
          <span className="choice-title">{t(`policy.change.${kind}`)}</span>
          <span className="choice-text">{t(`policy.draft.${kind}Text`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Body({ form }: { form: Form }) {
  const [as, setAs] = useState<'write' | 'preview'>('write');
  const text = useWatch({ control: form.control, name: 'body' });
  const error = form.formState.errors.body;
  return (
    <div className="card">
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
        <Field
          label={t('policy.draft.body')}
          hint={t('policy.draft.bodyHint')}
          required
          {...(error ? { validationMessage: error.message } : {})}
        >
          <Textarea
            className="draft-body"
            resize="vertical"
            rows={22}
            {...form.register('body', { ...required(), maxLength: atMost(longest.body) })}
          />
        </Field>
        <p className="quiet">{t('policy.draft.lines', { used: text.length, count: longest.body })}</p>
      </div>
      {as === 'preview' && (
        <div className="draft-preview">
          {text.trim() ? <PolicyText text={text} /> : <p>{t('policy.draft.previewEmpty')}</p>}
        </div>
      )}
    </div>
  );
}

import { Button, Field } from '@fluentui/react-components';
import { useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { FieldWrong } from '../../shared/forms/FieldWrong.tsx';
import { FormChoices } from '../../shared/forms/FormChoices.tsx';
import { useForm } from '../../shared/forms/useForm.ts';
import { asDate, t, textOf } from '../../shared/texts/texts.ts';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { assessmentPath } from './useAssessmentActs.ts';
import { ChoiceLine } from '../../shared/ui/Choice.tsx';

type Source = ApiAnswer<'GET /api/risks/assessment-sources'>['sources'][number];
const forms = ['quick', 'full'] as const;

interface Start {
  assetKey: string;
  /** Assessment to copy from by default. */
  copyFrom?: string;
}

/** The button with its dialog; one already in progress is opened from the API's answer. */
export function BeginButton(start: Start) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button appearance="primary" onClick={() => setOpen(true)}>
        {t('riskAssessment.begin.button')}
      </Button>
      <BeginDialog {...start} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

/** Asks for the form and the source to copy from, creates it, and opens it. */
export function BeginDialog(props: Start & { open: boolean; onClose: () => void }) {
  const { assetKey, copyFrom = '', open, onClose } = props;
  const state = useForm({
    start: { form: copyFrom ? 'full' : 'quick', copyFrom },
    send: async (chosen, api) => {
      const form = forms.find((one) => one === chosen.form) ?? 'quick';
      const from = form === 'full' && chosen.copyFrom !== '' ? { copyFrom: chosen.copyFrom } : {};
      const view = await api('POST /api/risks/assessments', { body: { assetKey, form, ...from } });
      // Another had begun one: it is answered with, and nothing is copied into it.
      if (from.copyFrom !== undefined && view.copiedFrom?.key !== from.copyFrom)
        notify(t('riskAssessment.begin.copyUnused'));
      return view;
    },
    close: onClose,
    goTo: ({ key }) => assessmentPath(key),
  });
  const { control } = state;
  const form = useWatch({ control, name: 'form' });
  const source = useController({ control, name: 'copyFrom' });
  return (
    <FormDialog
      open={open}
      title={t('riskAssessment.begin.button')}
      onClose={onClose}
      state={state}
      button={t('riskAssessment.begin.start')}
      busyText={t('riskAssessment.begin.starting')}
    >
      <FormChoices
        control={control}
        name="form"
        label={t('riskAssessment.begin.form')}
        options={forms.map((value) => ({
          value,
          title: t(`riskAssessment.begin.forms.${value}`),
          text: t(`riskAssessment.begin.formsText.${value}`),
        }))}
      />
      <FieldWrong>{source.fieldState.error?.message}</FieldWrong>
      {form === 'full' && open && (
        <Sources assetKey={assetKey} chosen={source.field.value} onChoose={source.field.onChange} />
      )}
    </FormDialog>
  );
}

function Sources(props: { assetKey: string; chosen: string; onChoose: (key: string) => void }) {
  const { assetKey, chosen, onChoose } = props;
  const [q, setQ] = useState('');
  const view = useView('GET /api/risks/assessment-sources', { query: { assetKey, q } }, { keepPrevious: true });
  return (
    <fieldset className="choices">
      <legend>{t('riskAssessment.begin.copy')}</legend>
      <Field label={t('riskAssessment.begin.search')}>
        <SearchField label={t('riskAssessment.begin.search')} value={q} onSearch={setQ} />
      </Field>
      <ChoiceLine name="copyFrom" checked={chosen === ''} onChange={() => onChoose('')}>
        {t('riskAssessment.begin.noCopy')}
      </ChoiceLine>
      {!view.data && !view.error && <Skeleton rows={1} />}
      {view.data?.sources.map((source) => (
        <ChoiceLine
          key={source.key}
          name="copyFrom"
          checked={chosen === source.key}
          onChange={() => onChoose(source.key)}
        >
          {source.asset.title} <span className="quiet">{sourceText(source, assetKey)}</span>
        </ChoiceLine>
      ))}
      <ActFailed error={view.error} />
    </fieldset>
  );
}

/** `den sidste af samme aktiv, 12 risici, 3. marts 2026` or what the assets share. */
function sourceText({ asset, heldOn, risks, similar }: Source, assetKey: string): string {
  const like = similar.map((what) => textOf(`riskAssessment.begin.similar.${what}`) ?? what);
  return [
    asset.key === assetKey ? t('riskAssessment.begin.itself') : like.join(', '),
    t('riskAssessment.begin.risks', { count: risks }),
    heldOn && asDate(heldOn),
  ]
    .filter(Boolean)
    .join(' · ');
}

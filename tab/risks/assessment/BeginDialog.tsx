import { Button, Field } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { useAct, useView } from '../../shared/api/queries.ts';
import { asDate, t, textOf } from '../../shared/texts/texts.ts';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { assessmentPath } from './useAssessmentActs.ts';
import { Choice, ChoiceLine } from '../../shared/ui/Choice.tsx';

type Source = ApiAnswer<'GET /api/risks/assessment-sources'>['sources'][number];
const forms = ['quick', 'full'] as const;

interface Start {
  assetKey: string;
  /** An assessment that is copied from unless the reader says otherwise. */
  copyFrom?: string;
}

/** The button with its dialog; one that is begun already is opened by the API's answer. */
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

/** Asks for the form and what to copy from, begins, and opens what is begun. */
export function BeginDialog(props: Start & { open: boolean; onClose: () => void }) {
  const { assetKey, open, onClose } = props;
  const [, goTo] = useLocation();
  const [form, setForm] = useState<(typeof forms)[number]>(props.copyFrom ? 'full' : 'quick');
  const [copyFrom, setCopyFrom] = useState(props.copyFrom ?? '');
  const act = useAct('POST /api/risks/assessments');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { assetKey, form, ...(form === 'full' && copyFrom !== '' ? { copyFrom } : {}) };
    const begun = await act.mutateAsync({ body }).catch(() => undefined);
    if (!begun) return;
    onClose();
    goTo(assessmentPath(begun.key));
  };
  return (
    <FormDialog
      open={open}
      title={t('riskAssessment.begin.title')}
      onClose={onClose}
      onSubmit={submit}
      button={t('riskAssessment.begin.start')}
      busyText={t('riskAssessment.begin.starting')}
      busy={act.isPending}
      error={act.error}
    >
      <fieldset className="choices">
        <legend>{t('riskAssessment.begin.form')}</legend>
        {forms.map((one) => (
          <Choice
            key={one}
            name="form"
            checked={form === one}
            onChange={() => setForm(one)}
            title={t(`riskAssessment.begin.forms.${one}`)}
            text={t(`riskAssessment.begin.formsText.${one}`)}
          />
        ))}
      </fieldset>
      {form === 'full' && open && <Sources assetKey={assetKey} chosen={copyFrom} onChoose={setCopyFrom} />}
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

/** `den sidste af samme aktiv, 12 risici, 3. marts 2026` or what the assets have in common. */
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

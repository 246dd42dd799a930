import { Field, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import type { RequirementRow } from '../../api/standards/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { notify } from '../shared/ui/notify.ts';
import { Choice } from '../shared/ui/Choice.tsx';

const shortest = 3;

/** Chooses or de-selects requirements, one or many, with the reason. */
export function DecideDialog(props: {
  standardKey: string;
  requirements: readonly RequirementRow[];
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const { requirements } = props;
  const [only] = requirements;
  const [applies, setApplies] = useState(only?.applies ?? true);
  const [reason, setReason] = useState(requirements.length === 1 ? (only?.reason ?? '') : '');
  const [tried, setTried] = useState(false);
  const act = useAct('PUT /api/standards/:standardKey/applicability');
  const tooShort = reason.trim().length < shortest;
  const withControls = requirements.filter(({ controls }) => controls.length > 0).length;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (tooShort) return event.currentTarget.querySelector('textarea')?.focus();
    const body = { requirementKeys: requirements.map(({ key }) => key), applies, reason: reason.trim() };
    const saved = await act.mutateAsync({ params: { standardKey: props.standardKey }, body }).catch(() => undefined);
    if (!saved) return;
    notify(saved.changed > 0 ? t('standards.decide.saved', { count: saved.changed }) : t('standards.decide.same'));
    props.onDone();
    props.onClose();
  };
  return (
    <FormDialog
      open={props.open}
      title={t('standards.decide.title', { count: requirements.length, ref: only?.ref ?? '' })}
      onClose={props.onClose}
      onSubmit={submit}
      button={t('standards.decide.save')}
      busyText={t('standards.decide.saving')}
      busy={act.isPending}
      error={act.error}
    >
      <fieldset className="choices">
        <legend>{t('standards.decide.question')}</legend>
        {(['yes', 'no'] as const).map((answer) => (
          <Choice
            key={answer}
            name="applies"
            checked={applies === (answer === 'yes')}
            onChange={() => setApplies(answer === 'yes')}
            title={t(`standards.decide.${answer}`)}
            text={t(`standards.decide.${answer}Text`)}
          />
        ))}
      </fieldset>
      {!applies && withControls > 0 && <p>{t('standards.decide.withControls', { count: withControls })}</p>}
      <Field
        label={t('standards.decide.reason')}
        hint={t('standards.decide.reasonHint')}
        required
        {...(tried && tooShort ? { validationMessage: t('standards.decide.reasonShort') } : {})}
      >
        <Textarea rows={3} value={reason} onChange={(_, data) => setReason(data.value)} />
      </Field>
    </FormDialog>
  );
}

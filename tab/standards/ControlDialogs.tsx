import { Field, Textarea } from '@fluentui/react-components';
import { useId } from 'react';
import type { ControlView } from '../../api/standards/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { useAssess, useRetire } from './useControl.ts';
import { Choice } from '../shared/ui/Choice.tsx';
import styles from './Standards.module.css';

interface Asked {
  control: ControlView;
  open: boolean;
  onClose: () => void;
}

/** How well the control works: counts in every standard at once, and its review is done. */
export function AssessDialog({ control, open, onClose }: Asked) {
  const assess = useAssess(control, onClose);
  const errorId = useId();
  return (
    <FormDialog
      open={open}
      title={t('standards.assess.title', { title: control.title })}
      onClose={onClose}
      onSubmit={async (event) => {
        event.preventDefault();
        if (assess.effect === undefined) event.currentTarget.querySelector('input')?.focus();
        await assess.submit();
      }}
      button={t('standards.assess.save')}
      busyText={t('standards.assess.saving')}
      busy={assess.busy}
      error={assess.error}
    >
      <fieldset className="choices" {...(assess.missing ? { 'aria-describedby': errorId } : {})}>
        <legend>{t('standards.assess.question')}</legend>
        {(['effective', 'partly', 'none'] as const).map((effect) => (
          <Choice
            key={effect}
            name="effect"
            checked={assess.effect === effect}
            onChange={() => assess.setEffect(effect)}
            title={t(`standards.assess.${effect}`)}
            text={t(`standards.assess.${effect}Text`)}
          />
        ))}
        {assess.missing && (
          <p className={styles.standardsError} id={errorId} role="alert">
            {t('standards.assess.needed')}
          </p>
        )}
      </fieldset>
      <Field label={`${t('standards.assess.note')} (${t('common.form.optional')})`}>
        <Textarea rows={3} value={assess.note} onChange={(_, data) => assess.setNote(data.value)} />
      </Field>
      <Findings control={control} />
      {control.requirements > 0 && <p>{t('standards.assess.counts', { count: control.requirements })}</p>}
    </FormDialog>
  );
}

/** What inspections have found of it: whoever says how well it works, says it with this before the eyes. */
function Findings({ control: { usedBy } }: { control: ControlView }) {
  const findings = usedBy.filter(({ kind }) => kind === 'finding');
  if (findings.length === 0) return null;
  return (
    <section aria-label={t('standards.control.findings')}>
      <h3 className="card-title">{t('standards.control.findings')}</h3>
      <ul>
        {findings.map(({ key, title }) => (
          <li key={key}>{title}</li>
        ))}
      </ul>
    </section>
  );
}

/** What stopping it leaves without a control, in words, before it is stopped. */
export function RetireDialog({ control, open, onClose }: Asked) {
  const retire = useRetire(control, onClose);
  const { gapsWithout, usedBy } = control;
  const risks = usedBy.filter(({ kind }) => kind === 'risk').length;
  return (
    <FormDialog
      open={open}
      title={t('standards.retire.title', { title: control.title })}
      onClose={onClose}
      onSubmit={async (event) => {
        event.preventDefault();
        if (retire.tooShort) event.currentTarget.querySelector('textarea')?.focus();
        await retire.submit();
      }}
      button={t('standards.retire.act')}
      busyText={t('standards.retire.busy')}
      busy={retire.busy}
      error={retire.error}
    >
      <Consequence
        first={
          gapsWithout.length === 0
            ? t('standards.retire.none')
            : t('standards.retire.first', { count: gapsWithout.length })
        }
      >
        {gapsWithout.length > 0 && (
          <ul>
            {gapsWithout.map(({ key, standard, ref, title }) => (
              <li key={key}>
                {standard} {ref}: {title}
              </li>
            ))}
          </ul>
        )}
        {risks > 0 && <p>{t('standards.retire.risks', { count: risks })}</p>}
      </Consequence>
      <Field
        label={t('standards.retire.reason')}
        hint={t('standards.retire.reasonHint')}
        required
        {...(retire.wrong ? { validationMessage: t('standards.decide.reasonShort') } : {})}
      >
        <Textarea rows={3} value={retire.reason} onChange={(_, data) => retire.setReason(data.value)} />
      </Field>
    </FormDialog>
  );
}

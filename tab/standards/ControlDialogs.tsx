import type { ControlView } from '../../api/standards/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormChoices } from '../shared/forms/FormChoices.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { atLeast } from '../shared/forms/field-rules.ts';
import { effects, useAssess, useRetire } from './useControl.ts';

const [fewestLetters, longestReason] = [3, 500];

interface Asked {
  control: ControlView;
  open: boolean;
  onClose: () => void;
}

/** Assesses the control: counts in every standard at once, and completes its review. */
export function AssessDialog({ control, open, onClose }: Asked) {
  const state = useAssess(control, onClose);
  return (
    <FormDialog
      open={open}
      title={t('standards.assess.title', { title: control.title })}
      onClose={onClose}
      state={state}
      button={t('standards.assess.save')}
      busyText={t('common.word.saving')}
    >
      <FormChoices
        control={state.control}
        name="effect"
        label={t('standards.controls.effect')}
        missing={t('standards.assess.needed')}
        options={effects.map((value) => ({
          value,
          title: t(`standards.assess.${value}`),
          text: t(`standards.assess.${value}Text`),
        }))}
      />
      <FormField
        control={state.control}
        name="note"
        label={`${t('standards.assess.note')} (${t('common.form.optional')})`}
        rows={3}
      />
      <Findings control={control} />
      {control.requirements > 0 && <p>{t('standards.assess.counts', { count: control.requirements })}</p>}
    </FormDialog>
  );
}

/** Inspection findings about it, shown to those who assess it. */
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

/** Requirements left without a control, in words, before it is stopped. */
export function RetireDialog({ control, open, onClose }: Asked) {
  const state = useRetire(control, onClose);
  const { gapsWithout, usedBy } = control;
  const risks = usedBy.filter(({ kind }) => kind === 'risk').length;
  return (
    <FormDialog
      open={open}
      title={t('standards.retire.title', { title: control.title })}
      onClose={onClose}
      state={state}
      button={t('standards.control.retire')}
      busyText={t('standards.retire.busy')}
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
      <FormField
        control={state.control}
        name="reason"
        label={t('standards.retire.reason')}
        hint={t('standards.retire.reasonHint')}
        rows={3}
        rules={atLeast(fewestLetters, longestReason, t('standards.decide.reasonShort'))}
      />
    </FormDialog>
  );
}

import { useWatch } from 'react-hook-form';
import type { ContinuityView } from '../../../api/critical-services/contract.ts';
import { Meanwhile } from '../../shared/meanwhile/Meanwhile.tsx';
import { t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/ui/FormDialog.tsx';
import { FormField } from '../../shared/ui/FormField.tsx';
import { FormSelect } from '../../shared/ui/FormSelect.tsx';
import { Restored } from '../../shared/ui/KeptForm.tsx';
import { hoursInWords } from './service-words.ts';
import {
  recoveryMeaning,
  useRecoveryForm,
  type RecoveryFields,
  type RecoveryFormState,
  type RecoveryValues,
} from './useRecoveryForm.ts';
import { redundancies } from './words.ts';
import { WrittenHours } from './WrittenHours.tsx';
import { atMost } from '../../shared/ui/field-rules.ts';

const own = ['ownMtd', 'ownRto', 'ownRpo'] as const;
const figureOf = { ownMtd: 'mtd', ownRto: 'rto', ownRpo: 'rpo' } as const;

/** What it can do when it is down, and figures of its own where no service says them. */
export function RecoveryDialog({ view, onClose }: { view: ContinuityView; onClose: () => void }) {
  const state = useRecoveryForm(view, onClose);
  const { form, save, busy, error, restored, discardKept } = state;
  return (
    <FormDialog
      open
      title={t('criticalServices.system.edit')}
      onClose={onClose}
      onSubmit={save}
      button={state.others.meanwhile ? t('meanwhile.save') : t('common.save')}
      busyText={t('criticalServices.form.saving')}
      busy={busy}
      error={error}
    >
      {restored && <Restored onDiscard={discardKept} />}
      <WrittenHours
        control={form.control}
        name="promise"
        label={t('criticalServices.system.promiseLabel')}
        hint={t('criticalServices.system.promiseHint')}
      />
      <WrittenHours control={form.control} name="backup" label={t('criticalServices.system.backupLabel')} />
      <FormSelect
        control={form.control}
        name="redundancy"
        label={t('criticalServices.system.redundancy')}
        options={redundancies.map((value) => ({ value, text: t(`contingency.redundancy.${value}`) }))}
      />
      <FormField
        control={form.control}
        name="note"
        label={t('criticalServices.system.note')}
        rows={2}
        rules={{ ...atMost(2_000) }}
        optional
      />
      <details>
        <summary>{t('criticalServices.system.ownTitle')}</summary>
        <p className="quiet">{t('criticalServices.system.ownText')}</p>
        {own.map((name) => (
          <WrittenHours
            key={name}
            control={form.control}
            name={name}
            label={t(`contingency.figure.${figureOf[name]}`)}
            none={name === 'ownRpo'}
          />
        ))}
      </details>
      <RecoveryMeanwhile state={state} />
    </FormDialog>
  );
}

/** What somebody else has written of it meanwhile, in words. */
function RecoveryMeanwhile({ state }: { state: RecoveryFormState }) {
  const mine = useWatch({ control: state.form.control, compute: (values: RecoveryValues) => values });
  return (
    <Meanwhile<RecoveryFields>
      state={state.others}
      mine={mine}
      meaning={recoveryMeaning}
      name={nameOf}
      said={(values, field) => {
        if (field === 'redundancy') return t(`contingency.redundancy.${values.redundancy}`);
        return field === 'note' ? values.note : hoursInWords(values[field]);
      }}
    />
  );
}

function nameOf(field: keyof RecoveryFields): string {
  switch (field) {
    case 'promise':
      return t('criticalServices.system.promiseLabel');
    case 'backup':
      return t('criticalServices.system.backupLabel');
    case 'redundancy':
      return t('criticalServices.system.redundancy');
    case 'note':
      return t('criticalServices.system.note');
    case 'ownMtd':
    case 'ownRto':
    case 'ownRpo':
      return t(`contingency.figure.${figureOf[field]}`);
  }
}

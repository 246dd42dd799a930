import type { ContinuityView } from '../../../api/critical-services/contract.ts';
import { Conflict } from '../../shared/forms/Conflict.tsx';
import { t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { FormSelect } from '../../shared/forms/FormSelect.tsx';
import { Restored } from '../../shared/forms/Form.tsx';
import { hoursInWords } from './service-words.ts';
import { useRecoveryForm, type RecoveryFields, type RecoveryFormState } from './useRecoveryForm.ts';
import { redundancies } from './words.ts';
import { WrittenHours } from './WrittenHours.tsx';
import { atMost } from '../../shared/forms/field-rules.ts';

const own = ['ownMtd', 'ownRto', 'ownRpo'] as const;
const figureOf = { ownMtd: 'mtd', ownRto: 'rto', ownRpo: 'rpo' } as const;

/** Its own capability, and own figures where no service sets them. */
export function RecoveryDialog({ view, onClose }: { view: ContinuityView; onClose: () => void }) {
  const state = useRecoveryForm(view, onClose);
  const { form, draft } = state;
  return (
    <FormDialog
      open
      title={t('criticalServices.system.edit')}
      onClose={onClose}
      state={state}
      busyText={t('criticalServices.review.working')}
    >
      {draft.restored && <Restored onDiscard={draft.discard} />}
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
        label={t('common.word.note')}
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
      <RecoveryConflict state={state} />
    </FormDialog>
  );
}

/** Another's changes, in words. */
const RecoveryConflict = ({ state }: { state: RecoveryFormState }) => (
  <Conflict
    state={state}
    name={nameOf}
    said={(values, field) => {
      if (field === 'redundancy') return t(`contingency.redundancy.${values.redundancy}`);
      return field === 'note' ? values.note : hoursInWords(values[field]);
    }}
  />
);

function nameOf(field: keyof RecoveryFields): string {
  switch (field) {
    case 'promise':
      return t('criticalServices.system.promiseLabel');
    case 'backup':
      return t('criticalServices.system.backupLabel');
    case 'redundancy':
      return t('criticalServices.system.redundancy');
    case 'note':
      return t('common.word.note');
    case 'ownMtd':
    case 'ownRto':
    case 'ownRpo':
      return t(`contingency.figure.${figureOf[field]}`);
  }
}

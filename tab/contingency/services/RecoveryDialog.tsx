import type { ContinuityView } from '../../../api/critical-services/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/ui/FormDialog.tsx';
import { FormField } from '../../shared/ui/FormField.tsx';
import { FormSelect } from '../../shared/ui/FormSelect.tsx';
import { Restored } from '../../shared/ui/KeptForm.tsx';
import { useRecoveryForm } from './useSystem.ts';
import { redundancies } from './words.ts';
import { WrittenHours } from './WrittenHours.tsx';
import { atMost } from '../../shared/ui/field-rules.ts';

const own = ['ownMtd', 'ownRto', 'ownRpo'] as const;
const figureOf = { ownMtd: 'mtd', ownRto: 'rto', ownRpo: 'rpo' } as const;

/** What it can do when it is down, and figures of its own where no service says them. */
export function RecoveryDialog({ view, onClose }: { view: ContinuityView; onClose: () => void }) {
  const { form, save, busy, error, restored, discardKept } = useRecoveryForm(view, onClose);
  return (
    <FormDialog
      open
      title={t('criticalServices.system.edit')}
      onClose={onClose}
      onSubmit={save}
      button={t('criticalServices.form.save')}
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
    </FormDialog>
  );
}

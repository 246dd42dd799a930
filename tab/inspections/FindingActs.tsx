import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import type { FindingView } from '../../api/inspections/contract.ts';
import { effects, longest } from './vocabulary.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { written } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { notify } from '../shared/ui/notify.ts';
import { SearchField } from '../shared/ui/SearchField.tsx';

interface Asked {
  finding: FindingView;
  onClose: () => void;
}

interface Act {
  title: string;
  /** What the button says; else that it saves. */
  button?: string;
  act: { isPending: boolean; error: Error | null };
  onSubmit: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

/** What the acts on a finding have in common. */
function ActDialog({ title, button = t('common.save'), act, onSubmit, onClose, children }: Act) {
  return (
    <FormDialog
      open
      title={title}
      button={button}
      onSubmit={onSubmit}
      onClose={onClose}
      busyText={t('inspectionPages.saving')}
      busy={act.isPending}
      error={act.error}
    >
      {children}
    </FormDialog>
  );
}

/** Why it is so: the unit knows. */
export function CauseDialog({ finding, onClose }: Asked) {
  const { control, handleSubmit } = useForm({ defaultValues: { cause: finding.cause } });
  const act = useAct('PUT /api/inspection-findings/:findingKey/cause');
  const send = handleSubmit(async (body) => {
    const saved = await act.mutateAsync({ params: { findingKey: finding.key }, body }).catch(() => undefined);
    if (!saved) return;
    notify(t('inspectionPages.findings.saved'));
    onClose();
  });
  return (
    <ActDialog title={t('inspectionPages.cause.act')} act={act} onSubmit={send} onClose={onClose}>
      <FormField
        control={control}
        name="cause"
        label={t('inspectionPages.findings.cause')}
        hint={t('inspectionPages.cause.hint')}
        rules={written(longest.note)}
        rows={3}
      />
    </ActDialog>
  );
}

/** Whether what was done works: then the finding is closed. */
export function RecheckDialog({ finding, onClose }: Asked) {
  const { control, handleSubmit } = useForm({ defaultValues: { effect: '', note: '' } });
  const act = useAct('POST /api/inspection-findings/:findingKey/recheck');
  const send = handleSubmit(async ({ effect, note }) => {
    const known = effects.find((one) => one === effect) ?? 'none';
    const body = { effect: known, note };
    const saved = await act.mutateAsync({ params: { findingKey: finding.key }, body }).catch(() => undefined);
    if (!saved) return;
    notify(t(known === 'works' ? 'inspectionPages.recheck.isClosed' : 'inspectionPages.recheck.staysOpen'));
    onClose();
  });
  return (
    <ActDialog title={t('inspectionPages.recheck.act')} act={act} onSubmit={send} onClose={onClose}>
      <p className="section-text">{t('inspectionPages.recheck.text')}</p>
      <FormSelect
        control={control}
        name="effect"
        label={t('inspectionPages.recheck.effect')}
        none={t('inspectionPages.plan.choose')}
        options={effects.map((value) => ({ value, text: t(`inspections.effect.${value}`) }))}
      />
      <FormField
        control={control}
        name="note"
        label={t('inspectionPages.recheck.note')}
        rules={written(longest.note)}
        rows={3}
      />
    </ActDialog>
  );
}

/** Which system or work process must be assessed anew because of it. */
export function RiskDialog({ finding, onClose }: Asked) {
  const [q, setQ] = useState('');
  const assets = useView('GET /api/assets', { query: { q, limit: 50 } }, { keepPrevious: true });
  const { control, handleSubmit } = useForm({ defaultValues: { assetKey: '' } });
  const act = useAct('POST /api/inspection-findings/:findingKey/risk');
  const send = handleSubmit(async (body) => {
    const saved = await act.mutateAsync({ params: { findingKey: finding.key }, body }).catch(() => undefined);
    if (!saved) return;
    notify(t('inspectionPages.risk.done'));
    onClose();
  });
  return (
    <ActDialog
      title={t('inspectionPages.risk.act')}
      button={t('inspectionPages.risk.send')}
      act={act}
      onSubmit={send}
      onClose={onClose}
    >
      <p className="section-text">{t('inspectionPages.risk.text')}</p>
      <SearchField label={t('inspectionPages.risk.search')} value={q} onSearch={setQ} />
      <FormSelect
        control={control}
        name="assetKey"
        label={t('inspectionPages.risk.asset')}
        none={t('inspectionPages.plan.choose')}
        options={(assets.data?.assets ?? []).map(({ key, title }) => ({ value: key, text: title }))}
      />
    </ActDialog>
  );
}

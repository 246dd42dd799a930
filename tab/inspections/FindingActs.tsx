import { useState } from 'react';
import type { FindingView } from '../../api/inspections/contract.ts';
import { effects, longest } from './vocabulary.ts';
import { useView } from '../shared/api/queries.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';
import { written } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';

interface Asked {
  finding: FindingView;
  onClose: () => void;
}

/** The unit's cause. */
export function CauseDialog({ finding, onClose }: Asked) {
  const params = { findingKey: finding.key };
  const state = useForm({
    start: { cause: finding.cause },
    shared: {
      etag: finding.causeEtag,
      names: { cause: t('inspections.report.cause') },
      latest: async (read) => {
        const { cause, causeEtag } = await read('GET /api/inspection-findings/:findingKey', { params });
        return { values: { cause }, etag: causeEtag };
      },
    },
    send: (body, api, { etag: expected }) =>
      api('PUT /api/inspection-findings/:findingKey/cause', { params, body: { ...body, expected } }),
    saved: t('inspectionPages.findings.saved'),
    close: onClose,
  });
  return (
    <FormDialog
      title={t('inspectionPages.cause.act')}
      state={state}
      onClose={onClose}
      busyText={t('inspectionPages.saving')}
    >
      <FormField
        control={state.control}
        name="cause"
        label={t('inspections.report.cause')}
        hint={t('inspectionPages.cause.hint')}
        rules={written(longest.note)}
        rows={3}
      />
    </FormDialog>
  );
}

const effectOf = (effect: string) => effects.find((known) => known === effect) ?? 'none';

/** Whether the measures work: then the finding is closed. */
export function RecheckDialog({ finding, onClose }: Asked) {
  const state = useForm({
    start: { effect: '', note: '' },
    send: ({ effect, note }, api) =>
      api('POST /api/inspection-findings/:findingKey/recheck', {
        params: { findingKey: finding.key },
        body: { effect: effectOf(effect), note },
      }),
    saved: (_, { effect }) =>
      t(effectOf(effect) === 'works' ? 'inspectionPages.recheck.isClosed' : 'inspectionPages.recheck.staysOpen'),
    looksAgain: true,
    close: onClose,
  });
  return (
    <FormDialog
      title={t('inspectionPages.recheck.act')}
      state={state}
      onClose={onClose}
      busyText={t('inspectionPages.saving')}
    >
      <p className="section-text">{t('inspectionPages.recheck.text')}</p>
      <FormSelect
        control={state.control}
        name="effect"
        label={t('inspectionPages.walk.seen')}
        none={t('inspectionPages.plan.choose')}
        options={effects.map((value) => ({ value, text: t(`inspections.effect.${value}`) }))}
      />
      <FormField
        control={state.control}
        name="note"
        label={t('inspectionPages.recheck.note')}
        rules={written(longest.note)}
        rows={3}
      />
    </FormDialog>
  );
}

/** The system or work process to be reassessed because of it. */
export function RiskDialog({ finding, onClose }: Asked) {
  const [q, setQ] = useState('');
  const assets = useView('GET /api/assets', { query: { q, limit: 50 } }, { keepPrevious: true });
  const state = useForm({
    start: { assetKey: '' },
    send: (body, api) =>
      api('POST /api/inspection-findings/:findingKey/risk', { params: { findingKey: finding.key }, body }),
    saved: t('inspectionPages.risk.done'),
    close: onClose,
  });
  return (
    <FormDialog
      title={t('inspectionPages.risk.act')}
      button={t('inspectionPages.risk.send')}
      state={state}
      onClose={onClose}
      busyText={t('inspectionPages.saving')}
    >
      <p className="section-text">{t('inspectionPages.risk.text')}</p>
      <SearchField label={t('inspectionPages.risk.search')} value={q} onSearch={setQ} />
      <FormSelect
        control={state.control}
        name="assetKey"
        label={t('inspectionPages.risk.asset')}
        none={t('inspectionPages.plan.choose')}
        options={(assets.data?.assets ?? []).map(({ key, title }) => ({ value: key, text: title }))}
      />
    </FormDialog>
  );
}

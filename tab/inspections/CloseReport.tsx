import { Field, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import type { InspectionView } from '../../api/inspections/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { useDraft } from '../shared/forms/useDraft.ts';
import { Notice } from '../shared/ui/Notice.tsx';
import { notify } from '../shared/ui/notify.ts';

const longestSummary = 4_000;

/** What the report says first, and what it lacks before it can be closed. */
export function CloseReport({ visit }: { visit: InspectionView }) {
  const kept = useDraft<string>(`inspection-summary.${visit.key}`);
  const [summary, setSummary] = useState(kept.found ?? visit.summary);
  const [tried, setTried] = useState(false);
  const act = useAct('POST /api/inspections/:inspectionKey/close');
  const empty = summary.trim() === '';
  const close = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (empty) return;
    const params = { inspectionKey: visit.key };
    const closed = await act.mutateAsync({ params, body: { summary } }).catch(() => undefined);
    if (!closed) return;
    kept.forget();
    notify(t('inspectionPages.report.isClosed'));
  };
  return (
    <section className="card" aria-labelledby="visit-report">
      <h2 className="section-title" id="visit-report">
        {t('inspectionPages.report.title')}
      </h2>
      {visit.lacks.length > 0 && (
        <Notice tone="warning" title={t('inspectionPages.report.lacks')}>
          <ul>
            {visit.lacks.map((lack) => (
              <li key={lack}>{t(`inspectionPages.report.lack.${lack}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <form noValidate onSubmit={(event) => void close(event)}>
        <Field
          label={t('inspectionPages.report.summary')}
          required
          {...(tried && empty ? { validationMessage: t('common.form.required') } : {})}
        >
          <Textarea
            rows={4}
            maxLength={longestSummary}
            value={summary}
            onChange={(_, data) => {
              setSummary(data.value);
              kept.keep(data.value);
            }}
          />
        </Field>
        <ActFailed error={act.error} />
        <div className="card-foot">
          <ActButton type="submit" appearance="primary" busy={act.isPending} busyText={t('inspectionPages.saving')}>
            {t('inspectionPages.report.close')}
          </ActButton>
        </div>
      </form>
    </section>
  );
}

import type { InspectionView } from '../../api/inspections/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { written } from '../shared/forms/field-rules.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { Notice } from '../shared/ui/Notice.tsx';

const longestSummary = 4_000;

/** The report's summary, and what it lacks for closing. */
export function CloseReport({ visit, onDone }: { visit: InspectionView; onDone: () => void }) {
  const state = useForm({
    start: { summary: visit.summary },
    draft: `inspection-summary.${visit.key}`,
    send: (body, api) =>
      api('POST /api/inspections/:inspectionKey/close', { params: { inspectionKey: visit.key }, body }),
    saved: t('inspectionPages.report.isClosed'),
    close: onDone,
  });
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
      <form noValidate onSubmit={(event) => void state.save(event)}>
        <FormField
          control={state.control}
          name="summary"
          label={t('inspectionPages.report.summary')}
          rows={4}
          rules={written(longestSummary)}
        />
        <ActFailed error={state.error} />
        <div className="card-foot">
          <ActButton type="submit" appearance="primary" busy={state.busy} busyText={t('inspectionPages.saving')}>
            {t('inspectionPages.report.title')}
          </ActButton>
        </div>
      </form>
    </section>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { ReportView } from '../../api/reports/contract.ts';
import { download } from '../shared/api/client.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { useUpload } from '../shared/api/upload.ts';
import { useGoAfter } from '../shared/navigation/leave-page.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';

export const reportPage = (key: string): string => `/figures/reports/${encodeURIComponent(key)}`;

/** The report in the address. */
export function useReport() {
  const { reportKey = '' } = useParams<{ reportKey: string }>();
  return useView('GET /api/reports/:reportKey', { params: { reportKey } });
}

export const useReports = () => useView('GET /api/reports', {});

/** Creates and opens the report of a year. */
export function useBeginReport() {
  const goTo = useGoAfter();
  const act = useAct('POST /api/reports');
  const begin = (year: number) => act.mutate({ body: { year } }, { onSuccess: ({ key }) => goTo(reportPage(key)) });
  return { begin, busy: act.isPending, error: act.error };
}

export function useReportFiles({ key }: Pick<ReportView, 'key'>) {
  const params = { reportKey: key };
  return {
    word: useMutation({ mutationFn: () => download('GET /api/reports/:reportKey/report.docx', { params }) }),
    pdf: useMutation({ mutationFn: () => download('GET /api/reports/:reportKey/report.pdf', { params }) }),
    template: useMutation({ mutationFn: () => download('GET /api/report-template.docx', {}) }),
  };
}

export function useTakeFigures({ key }: Pick<ReportView, 'key'>) {
  const act = useAct('POST /api/reports/:reportKey/figures');
  const take = (lastYear: boolean) => act.mutate({ params: { reportKey: key }, body: { lastYear } });
  return { take, busy: act.isPending, error: act.error };
}

export function useTemplate({ key }: Pick<ReportView, 'key'>) {
  const params = { reportKey: key };
  const upload = useUpload('PUT /api/reports/:reportKey/template');
  const act = useAct('DELETE /api/reports/:reportKey/template');
  return {
    upload,
    // Errors are shown at the field.
    put: (file: File) => void upload.upload({ params }, file).catch(() => undefined),
    remove: () => act.mutate({ params }),
    removing: act.isPending,
    error: act.error,
  };
}

export function useSubmitReport({ key }: Pick<ReportView, 'key'>, onDone: () => void) {
  const act = useAct('POST /api/reports/:reportKey/submit');
  const press = () =>
    act.mutate(
      { params: { reportKey: key } },
      {
        onSuccess: () => {
          notify(t('figures.report.submitted'));
          onDone();
        },
      },
    );
  return { press, busy: act.isPending, error: act.error };
}

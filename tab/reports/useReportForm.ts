import type { ReportBody, ReportView } from '../../api/reports/contract.ts';
import { useForm, type FormState } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';
import { reportPage } from './useReport.ts';

type SectionKey = ReportView['sections'][number]['key'];

/** Roles that can carry out a decision: all but the auditor, who is read-only. */
export const decisionRoles = [
  'securityTeam',
  'ciso',
  'securityCommittee',
  'centreManager',
  'coordinator',
  'corporateManagement',
  'executiveBoard',
] as const satisfies readonly ReportBody['decisions'][number]['role'][];

/** Each section is a field, so that two people may edit different ones at once. */
export type ReportFields = Record<SectionKey, string> & {
  off: SectionKey[];
  decisions: { title: string; why: string; role: (typeof decisionRoles)[number] | ''; due: string }[];
};
export type ReportFormState = FormState<ReportFields>;

function fieldsOf({ sections, decisions }: ReportView): ReportFields {
  // A report always has every section.
  const texts = Object.fromEntries(sections.map(({ key, text }) => [key, text])) as Record<SectionKey, string>;
  return {
    ...texts,
    off: sections.filter(({ isOff }) => isOff).map(({ key }) => key),
    decisions: decisions.map(({ title, why, role, due }) => ({
      title,
      why,
      due,
      role: decisionRoles.find((known) => known === role) ?? '',
    })),
  };
}

/** Text equal to the default is not the team's. */
const bodyOf = (report: ReportView, values: ReportFields, etag: string): ReportBody => ({
  expected: etag,
  texts: report.sections.flatMap(({ key, written }) => {
    const text = values[key].trim();
    return text === '' || text === written.trim() ? [] : [{ key, text }];
  }),
  off: values.off,
  decisions: values.decisions.flatMap(({ title, why, role, due }) => (role === '' ? [] : [{ title, why, role, due }])),
});

/** The form of a report, with concurrent editing. */
export function useReportForm(report: ReportView): ReportFormState {
  const params = { reportKey: report.key };
  return useForm({
    start: fieldsOf(report),
    draft: `report.${report.key}`,
    shared: {
      etag: report.changedAt,
      code: 'reports.changedMeanwhile',
      texts: report.sections.map(({ key }) => key),
      latest: async (read) => {
        const now = await read('GET /api/reports/:reportKey', { params });
        return { values: fieldsOf(now), by: now.changedBy.name, at: now.changedAt };
      },
    },
    send: (values, api, { etag }) => api('PUT /api/reports/:reportKey', { params, body: bodyOf(report, values, etag) }),
    saved: t('figures.report.form.saved'),
    goTo: reportPage(report.key),
  });
}

import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ReportBody, ReportView } from '../../api/reports/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import type { Meaning } from '../shared/meanwhile/merge-fields.ts';
import { useLatest } from '../shared/meanwhile/useLatest.ts';
import type { Begun, SavedNow } from '../shared/meanwhile/useMeanwhile.ts';
import { useSharedForm } from '../shared/meanwhile/useSharedForm.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { reportPage } from './useReport.ts';

type SectionKey = ReportView['sections'][number]['key'];

/** Who can do what follows from a decision: everybody but the auditor, who changes nothing. */
export const decisionRoles = [
  'securityTeam',
  'ciso',
  'securityCommittee',
  'centreManager',
  'coordinator',
  'corporateManagement',
  'executiveBoard',
] as const satisfies readonly ReportBody['decisions'][number]['role'][];

/** Each section is a field of its own, so that two may write in different ones at once. */
export type ReportFields = Record<SectionKey, string> & {
  off: SectionKey[];
  decisions: { title: string; why: string; role: (typeof decisionRoles)[number] | ''; due: string }[];
};
export type ReportValues = ReportFields & Begun<ReportFields>;

const sectionsOf = (report: ReportView): SectionKey[] => report.sections.map(({ key }) => key);

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

function startOf(report: ReportView): ReportValues {
  const began = fieldsOf(report);
  return { ...began, began, seen: report.changedAt };
}

const savedOf = (report: ReportView): SavedNow<ReportFields> => ({
  values: fieldsOf(report),
  by: report.changedBy.name,
  at: report.changedAt,
});

export const reportMeaning: Meaning<ReportFields> = (values, field) => values[field];

/** What is as the figures say is not the team's own. */
const bodyOf = (report: ReportView, values: ReportValues): ReportBody => ({
  ...(values.seen ? { seen: values.seen } : {}),
  texts: report.sections.flatMap(({ key, written }) => {
    const text = values[key].trim();
    return text === '' || text === written.trim() ? [] : [{ key, text }];
  }),
  off: values.off,
  decisions: values.decisions.flatMap(({ title, why, role, due }) => (role === '' ? [] : [{ title, why, role, due }])),
});

/** The form of a report: keeps itself on this device, and loses nothing when somebody else has saved meanwhile. */
export function useReportForm(report: ReportView) {
  const [, goTo] = useLocation();
  const [start] = useState(() => startOf(report));
  const [fields] = useState((): (keyof ReportFields)[] => [...sectionsOf(report), 'off', 'decisions']);
  const latest = useLatest();
  const params = { reportKey: report.key };
  const kept = useSharedForm<ReportFields, ReportValues>({
    keptAs: `report.${report.key}`,
    start,
    fields,
    merged: fields,
    meaning: reportMeaning,
    refusedAs: 'reports.changedMeanwhile',
    savedNow: async () => savedOf(await latest('GET /api/reports/:reportKey', { params })),
    put: (form, field, from) => form.setValue(field, from[field], { shouldDirty: true, shouldValidate: true }),
    beginWith: (form, { values, at }) => {
      form.setValue('began', values);
      form.setValue('seen', at);
    },
  });
  const change = useAct('PUT /api/reports/:reportKey');
  const save = kept.form.handleSubmit(async (values) => {
    try {
      await change.mutateAsync({ params, body: bodyOf(report, values) });
      kept.saved();
      notify(t('figures.report.form.saved'));
      goTo(reportPage(report.key));
    } catch (error) {
      await kept.refuse(error);
    }
  });
  return {
    form: kept.form,
    save,
    others: kept.others,
    busy: change.isPending || kept.others.busy,
    error: kept.elsewhere(change.error),
    keptAt: kept.keptAt,
    restored: kept.restored,
    discardKept: kept.discardKept,
  };
}
export type ReportFormState = ReturnType<typeof useReportForm>;

import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import type { ReportSection, ReportView } from '../../api/reports/contract.ts';
import { Meanwhile } from '../shared/meanwhile/Meanwhile.tsx';
import { asDate, t } from '../shared/texts/texts.ts';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { atMost } from '../shared/ui/field-rules.ts';
import { KeptFoot, Restored, wrongFields } from '../shared/ui/KeptForm.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { WritingField } from '../shared/writing/WritingField.tsx';
import { ReportDecisions } from './ReportDecisions.tsx';
import styles from './Reports.module.css';
import { reportPage, useReport } from './useReport.ts';
import {
  reportMeaning,
  useReportForm,
  type ReportFields,
  type ReportFormState,
  type ReportValues,
} from './useReportForm.ts';

/** Characters of one text, as the API takes them. */
const longestText = 4_000;

/** Writes over what the figures say, chooses sections, and says what is recommended. */
export function ReportFormPage() {
  return <Viewed view={useReport()}>{(view) => <Edit key={view.key} report={view} />}</Viewed>;
}

function Edit({ report }: { report: ReportView }) {
  const { key, title, abilities } = report;
  // What others do meanwhile takes no form away from under the writer's hands.
  const [mayWrite] = useState(abilities.edit);
  if (!mayWrite) return <NoAccess />;
  return (
    <Page
      title={t('figures.report.form.title', { title })}
      lead={t('figures.report.form.lead')}
      back={{ to: reportPage(key), page: title }}
    >
      <Form report={report} />
    </Page>
  );
}

function Form({ report }: { report: ReportView }) {
  const state = useReportForm(report);
  const { form, save, busy, error, restored, discardKept, keptAt } = state;
  return (
    <form className={styles.reportParts} noValidate onSubmit={(event) => void save(event)}>
      {restored && <Restored onDiscard={discardKept} />}
      <div className="card">
        <ReportDecisions form={form} />
      </div>
      {report.sections.map((section) => (
        <div className={mergeClasses('card', styles.reportSection)} key={section.key}>
          <SectionFields section={section} form={form} />
        </div>
      ))}
      <Others report={report} state={state} />
      <KeptFoot
        error={error}
        wrong={wrongFields(form.formState)}
        busy={busy}
        busyText={t('figures.report.form.saving')}
        keptAt={keptAt}
      >
        {state.others.meanwhile ? t('meanwhile.save') : t('figures.report.form.save')}
      </KeptFoot>
    </form>
  );
}

function SectionFields({ section, form }: { section: ReportSection; form: ReportFormState['form'] }) {
  const { key, title, written } = section;
  const off = useController({ control: form.control, name: 'off' }).field;
  const text = useWatch({ control: form.control, name: key });
  const isOff = off.value.includes(key);
  const toggle = () => off.onChange(isOff ? off.value.filter((one) => one !== key) : [...off.value, key]);
  return (
    <>
      <label className={styles.reportChoice}>
        <input type="checkbox" checked={!isOff} onChange={toggle} />
        {t('figures.report.form.show', { section: title })}
      </label>
      {!isOff && (
        <>
          <WritingField
            control={form.control}
            name={key}
            label={t('figures.report.form.text', { section: title })}
            hint={t('figures.report.form.hint')}
            rows={5}
            rules={atMost(longestText)}
            optional
          />
          {text.trim() !== written.trim() && (
            <div>
              <Button onClick={() => form.setValue(key, written, { shouldDirty: true })}>
                {t('figures.report.form.back', { section: title })}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

/** What somebody else has made of the report meanwhile, in words. */
function Others({ report, state }: { report: ReportView; state: ReportFormState }) {
  const mine = useWatch({ control: state.form.control, compute: (values: ReportValues) => values });
  const titles = new Map(report.sections.map(({ key, title }) => [key, title]));
  return (
    <Meanwhile<ReportFields>
      state={state.others}
      mine={mine}
      meaning={reportMeaning}
      name={(field) => {
        if (field === 'off') return t('figures.report.form.off');
        return field === 'decisions' ? t('figures.report.form.decisions') : (titles.get(field) ?? field);
      }}
      said={(values, field) => {
        if (field === 'off') return values.off.map((key) => titles.get(key) ?? key).join('\n');
        return field === 'decisions' ? values.decisions.map(decisionInWords).join('\n') : values[field];
      }}
    />
  );
}

const decisionInWords = ({ title, role, due }: ReportFields['decisions'][number]): string =>
  [title, role && t(`roles.${role}`), due && asDate(due)].filter(Boolean).join(' · ');

import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import type { ReportSection, ReportView } from '../../api/reports/contract.ts';
import { Conflict } from '../shared/forms/Conflict.tsx';
import { asDate, t } from '../shared/texts/texts.ts';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { atMost } from '../shared/forms/field-rules.ts';
import { Form } from '../shared/forms/Form.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { WritingField } from '../shared/writing/WritingField.tsx';
import { ReportDecisions } from './ReportDecisions.tsx';
import styles from './Reports.module.css';
import { reportPage, useReport } from './useReport.ts';
import { useReportForm, type ReportFields, type ReportFormState } from './useReportForm.ts';

/** Characters of one text, the API's limit. */
const longestText = 4_000;

/** Overwrites generated texts, selects sections, and states the recommendations. */
export function ReportFormPage() {
  return <Viewed view={useReport()}>{(view) => <Edit key={view.key} report={view} />}</Viewed>;
}

function Edit({ report }: { report: ReportView }) {
  const { key, title, abilities } = report;
  // Others' changes do not close a form in use.
  const [mayWrite] = useState(abilities.edit);
  if (!mayWrite) return <NoAccess />;
  return (
    <Page
      title={t('figures.report.form.title', { title })}
      lead={t('figures.report.form.lead')}
      back={{ to: reportPage(key), page: title }}
    >
      <ReportForm report={report} />
    </Page>
  );
}

function ReportForm({ report }: { report: ReportView }) {
  const state = useReportForm(report);
  const { form } = state;
  return (
    <Form
      state={state}
      className={styles.reportParts}
      button={t('figures.report.form.save')}
      busyText={t('common.word.saving')}
    >
      <div className="card">
        <ReportDecisions form={form} />
      </div>
      {report.sections.map((section) => (
        <div className={mergeClasses('card', styles.reportSection)} key={section.key}>
          <SectionFields section={section} form={form} />
        </div>
      ))}
      <ReportConflict report={report} state={state} />
    </Form>
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

/** Another's changes to the report, in words. */
function ReportConflict({ report, state }: { report: ReportView; state: ReportFormState }) {
  const titles = new Map(report.sections.map(({ key, title }) => [key, title]));
  return (
    <Conflict
      state={state}
      name={(field) => {
        if (field === 'off') return t('figures.report.form.off');
        return field === 'decisions' ? t('figures.report.decisions') : (titles.get(field) ?? field);
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

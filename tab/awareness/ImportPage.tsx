import { useEffect, useRef, type ReactNode } from 'react';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { ImportChecked, ImportDone } from './ImportChecked.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import { ImportFile } from './ImportFile.tsx';
import { ImportProgress, useImportRun } from './ImportRun.tsx';
import { LearningNav } from './LearningNav.tsx';
import { useImport } from './useImport.ts';
import './ImportPage.css';
import './awareness.css';

/** Completions from the learning system's file, in three steps on one page. */
export function ImportPage() {
  const mine = useView('GET /api/learning', {});
  return (
    <Viewed view={mine}>
      {({ abilities }) =>
        abilities.manage ? (
          <Page title={t('awareness.import.title')} above={t('awareness.title')} lead={t('awareness.import.lead')}>
            <LearningNav />
            <Steps />
          </Page>
        ) : (
          <NoAccess />
        )
      }
    </Viewed>
  );
}

function Steps() {
  const form = useImport();
  const run = useImportRun();
  if (form.recorded !== undefined) return <ImportDone form={form} recorded={form.recorded} run={run} />;
  return (
    <>
      <ImportProgress run={run} />
      <ol className="import-steps">
        <Step number={1} title={t('awareness.import.steps.file')} reached arrived={false}>
          <ImportFile form={form} />
        </Step>
        <Step
          number={2}
          title={t('awareness.import.steps.columns')}
          reached={form.columns !== undefined}
          arrived={form.arrived === 'columns'}
        >
          {form.columns && <ImportColumns form={form} columns={form.columns} />}
        </Step>
        <Step
          number={3}
          title={t('awareness.import.steps.check')}
          reached={form.checked !== undefined}
          arrived={form.arrived === 'check'}
        >
          {form.checked && <ImportChecked form={form} checked={form.checked} />}
        </Step>
      </ol>
    </>
  );
}

/** One step with its number; the heading takes the focus when the reader gets there. */
function Step(props: { number: number; title: string; reached: boolean; arrived: boolean; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!props.arrived) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [props.arrived]);
  return (
    <li className={props.reached ? 'card import-step' : 'card import-step later'}>
      <h2 className="section-title" ref={heading} tabIndex={-1}>
        <span className="import-number" aria-hidden>
          {props.number}
        </span>
        <span className="hidden">{t('awareness.import.step', { number: props.number })}: </span>
        {props.title}
      </h2>
      {props.reached && props.children}
    </li>
  );
}

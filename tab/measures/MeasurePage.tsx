import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { MeasureView } from '../../api/measures/contract.ts';
import { WrittenText } from '../shared/ui/WrittenText.tsx';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ApprovalReasons, ApprovalWay } from '../shared/ui/ApprovalWay.tsx';
import { Bar } from '../shared/ui/Bar.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { progressText } from './MeasuresPage.tsx';
import { costText } from './money.ts';
import { StateTag } from './StateTag.tsx';
import { useDiscardMeasure, useMeasure, useSubmitMeasure } from './useMeasure.ts';
import styles from './Measures.module.css';

/** One measure: the proposal, its status, and its outcome. */
export function MeasurePage() {
  const measure = useMeasure();
  return <Viewed view={measure}>{(view) => <Measure measure={view} key={view.key} />}</Viewed>;
}

function Measure({ measure }: { measure: MeasureView }) {
  const [asking, setAsking] = useState<'submit' | 'discard'>();
  const { edit, submit, discard } = measure.abilities;
  return (
    <Page
      title={measure.title}
      above={<StateTag measure={measure} />}
      lead={t('measures.proposedBy', { name: measure.proposedBy.name })}
      back={{ to: '/measures', page: t('measures.backTo') }}
      actions={
        <>
          {discard && (
            <Button appearance="subtle" onClick={() => setAsking('discard')}>
              {t('measures.discard')}
            </Button>
          )}
          {edit && (
            <ButtonLink to={`/measures/${encodeURIComponent(measure.key)}/edit`}>{t('measures.edit')}</ButtonLink>
          )}
          {submit && (
            <Button appearance="primary" onClick={() => setAsking('submit')}>
              {t('measures.submit')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.measureParts}>
        {measure.state === 'returned' && measure.approval && (
          <Notice tone="warning" title={t('measures.parts.sentBack')}>
            <ApprovalReasons reasons={measure.approval.reasons} />
          </Notice>
        )}
        <Way measure={measure} />
        <Plan measure={measure} />
        <Proposal measure={measure} />
        <AsOf freshness={measure.freshness} />
      </div>
      {submit && <SubmitDialog measure={measure} open={asking === 'submit'} onClose={() => setAsking(undefined)} />}
      {discard && <DiscardDialog measure={measure} open={asking === 'discard'} onClose={() => setAsking(undefined)} />}
    </Page>
  );
}

function Way({ measure: { approval, way } }: { measure: MeasureView }) {
  return (
    <section className="card" aria-labelledby="measure-way">
      <h2 className="section-title" id="measure-way">
        {t('measures.parts.way')}
      </h2>
      <ApprovalWay way={approval ?? way} />
      {approval && (
        <p>
          <Link href={`/approvals/${encodeURIComponent(approval.requestKey)}`}>{t('measures.parts.decision')}</Link>
        </p>
      )}
    </section>
  );
}

function Plan({ measure: { plan, tasks } }: { measure: MeasureView }) {
  if (!plan) return null;
  return (
    <section className="card" aria-labelledby="measure-plan">
      <h2 className="section-title" id="measure-plan">
        {t('measures.parts.plan')}
      </h2>
      <p>{progressText(tasks)}</p>
      <Bar percent={tasks.total === 0 ? 0 : (tasks.done / tasks.total) * 100} />
      <ul>
        {plan.map((task) => (
          <li key={task.key}>
            <Link href={task.path}>{task.title}</Link>
            {task.centre && ` · ${task.centre.title}`} · {asDate(task.due)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Proposal({ measure }: { measure: MeasureView }) {
  return (
    <section className={`card ${styles.measureParts}`}>
      <Part title={t('measures.form.recommendation')}>
        <p className={styles.measureText}>{measure.recommendation}</p>
      </Part>
      <Part title={t('measures.form.background')}>
        <WrittenText text={measure.background} />
      </Part>
      <Part title={t('measures.parts.risk')}>
        <p className={styles.measureText}>{measure.risk}</p>
      </Part>
      <Part title={t('measures.parts.cost')}>
        <p>{costText(measure)}</p>
      </Part>
      <Part title={t('measures.form.steps')}>
        {measure.steps.length === 0 ? (
          <p>{t('measures.noSteps')}</p>
        ) : (
          <ul>
            {measure.steps.map((step, index) => (
              <li key={index}>{stepText(step)}</li>
            ))}
          </ul>
        )}
      </Part>
    </section>
  );
}

const stepText = ({ title, role, due, scope }: MeasureView['steps'][number]) =>
  t(scope === 'centres' ? 'measures.stepCentres' : 'measures.step', {
    title,
    role: t(`roles.${role}`),
    date: asDate(due),
  });

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div>
    <h2 className="section-title">{title}</h2>
    {children}
  </div>
);

interface Asked {
  measure: MeasureView;
  open: boolean;
  onClose: () => void;
}

function SubmitDialog({ measure, open, onClose }: Asked) {
  const act = useSubmitMeasure(measure, onClose);
  return (
    <ActDialog
      open={open}
      title={t('measures.submitAsk')}
      onClose={onClose}
      act={{ text: t('measures.submit'), busyText: t('common.word.sending'), busy: act.busy, press: act.press }}
    >
      <Consequence first={t('measures.submitConsequence')}>
        {measure.steps.length > 0 && <p>{t('measures.submitSteps', { count: measure.steps.length })}</p>}
      </Consequence>
      <ApprovalWay way={measure.way} />
      <ActFailed error={act.error} />
    </ActDialog>
  );
}

function DiscardDialog({ measure, open, onClose }: Asked) {
  const act = useDiscardMeasure(measure);
  return (
    <ActDialog
      open={open}
      title={t('measures.discardAsk')}
      onClose={onClose}
      act={{ text: t('measures.discard'), busyText: t('measures.discard'), busy: act.busy, press: act.press }}
    >
      <p>{t('measures.discardText')}</p>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}

import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { TestView } from '../../../api/contingency/contract.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { planPath } from '../shared/contingency-paths.ts';
import { CancelDialog, StartDialog } from './TestDialogs.tsx';
import { ClosedTest } from './ClosedTest.tsx';
import { Evaluation } from './Evaluation.tsx';
import { PlannedTest } from './PlannedTest.tsx';
import { RunningTest } from './RunningTest.tsx';
import { TestLog } from './TestLog.tsx';
import { TestTag } from './TestTag.tsx';
import { othersIn } from './test-words.ts';
import { useTest } from './useTest.ts';
import styles from './Tests.module.css';

/** One test by state: planned, running, to be evaluated, or held. */
export function TestPage() {
  const test = useTest();
  return <Viewed view={test}>{(view) => <Test test={view} key={view.key} />}</Viewed>;
}

function Test({ test }: { test: TestView }) {
  const [asking, setAsking] = useState<'start' | 'cancel'>();
  const { edit, start, cancel } = test.abilities;
  const close = () => setAsking(undefined);
  return (
    <Page
      title={test.title}
      above={
        <>
          {t(`contingency.testKind.${test.kind}`)} · <Link href={planPath(test.plan.key)}>{test.plan.title}</Link>{' '}
          <TestTag test={test} />
        </>
      }
      lead={leadOf(test)}
      back={{ to: '/contingency/tests', page: t('contingencyTests.sheet.name') }}
      actions={
        <>
          {cancel && (
            <Button appearance="subtle" onClick={() => setAsking('cancel')}>
              {t('contingencyTests.cancel.act')}
            </Button>
          )}
          {edit && (
            <ButtonLink to={`/contingency/tests/new?test=${encodeURIComponent(test.key)}`}>
              {t('common.word.change')}
            </ButtonLink>
          )}
          {start && (
            <Button appearance="primary" onClick={() => setAsking('start')}>
              {t('contingencyTests.start.act')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.testParts}>
        <Parts test={test} />
        <AsOf freshness={test.freshness} />
      </div>
      {start && <StartDialog test={test} open={asking === 'start'} onClose={close} />}
      {/* A reason under way stays when the test ends meanwhile. */}
      {(cancel || asking === 'cancel') && <CancelDialog test={test} open={asking === 'cancel'} onClose={close} />}
    </Page>
  );
}

/** The answer first: upcoming, running, or the result. */
function leadOf(test: TestView): string {
  const { state, at, leader, endedAt, cancelledReason } = test;
  const who = { name: leader.name, count: othersIn(test) };
  switch (state) {
    case 'planned':
      return t('contingencyTests.lead.planned', { ...who, at: asMoment(at) });
    case 'running':
      return t('contingencyTests.lead.running', { ...who, at: asMoment(at) });
    case 'ended':
      return t('contingencyTests.lead.ended', { at: endedAt ? asMoment(endedAt) : '' });
    case 'closed':
      return t(`contingencyTests.lead.${test.passed ? 'passed' : 'failed'}`, { ...who, at: asMoment(at) });
    case 'cancelled':
      return t('contingencyTests.lead.cancelled', { reason: cancelledReason ?? '' });
  }
}

function Parts({ test }: { test: TestView }) {
  switch (test.state) {
    case 'planned':
    case 'cancelled':
      return <PlannedTest test={test} />;
    case 'running':
      return <RunningTest test={test} />;
    case 'ended':
      return (
        <>
          <Evaluation test={test} />
          <TestLog test={test} />
          <PlannedTest test={test} folded />
        </>
      );
    case 'closed':
      return (
        <>
          <ClosedTest test={test} />
          <TestLog test={test} />
          <PlannedTest test={test} folded />
        </>
      );
  }
}

import { Link, useSearchParams } from 'wouter';
import type { DuePlan, TestProposal, TestView } from '../../../api/contingency/contract.ts';
import { useView } from '../../shared/api/queries.ts';
import { useMe } from '../../shared/me.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Begun } from '../../shared/ui/Begun.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { testPath } from '../shared/contingency-paths.ts';
import { TestForm } from './TestForm.tsx';
import { dueText } from './test-words.ts';
import { begunTest } from './useTestForm.ts';
import styles from './Tests.module.css';

const back = () => ({ to: '/contingency/tests', page: t('contingencyTests.sheet.name') });

/** Plans a test of the plan in the address, changes the one in it, or asks for the plan. */
export function TestFormPage() {
  const [search] = useSearchParams();
  const [planKey, testKey] = [search.get('plan'), search.get('test')];
  if (testKey) return <ChangeTest testKey={testKey} />;
  return planKey ? <NewTest planKey={planKey} key={planKey} /> : <ChoosePlan />;
}

function NewTest({ planKey }: { planKey: string }) {
  const proposal = useView('GET /api/contingency/test-plans/:planKey', { params: { planKey } });
  return <Viewed view={proposal}>{(view) => <Proposed proposal={view} />}</Viewed>;
}

const Proposed = ({ proposal }: { proposal: TestProposal }) => (
  <Page
    title={t('contingencyTests.form.title', { plan: proposal.plan.title })}
    above={proposal.asset.title}
    lead={t('contingencyTests.form.lead')}
    back={back()}
  >
    <TestForm begun={proposal} planKey={proposal.plan.key} />
  </Page>
);

function ChangeTest({ testKey }: { testKey: string }) {
  const test = useView('GET /api/contingency/tests/:testKey', { params: { testKey } });
  return (
    <Viewed view={test}>
      {(view) => (
        <Begun key={view.key} may={view.abilities.edit}>
          <Changed test={view} />
        </Begun>
      )}
    </Viewed>
  );
}

const Changed = ({ test }: { test: TestView }) => (
  <Page
    title={t('common.word.changeOf', { title: test.title })}
    above={test.plan.title}
    lead={t('contingencyTests.form.changeLead')}
    back={{ to: testPath(test.key), page: test.title }}
  >
    <TestForm begun={begunTest(test)} planKey={test.plan.key} test={test} />
  </Page>
);

function ChoosePlan() {
  const plans = useView('GET /api/contingency/test-plans', {});
  return (
    <Viewed view={plans}>
      {(view) => (
        <Page title={t('contingencyTests.form.choose')} lead={t('contingencyTests.form.chooseLead')} back={back()}>
          {view.plans.length === 0 ? (
            <Blank
              title={t('contingencyTests.empty.title')}
              text={t('contingencyTests.empty.text')}
              actions={<ButtonLink to="/contingency/plans">{t('contingencyTests.empty.act')}</ButtonLink>}
            />
          ) : (
            <PlanChoice plans={view.plans} />
          )}
        </Page>
      )}
    </Viewed>
  );
}

function PlanChoice({ plans }: { plans: readonly DuePlan[] }) {
  const today = useMe().data?.today;
  return (
    <ul className={styles.testDue}>
      {plans.map((plan) => (
        <li key={plan.key} className="card">
          <div className={styles.testDueText}>
            <p className="quiet">{[plan.asset.title, plan.centre?.title].filter(Boolean).join(' · ')}</p>
            <h2 className="card-title">
              <Link href={`/contingency/tests/new?plan=${encodeURIComponent(plan.key)}`}>{plan.title}</Link>
            </h2>
            <p>{dueText(plan, today)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

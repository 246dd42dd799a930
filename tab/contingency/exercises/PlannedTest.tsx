import type { TestView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';
import { InjectLine } from './InjectLine.tsx';
import { TestPeople } from './TestReach.tsx';
import styles from './Tests.module.css';

/** The test: scenario, injects, participants, and criteria. */
export function PlannedTest({ test, folded = false }: { test: TestView; folded?: boolean }) {
  if (folded)
    return (
      <details className={`card ${styles.testFold}`}>
        <summary>{t('contingencyTests.about.title')}</summary>
        <div className={styles.testParts}>
          <About test={test} />
        </div>
      </details>
    );
  return <About test={test} />;
}

function About({ test }: { test: TestView }) {
  return (
    <>
      <section className="card" aria-labelledby="about-scenario">
        <h2 className="section-title" id="about-scenario">
          {t('contingencyTests.form.scenario')}
        </h2>
        <p className={styles.testText}>{test.scenario}</p>
        {test.injects.length > 0 && (
          <>
            <h3 className="card-title">{t('contingencyTests.about.injects')}</h3>
            <InjectLine test={test} />
          </>
        )}
      </section>
      {test.state !== 'closed' && test.state !== 'ended' && <Criteria test={test} />}
      <section className="card" aria-labelledby="about-people">
        <h2 className="section-title" id="about-people">
          {t('contingencyTests.about.people')}
        </h2>
        <TestPeople test={test} />
      </section>
    </>
  );
}

const Criteria = ({ test }: { test: TestView }) => (
  <section className="card" aria-labelledby="about-criteria">
    <h2 className="section-title" id="about-criteria">
      {t('contingencyTests.form.criteria')}
    </h2>
    <ul className={styles.testList}>
      {test.criteria.map(({ key, text, hours }) => (
        <li key={key}>
          {text}
          {hours !== undefined && (
            <span className="quiet"> ({t('contingencyTests.about.within', { hours: asHours(hours) })})</span>
          )}
        </li>
      ))}
    </ul>
  </section>
);

import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { TestView } from '../../../api/contingency/contract.ts';
import { asDuration } from '../../shared/duration.ts';
import { t } from '../../shared/texts/texts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { InjectLine } from './InjectLine.tsx';
import { EndDialog } from './TestDialogs.tsx';
import { asClock } from './test-words.ts';
import { TestLog } from './TestLog.tsx';
import { useProgramNow } from './useTest.ts';
import styles from './Tests.module.css';

const [minuteSeconds, daySeconds] = [60, 86_400];

/** The stopwatch, the next inject, and the log. */
export function RunningTest({ test }: { test: TestView }) {
  const [ending, setEnding] = useState(false);
  const now = useProgramNow(test.now);
  const seconds = Math.max(0, (now - Date.parse(test.startedAt ?? test.at)) / 1_000);
  return (
    <>
      <section className={`card ${styles.testWatch}`} aria-labelledby="test-watch">
        <h2 className="section-title" id="test-watch">
          {t('contingencyTests.running.title')}
        </h2>
        <p className={styles.testClock} role="timer">
          {asClock(seconds)}
        </p>
        <NextInject test={test} seconds={seconds} />
        {seconds > daySeconds && <Notice tone="warning">{t('contingencyTests.running.tooLong')}</Notice>}
        {test.abilities.end && (
          <div>
            <Button appearance="primary" size="large" onClick={() => setEnding(true)}>
              {t('contingencyTests.end.act')}
            </Button>
          </div>
        )}
      </section>
      <TestLog test={test} seconds={seconds} />
      {test.injects.length > 0 && (
        <section className="card" aria-labelledby="test-injects">
          <h2 className="section-title" id="test-injects">
            {t('contingencyTests.about.injects')}
          </h2>
          <InjectLine test={test} />
        </section>
      )}
      {test.abilities.end && <EndDialog test={test} open={ending} onClose={() => setEnding(false)} />}
    </>
  );
}

/** Time until the bot posts the next; not for those who take part. */
function NextInject({ test, seconds }: { test: TestView; seconds: number }) {
  if (!test.abilities.readAhead) return <p>{t('contingencyTests.running.follow')}</p>;
  const next = test.injects.find(({ minute, sent }) => !sent && minute * minuteSeconds > seconds);
  if (!next) return <p>{t(`contingencyTests.running.${test.injects.length === 0 ? 'noInjects' : 'allSent'}`)}</p>;
  return (
    <p>
      {t('contingencyTests.running.next', { duration: asDuration(next.minute * minuteSeconds - seconds) })}{' '}
      <strong>{next.text}</strong>
    </p>
  );
}

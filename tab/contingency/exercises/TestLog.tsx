import type { LogEntryView, TestView } from '../../../api/contingency/contract.ts';
import { asTime, t } from '../../shared/texts/texts.ts';
import { UnsentText } from '../shared/UnsentText.tsx';
import { LogForm, logDraft } from './LogForm.tsx';
import { asClock } from './test-words.ts';
import timeLineStyles from '../../shared/ui/TimeLine.module.css';
import styles from './Tests.module.css';

/** Events, decisions and measurements: newest first, with an input while open. */
export function TestLog({ test, seconds }: { test: TestView; seconds?: number }) {
  const unsent = test.abilities.log ? null : <UnsentText draft={logDraft(test.key)} />;
  if (!test.abilities.log && test.log.length === 0) return unsent;
  return (
    <section className="card" aria-labelledby="test-log">
      <h2 className="section-title" id="test-log">
        {t('contingencyTests.log.title')}
      </h2>
      {unsent}
      {test.abilities.log && <LogForm testKey={test.key} {...(seconds === undefined ? {} : { seconds })} />}
      {test.log.length === 0 ? (
        <p className="section-text">{t('contingencyTests.log.empty')}</p>
      ) : (
        <ol className={`${timeLineStyles.timeLine} ${styles.testLine}`} data-part="time-line" aria-live="polite">
          {test.log.map((entry) => (
            <li key={entry.key} className={styles[`test-log-${entry.kind}`]}>
              <p className="quiet">{lineOf(entry, test)}</p>
              <p className={styles.testText}>{entry.text}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** `Beslutning · Mette Sørensen · kl. 10.12 · 0:12:34 inde`. */
function lineOf({ kind, by, at }: LogEntryView, { startedAt }: TestView): string {
  const seconds = startedAt === undefined ? undefined : (Date.parse(at) - Date.parse(startedAt)) / 1_000;
  return [
    t(`contingencyTests.log.kind.${kind}`),
    by?.name,
    asTime(at),
    seconds === undefined || seconds < 0 ? undefined : t('contingencyTests.log.after', { clock: asClock(seconds) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

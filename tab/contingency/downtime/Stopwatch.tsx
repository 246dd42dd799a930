import { t } from '../../shared/texts/texts.ts';
import { asLength, minutesOf } from './words.ts';
import styles from './Downtime.module.css';

const two = (number: number): string => String(number).padStart(2, '0');

/**
 * Time since the start. The running digits are visual only; screen readers get the same in words, updated once a minute
 * and never announced. With reduced motion the seconds are hidden.
 */
export function Stopwatch({ startedAt, now, small = false }: { startedAt: string; now: number; small?: boolean }) {
  const seconds = Math.max(0, Math.trunc((now - Date.parse(startedAt)) / 1_000));
  const minutes = Math.trunc(seconds / 60);
  return (
    <div className={small ? `${styles.stopwatch} ${styles.stopwatchSmall}` : styles.stopwatch} data-part="stopwatch">
      <span className={styles.stopwatchDigits} aria-hidden>
        {Math.trunc(minutes / 60)}:{two(minutes % 60)}
        <span className={styles.stopwatchSeconds}>:{two(seconds % 60)}</span>
      </span>
      <span className={small ? 'hidden' : styles.stopwatchWords}>
        {t('downtime.live.clock', { length: asLength(minutesOf(Date.parse(startedAt), now)) })}
      </span>
    </div>
  );
}

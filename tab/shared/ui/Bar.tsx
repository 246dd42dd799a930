import styles from './Bar.module.css';

const share = (percent: number) => Math.min(100, Math.max(0, percent));

/**
 * A share as a bar, the previous one as a thin line. The number is beside it in words, so it is hidden from screen
 * readers.
 */
export function Bar({ percent, previous }: { percent: number; previous?: number | undefined }) {
  return (
    <svg className={styles.bar} data-part="bar" aria-hidden>
      <rect className={styles.barWhole} data-part="bar-whole" width="100%" height="12" rx="4" />
      <rect className={styles.barShare} data-part="bar-share" width={`${share(percent)}%`} height="12" rx="4" />
      {previous !== undefined && (
        <line
          className={styles.barPrevious}
          data-part="bar-previous"
          x1={`${share(previous)}%`}
          x2={`${share(previous)}%`}
          y1="-2"
          y2="14"
        />
      )}
    </svg>
  );
}

import styles from './Shell.module.css';
const pieces = 12;
const radius = 13.2;
const piece = (2 * Math.PI * radius) / pieces;

/** The app's mark, as its icon in Teams: the wheel of the year round a shield. */
export const Mark = () => (
  <svg className={styles.railMark} viewBox="0 0 32 32" aria-hidden>
    <circle className={styles.markWheel} cx="16" cy="16" r={radius} strokeDasharray={`${piece - 1.6} 1.6`} />
    <path
      className={styles.markShield}
      d="M16 7.6c1.9 1.3 4 2 6.2 2.1v5.4c0 4.3-2.6 7.2-6.2 8.7-3.6-1.5-6.2-4.4-6.2-8.7V9.7C12 9.6 14.1 8.9 16 7.6z"
    />
    <path className={styles.markTick} d="M12.9 15.6l2.3 2.3 4-4.4" />
  </svg>
);

import styles from './MyCentrePage.module.css';
const height = 12;
const gap = 0.4;

/**
 * Open tasks as a bar: overdue, due soon, later; length relative to the longest. The numbers are beside it, so it is
 * hidden from screen readers.
 */
export function OpenBar(props: { overdue: number; soon: number; open: number; most: number }) {
  const { overdue, soon, open, most } = props;
  const share = (count: number) => (100 * count) / most;
  const parts = [
    { name: 'overdue', from: 0, width: share(overdue) },
    { name: 'soon', from: share(overdue), width: share(soon) },
    { name: 'later', from: share(overdue + soon), width: share(Math.max(0, open - overdue - soon)) },
  ];
  return (
    <svg className={styles.openBar} aria-hidden>
      {parts
        .filter(({ width }) => width > 0)
        .map(({ name, from, width }) => (
          <rect
            key={name}
            className={styles[`open-${name}`]}
            x={`${from}%`}
            width={`${Math.max(gap, width - gap)}%`}
            height={height}
            rx="3"
          />
        ))}
    </svg>
  );
}

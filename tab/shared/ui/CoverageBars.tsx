import type { ReactNode } from 'react';
import { asPercent } from '../texts/texts.ts';
import { Bar } from './Bar.tsx';
import styles from './CoverageBars.module.css';

export interface CoverageBar {
  key: string;
  name: string;
  /** Share in percent, current and previous. */
  percent: number;
  previous: number | undefined;
  /** Beside the share: how many are missing. */
  missing: ReactNode;
  /** Below: who is responsible. */
  about: ReactNode;
  /** Action for it. */
  act?: ReactNode;
}

/** One bar a centre in the given order, the previous share as a thin line. */
export function CoverageBars(props: { now: string; before: string; bars: readonly CoverageBar[] }) {
  const previous = props.bars.some((bar) => bar.previous !== undefined);
  return (
    <div className="card">
      <p className={styles.coverageLegend} aria-hidden>
        <span className={styles.legendShare} /> {props.now}
        {previous && (
          <>
            <span className={styles.legendPrevious} /> {props.before}
          </>
        )}
      </p>
      <ul className={styles.coverageBars} data-part="coverage-bars">
        {props.bars.map((bar) => (
          <li key={bar.key} className={styles.coverageBar} data-part="coverage-bar">
            <p className={styles.coverageName}>{bar.name}</p>
            <p className={styles.coverageFigures}>
              {asPercent(bar.percent)}
              <span className={styles.coverageMissing} data-part="coverage-missing">
                {bar.missing}
              </span>
            </p>
            <Bar percent={bar.percent} previous={bar.previous} />
            <div className={styles.coverageFoot}>
              <p className="quiet">
                {bar.about}
                {bar.previous !== undefined && (
                  <span className="hidden">
                    . {props.before}: {asPercent(bar.previous)}
                  </span>
                )}
              </p>
              {bar.act}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

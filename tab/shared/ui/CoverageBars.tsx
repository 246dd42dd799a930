import type { ReactNode } from 'react';
import { asPercent } from '../texts/texts.ts';
import { Bar } from './Bar.tsx';
import './CoverageBars.css';

export interface CoverageBar {
  key: string;
  name: string;
  /** Share in percent, now and the time before. */
  percent: number;
  previous: number | undefined;
  /** Beside the share: how many are missing. */
  missing: ReactNode;
  /** Below: who takes care of it. */
  about: ReactNode;
  /** What may be done about it. */
  act?: ReactNode;
}

/** One bar a centre in the given order, the share of the time before as a thin line. */
export function CoverageBars(props: { now: string; before: string; bars: readonly CoverageBar[] }) {
  const previous = props.bars.some((bar) => bar.previous !== undefined);
  return (
    <div className="card">
      <p className="coverage-legend" aria-hidden>
        <span className="legend-share" /> {props.now}
        {previous && (
          <>
            <span className="legend-previous" /> {props.before}
          </>
        )}
      </p>
      <ul className="coverage-bars">
        {props.bars.map((bar) => (
          <li key={bar.key} className="coverage-bar">
            <p className="coverage-name">{bar.name}</p>
            <p className="coverage-figures">
              {asPercent(bar.percent)}
              <span className="coverage-missing">{bar.missing}</span>
            </p>
            <Bar percent={bar.percent} previous={bar.previous} />
            <div className="coverage-foot">
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

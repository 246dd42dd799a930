import { mergeClasses } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { LevelMark } from '../../../api/assets/contract.ts';
import { asNumber, t } from '../../shared/texts/texts.ts';
import { useWidth } from '../../shared/ui/useWidth.ts';
import { LevelSign } from '../parts/LevelTag.tsx';
import { monthText } from '../parts/risk-words.ts';
import { countOf, levelsOf, type Month } from './trend.ts';
import styles from './Trend.module.css';
import tonesStyles from '../../shared/ui/Tones.module.css';

/** CSS pixels: bar height, space for the axes, widest bar, and width of a number. */
const [height, below, beside, widest] = [260, 44, 40, 56];
const [wordWidth, wordHeight] = [24, 16];
/** The densest and sparsest hatching, for the worst and mildest level. */
const [dense, sparse] = [3, 12];

/** Step of the axis: 1, 2 or 5 times a power of ten, about four steps. */
function stepOf(most: number): number {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10);
}

/** A bar a month, the mildest level at the bottom. Without colours, worse levels are hatched more densely. */
export function TrendChart({ months }: { months: readonly Month[] }) {
  const { element, width } = useWidth<HTMLDivElement>(800);
  const levels = levelsOf(months);
  const most = Math.max(1, ...months.map(({ total }) => total));
  const step = stepOf(most);
  const top = Math.ceil(most / step) * step;
  const y = (count: number) => 8 + height - (count / top) * height;
  const slot = (width - beside) / Math.max(1, months.length);
  const bar = Math.min(widest, slot * 0.72);
  const every = Math.ceil(34 / slot);
  return (
    <div className={`card ${styles.trend}`} ref={element}>
      <svg
        className={styles.trendChart}
        role="img"
        width={width}
        height={height + below + 8}
        aria-label={t('riskOverview.trend.picture', {
          count: months.length,
          from: monthText(months[0]?.month ?? ''),
          to: monthText(months.at(-1)?.month ?? ''),
        })}
      >
        <Hatching levels={levels} />
        {Array.from({ length: Math.round(top / step) + 1 }, (_, position) => position * step).map((count) => (
          <Fragment key={count}>
            <line className={styles.trendLine} x1={beside} x2={width} y1={y(count)} y2={y(count)} />
            <text className={styles.trendNumber} x={beside - 8} y={y(count)}>
              {asNumber(count)}
            </text>
          </Fragment>
        ))}
        {months.map((month, position) => {
          const x = beside + slot * position + (slot - bar) / 2;
          const named = (months.length - 1 - position) % every === 0;
          return (
            <g
              key={month.month}
              className={month.frozen ? styles.trendBar : `${styles.trendBar} ${styles.trendRunning}`}
            >
              <Segments month={month} levels={levels} x={x} bar={bar} y={y} />
              {named && (
                <text className={styles.trendMonth} x={x + bar / 2} y={height + 28}>
                  {month.frozen ? monthText(month.month, true) : t('riskOverview.movement.now')}
                  {(month.month.endsWith('-01') || position === 0) && (
                    <tspan x={x + bar / 2} dy="1.3em">
                      {month.month.slice(0, 4)}
                    </tspan>
                  )}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <ul className={styles.trendLegend} aria-hidden>
        {[...levels].reverse().map((level) => (
          <li key={level.word}>
            <LevelSign level={level} /> {level.word}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Hatching({ levels }: { levels: readonly LevelMark[] }) {
  return (
    <defs>
      {levels.map(({ severity, word }, position) => {
        const apart = sparse - (sparse - dense) * severity;
        return (
          <pattern
            key={word}
            id={`trend-hatch-${position}`}
            width={apart}
            height={apart}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line className={styles.trendHatchLine} x1="0" x2="0" y1="0" y2={apart} />
          </pattern>
        );
      })}
    </defs>
  );
}

function Segments(props: {
  month: Month;
  levels: readonly LevelMark[];
  x: number;
  bar: number;
  y: (count: number) => number;
}) {
  const { month, levels, x, bar, y } = props;
  let below = 0;
  return levels.map((level, position) => {
    const count = countOf(month, level.word);
    if (count === 0) return null;
    const [upper, lower] = [y(below + count), y(below)];
    below += count;
    const tall = Math.max(1, lower - upper - 1);
    const box = { x, y: upper, width: bar, height: tall };
    return (
      <Fragment key={level.word}>
        <rect className={mergeClasses(styles.trendPart, tonesStyles[`tone-${level.tone}`])} {...box}>
          <title>{`${monthText(month.month)}, ${level.word}: ${asNumber(count)}`}</title>
        </rect>
        {position > 0 && <rect className={styles.trendHatch} fill={`url(#trend-hatch-${position})`} {...box} />}
        {bar >= wordWidth && tall >= wordHeight && (
          <text
            className={mergeClasses(styles.trendCount, tonesStyles[`tone-${level.tone}`])}
            x={x + bar / 2}
            y={upper + tall / 2}
          >
            {asNumber(count)}
          </text>
        )}
      </Fragment>
    );
  });
}

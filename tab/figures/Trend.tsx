import { mergeClasses } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { FigureView } from '../../api/figures/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { valueText } from './parts/figure-value.ts';
import { Movement } from './parts/Movement.tsx';
import styles from './Management.module.css';

/** CSS pixels of the drawing, which scales to its box. */
const [width, height, edge] = [260, 64, 6];

/** One figure by month as a line, with its numbers as an expandable table. */
export function Trend({ figure, day }: { figure: FigureView; day: string }) {
  const points = [...figure.months, ...(figure.value === undefined ? [] : [{ day, value: figure.value }])];
  const [first, last] = [points[0], points.at(-1)];
  return (
    <div className={mergeClasses('card', styles.course)}>
      <h3 className={styles.name}>
        {figure.link === undefined ? figure.name : <Link href={figure.link}>{figure.name}</Link>}
      </h3>
      <p className={styles.value}>
        <strong>{valueText(figure.unit, figure.value)}</strong> <Movement figure={figure} />
      </p>
      {points.length < 2 || !first || !last ? (
        <p>{t('figures.management.trendShort')}</p>
      ) : (
        <>
          <svg
            className={styles.drawing}
            role="img"
            viewBox={`0 0 ${width} ${height}`}
            aria-label={t('figures.management.trendPicture', {
              name: figure.name,
              from: `${valueText(figure.unit, first.value)} (${asDate(first.day)})`,
              to: `${valueText(figure.unit, last.value)} (${asDate(last.day)})`,
            })}
          >
            <polyline points={lineOf(points.map(({ value }) => value))} />
          </svg>
          <details>
            <summary>{t('figures.management.asTable')}</summary>
            <ul className={styles.months}>
              {points.map(({ day: on, value }) => (
                <li key={on}>
                  <span>{asDate(on)}</span> <span>{valueText(figure.unit, value)}</span>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </div>
  );
}

/** The line through the values, scaled from least to most; a constant one is in the middle. */
function lineOf(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = (width - 2 * edge) / Math.max(1, values.length - 1);
  const y = (value: number) =>
    most === least ? height / 2 : height - edge - ((value - least) / (most - least)) * (height - 2 * edge);
  return values.map((value, position) => `${(edge + step * position).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
}

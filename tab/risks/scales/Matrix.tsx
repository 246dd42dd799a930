import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ScaleView } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { LevelSign, LevelTag } from '../parts/LevelTag.tsx';
import { stepText } from '../parts/risk-words.ts';
import styles from './Scales.module.css';
import tonesStyles from '../../shared/ui/Tones.module.css';

type Level = Pick<ScaleView['levels'][number], 'word' | 'tone' | 'severity'>;
interface Drawn {
  likelihood: readonly { word: string }[];
  consequence: readonly { word: string }[];
  levels: readonly Level[];
  matrix: readonly (readonly number[])[];
}

/**
 * A matrix as a table: the worst consequence at the top, the likeliest to the right; each cell has its level in words.
 * `cell` overrides rendering, steps from 1.
 */
export function Matrix(props: {
  view: Drawn;
  caption: string;
  cell?: (consequence: number, likelihood: number, level: Level | undefined) => ReactNode;
}) {
  const { view, caption, cell } = props;
  const rows = view.consequence.map((step, index) => ({ ...step, number: index + 1 })).reverse();
  return (
    <div className={styles.scaleFrame} data-part="scale-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.scaleMatrix}>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <td className={styles.scaleCorner}>{t('riskAssessment.scales.corner')}</td>
            {view.likelihood.map(({ word }, index) => (
              <th key={index} scope="col">
                {stepText(index + 1, word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ word, number }) => (
            <tr key={number}>
              <th scope="row">{stepText(number, word)}</th>
              {view.likelihood.map((_, index) => {
                const level = view.levels[view.matrix[number - 1]?.[index] ?? -1];
                return (
                  <td
                    key={index}
                    className={mergeClasses(styles.scaleCell, tonesStyles[`tone-${level?.tone ?? 'yellow'}`])}
                  >
                    {cell ? cell(number, index + 1, level) : level && <CellWord level={level} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const CellWord = ({ level }: { level: Level }) => (
  <span className={styles.scaleWord}>
    <LevelSign level={level} />
    {level.word}
  </span>
);

/** The levels with meaning, accepting role and share of the matrix; derived from it. */
export function Legend({ view }: { view: ScaleView }) {
  return (
    <ul className={styles.legend} aria-label={t('riskAssessment.scales.legend')}>
      {[...view.levels].reverse().map((level, index) => (
        <li key={index}>
          <p className={styles.legendWord}>
            <LevelTag level={level} />
          </p>
          <p className="quiet">{level.description}</p>
          <p className="quiet">
            {t('riskAssessment.scales.acceptedBy', {
              who: t(`riskAssessment.scales.accepter.${level.acceptedBy}`),
            })}{' '}
            {t('riskAssessment.scales.cells', { count: level.cells.length })}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Number of assessments using it. */
export const usedText = (count: number): string =>
  count === 0 ? t('riskAssessment.scales.unused') : t('riskAssessment.scales.usedBy', { count });

import type { ProcedureCoverageView } from '../../api/procedures/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { CoverageMatrix, MatrixLegend } from '../shared/ui/CoverageMatrix.tsx';
import { coverageStates } from './states.ts';
import { cellOf, cellWords, pathOfCell, type CentreRow, type GuidelineRow } from './useProcedureCoverage.ts';
import styles from './Procedures.module.css';
import coverageMatrixStyles from '../shared/ui/CoverageMatrix.module.css';

/** Minimum width of a heading and a cell. */
const [headPixels, cellPixels] = [156, 84];

/** Guidelines by centre. */
export function ProcedureMatrix({ view: { guidelines, centres } }: { view: ProcedureCoverageView }) {
  return (
    <>
      <CoverageMatrix
        className={styles.procedureMatrix}
        words={{
          name: t('procedures.coverage.matrix'),
          corner: t('procedures.kind.guideline'),
          keys: t('procedures.coverage.keys'),
        }}
        columns={centres.map(({ id, title, valid, needed }) => ({
          key: id,
          title,
          more: <Count valid={valid} needed={needed} />,
        }))}
        rows={guidelines.map((guideline) => ({
          key: guideline.key,
          head: (
            <>
              {guideline.title}
              <Count valid={guideline.valid} needed={guideline.cells.length} />
            </>
          ),
          cells: centres.map((centre) => cellAt(guideline, centre)),
        }))}
        minWidth={headPixels + centres.length * cellPixels}
      />
      <MatrixLegend
        name={t('procedures.coverage.legend')}
        signs={coverageStates.map((state) => ({ state, text: t(`procedures.cell.${state}`) }))}
      />
    </>
  );
}

const Count = (counts: { valid: number; needed: number }) => (
  <span className={coverageMatrixStyles.matrixMore} data-part="matrix-more">
    {t('procedures.coverage.of', counts)}
  </span>
);

function cellAt(guideline: GuidelineRow, centre: CentreRow) {
  const cell = cellOf(guideline, centre.id);
  return {
    key: centre.id,
    state: cell.state,
    text: t(`procedures.cell.${cell.state}`),
    words: cellWords(guideline, centre, cell),
    path: pathOfCell(guideline, cell),
  };
}

import { useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { ProcedureCoverageView } from '../../api/procedures/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { placeAfter, type Place } from './matrix-walk.ts';
import { stateIcons } from './StateTag.tsx';
import { coverageStates } from './states.ts';
import {
  cellOf,
  cellWords,
  pathOfCell,
  shortTitle,
  type CentreRow,
  type GuidelineRow,
} from './useProcedureCoverage.ts';
import './CoverageMatrix.css';

/** The narrowest a heading and a cell may be. */
const [headPixels, cellPixels] = [156, 84];

/** Guidelines down, centres across: each cell a sign and a word, one stop for the keyboard and arrow keys between cells. */
export function CoverageMatrix({ view: { guidelines, centres } }: { view: ProcedureCoverageView }) {
  const [[atRow, atColumn], setPlace] = useState<Place>([0, 0]);
  const grid = useRef<HTMLTableElement>(null);
  const walk = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, [atRow, atColumn], guidelines.length, centres.length);
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    grid.current?.querySelector<HTMLElement>(`[data-place="${next.join('-')}"]`)?.focus();
  };
  return (
    <>
      <div className="matrix-frame">
        <table
          className="matrix"
          role="grid"
          ref={grid}
          aria-label={t('procedures.coverage.matrix')}
          aria-describedby="matrix-keys"
          style={{ minWidth: headPixels + centres.length * cellPixels }}
          onKeyDown={walk}
        >
          <thead>
            <tr>
              <th scope="col">{t('procedures.coverage.guideline')}</th>
              {centres.map(({ id, title, valid, needed }) => (
                <th key={id} scope="col" title={title}>
                  <span aria-hidden>{shortTitle(title)}</span>
                  <span className="hidden">{title}</span>
                  <span className="matrix-count">{t('procedures.coverage.of', { valid, needed })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {guidelines.map((guideline, row) => (
              <tr key={guideline.key}>
                <th scope="row">
                  {guideline.title}
                  <span className="matrix-count">
                    {t('procedures.coverage.of', { valid: guideline.valid, needed: guideline.cells.length })}
                  </span>
                </th>
                {centres.map((centre, column) => (
                  <MatrixCell
                    key={centre.id}
                    guideline={guideline}
                    centre={centre}
                    place={[row, column]}
                    reached={row === atRow && column === atColumn}
                    onReach={setPlace}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet" id="matrix-keys">
        {t('procedures.coverage.keys')}
      </p>
      <ul className="matrix-legend" aria-label={t('procedures.coverage.legend')}>
        {coverageStates.map((state) => (
          <li key={state} className={`matrix-sign matrix-${state}`}>
            <Sign state={state} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Sign({ state }: { state: (typeof coverageStates)[number] }) {
  const Icon = stateIcons[state];
  return (
    <>
      <Icon aria-hidden /> {t(`procedures.cell.${state}`)}
    </>
  );
}

function MatrixCell(props: {
  guideline: GuidelineRow;
  centre: CentreRow;
  place: Place;
  reached: boolean;
  onReach: (place: Place) => void;
}) {
  const { guideline, centre, place, reached } = props;
  const cell = cellOf(guideline, centre.id);
  const path = pathOfCell(guideline, cell);
  const shared = {
    className: `matrix-sign matrix-${cell.state}`,
    tabIndex: reached ? 0 : -1,
    'data-place': place.join('-'),
    'aria-label': cellWords(guideline, centre, cell),
    title: cellWords(guideline, centre, cell),
    onFocus: () => props.onReach(place),
  };
  return (
    <td role="gridcell">
      {path === undefined ? (
        <div role="img" {...shared}>
          <Sign state={cell.state} />
        </div>
      ) : (
        <Link href={path} {...shared}>
          <Sign state={cell.state} />
        </Link>
      )}
    </td>
  );
}

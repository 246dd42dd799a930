import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { placeAfter, type Place as At } from '../../procedures/matrix-walk.ts';
import { t } from '../../shared/texts/texts.ts';
import { continuityPath } from '../shared/contingency-paths.ts';
import { asHours } from '../shared/hours.ts';
import { coverageStates, type CoverageState } from './plan-states.ts';
import { stateIcons } from './PlanTags.tsx';
import { placeWords, type Coverage, type CoverageRow, type Place } from './useCoverage.ts';

/** The narrowest a heading and a cell may be. */
const [headPixels, cellPixels] = [210, 100];

/** Vital systems down, centres across, the restore plan before them: one stop for the keyboard and arrow keys between cells. */
export function CoverageMatrix({ coverage: { rows, columns } }: { coverage: Coverage }) {
  const [[atRow, atColumn], setAt] = useState<At>([0, 0]);
  const grid = useRef<HTMLTableElement>(null);
  const walk = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, [atRow, atColumn], rows.length, columns.length);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-place="${next.join('-')}"]`)?.focus();
  };
  return (
    <>
      <div className="plan-matrix-frame">
        <table
          className="plan-matrix"
          role="grid"
          ref={grid}
          aria-label={t('contingencyPlans.coverage.matrix')}
          aria-describedby="matrix-keys"
          style={{ minWidth: headPixels + columns.length * cellPixels }}
          onKeyDown={walk}
        >
          <thead>
            <tr>
              <th scope="col">{t('contingencyPlans.coverage.system')}</th>
              {columns.map(({ key, title, isMine }) => (
                <th key={key} scope="col" title={title}>
                  <span aria-hidden>{shortTitle(title)}</span>
                  <span className="hidden">{title}</span>
                  {isMine && <span className="plan-matrix-mine">{t('contingencyPlans.coverage.mine')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, position) => (
              <tr key={row.system.asset.key}>
                <SystemHead row={row} />
                {row.places.map((place, column) => (
                  <Cell
                    key={place.key}
                    place={place}
                    at={[position, column]}
                    reached={position === atRow && column === atColumn}
                    onReach={setAt}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet plan-matrix-keys" id="matrix-keys">
        {t('contingencyPlans.coverage.keys')}
      </p>
      <ul className="plan-matrix-legend" aria-label={t('contingencyPlans.coverage.legend')}>
        {coverageStates.map((state) => (
          <li key={state} className={`plan-cell plan-cell-${state}`}>
            <Sign state={state} text={t(`contingency.coverage.${state}`)} />
          </li>
        ))}
      </ul>
      <p className="quiet">{t('contingencyPlans.coverage.sharedNote')}</p>
    </>
  );
}

function SystemHead({ row: { system } }: { row: CoverageRow }) {
  const { asset, mtd, missing } = system;
  return (
    <th scope="row">
      <Link href={continuityPath(asset.key)}>{asset.title}</Link>
      <span className="plan-matrix-more">
        {mtd !== undefined && t('contingencyPlans.coverage.mtd', { time: asHours(mtd) })}
      </span>
      {missing > 0 && (
        <span className="plan-matrix-more plan-strong">
          {t('contingencyPlans.coverage.missingIn', { count: missing })}
        </span>
      )}
    </th>
  );
}

function Sign({ state, text }: { state: CoverageState; text: string }) {
  const Icon = stateIcons[state];
  return (
    <>
      <Icon aria-hidden /> {text}
    </>
  );
}

function Cell(props: { place: Place; at: At; reached: boolean; onReach: (at: At) => void }) {
  const { place, at, reached } = props;
  const words = placeWords(place);
  const shared = {
    className: `plan-cell plan-cell-${place.state}`,
    tabIndex: reached ? 0 : -1,
    'data-place': at.join('-'),
    'aria-label': words,
    title: words,
    onFocus: () => props.onReach(at),
  };
  const inside = (
    <>
      <Sign state={place.state} text={t(`contingencyPlans.coverage.short.${place.state}`)} />
      {place.shared && <PeopleTeamRegular className="plan-cell-shared" aria-hidden />}
    </>
  );
  return (
    <td role="gridcell">
      {place.path === undefined ? (
        <div role="img" {...shared}>
          {inside}
        </div>
      ) : (
        <Link href={place.path} {...shared}>
          {inside}
        </Link>
      )}
    </td>
  );
}

const prefix = /^(center for|centre for) /i;
/** Every column would begin with the same words. */
const shortTitle = (title: string): string => {
  const short = title.replace(prefix, '');
  return short.charAt(0).toLocaleUpperCase() + short.slice(1);
};

import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useId, type ReactNode } from 'react';
import { Link } from 'wouter';
import { placeAfter } from './cell-walk.ts';
import { stateIcons } from './state-icons.ts';
import { useCellWalk, type WalkedCell } from './useCellWalk.ts';
import styles from './CoverageMatrix.module.css';

interface Sign {
  state: 'missing' | 'expired' | 'draft' | 'waiting' | 'valid' | 'notUsed';
  text: string;
}
interface Cell extends Sign {
  key: string;
  /** All of it in words: row, column, status, and the effect of pressing it. */
  words: string;
  /** Link target; none for those without an action. */
  path: string | undefined;
  /** A second icon, in the corner. */
  mark?: ReactNode;
}
interface Row {
  key: string;
  head: ReactNode;
  /** In column order. */
  cells: readonly Cell[];
}

/** Status of each row in each centre: an icon and a word a cell, one tab stop and arrow keys between cells. */
export function CoverageMatrix(props: {
  /** Sets the frame's measures: `--matrix-head`, `--matrix-head-inline` and `--matrix-cell`. */
  className: string | undefined;
  words: { name: string; corner: string; keys: string };
  columns: readonly { key: string; title: string; more?: ReactNode }[];
  rows: readonly Row[];
  /** CSS pixels: narrower, it scrolls. */
  minWidth: number;
}) {
  const { words, columns, rows } = props;
  const keysId = useId();
  const walk = useCellWalk<HTMLTableElement>([0, 0], (key, place) =>
    placeAfter(key, place, rows.length, columns.length),
  );
  useEffect(() => {
    void import('./long-words.ts').then((file) => file.breakLongWords(document.body)).catch(() => undefined);
  }, []);
  return (
    <>
      <div className={mergeClasses(styles.matrixFrame, props.className)}>
        <table
          className={styles.matrix}
          data-part="matrix"
          role="grid"
          aria-label={words.name}
          aria-describedby={keysId}
          style={{ minWidth: props.minWidth }}
          {...walk.grid}
        >
          <thead>
            <tr>
              <th scope="col">{words.corner}</th>
              {columns.map(({ key, title, more }) => (
                <th key={key} scope="col" title={title}>
                  <span aria-hidden>{shortTitle(title)}</span>
                  <span className="hidden">{title}</span>
                  {more}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, head, cells }, row) => (
              <tr key={key}>
                <th scope="row">{head}</th>
                {cells.map((cell, column) => (
                  <td key={cell.key} role="gridcell">
                    <CellSign cell={cell} walked={walk.cell([row, column])} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={`quiet for-keys ${styles.matrixKeys}`} id={keysId}>
        {words.keys}
      </p>
    </>
  );
}

function CellSign({ cell, walked }: { cell: Cell; walked: WalkedCell }) {
  const { state, words, path, mark } = cell;
  const shared = {
    className: mergeClasses(styles.matrixSign, styles[`matrix-${state}`]),
    'data-part': 'matrix-sign',
    'aria-label': words,
    title: words,
    ...walked,
  };
  const inside = (
    <>
      <SignText {...cell} />
      {mark}
    </>
  );
  if (path === undefined)
    return (
      <div role="img" {...shared}>
        {inside}
      </div>
    );
  return (
    <Link href={path} {...shared}>
      {inside}
    </Link>
  );
}

/** Legend of a matrix. */
export const MatrixLegend = ({ name, signs }: { name: string; signs: readonly Sign[] }) => (
  <ul className={styles.matrixLegend} aria-label={name}>
    {signs.map(({ state, text }) => (
      <li key={state} className={mergeClasses(styles.matrixSign, styles[`matrix-${state}`])} data-part="matrix-sign">
        <SignText state={state} text={text} />
      </li>
    ))}
  </ul>
);

function SignText({ state, text }: Sign) {
  const Icon = stateIcons[state];
  return (
    <>
      <Icon aria-hidden /> {text}
    </>
  );
}

const prefix = /^(center for|centre for) /i;

/** A centre's short name as a column heading, without the common prefix. */
export const shortTitle = (title: string): string => {
  const short = title.replace(prefix, '');
  return short.charAt(0).toLocaleUpperCase() + short.slice(1);
};

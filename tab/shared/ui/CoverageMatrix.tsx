import { mergeClasses } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { Link } from 'wouter';
import { placeAfter } from './cell-walk.ts';
import { shortTitle } from './short-title.ts';
import { stateIcons } from './state-icons.ts';
import { useCellWalk, type WalkedCell } from './useCellWalk.ts';
import styles from './CoverageMatrix.module.css';

interface Sign {
  state: 'missing' | 'expired' | 'draft' | 'waiting' | 'valid' | 'notUsed';
  text: string;
}
interface Cell extends Sign {
  key: string;
  /** The whole of it in words: row, column, where it stands, and what pressing it does. */
  words: string;
  /** Where pressing it leads; nowhere for those who may do nothing about it. */
  path: string | undefined;
  /** A second sign, in the corner. */
  mark?: ReactNode;
}
interface Row {
  key: string;
  head: ReactNode;
  /** In the order of the columns. */
  cells: readonly Cell[];
}

/** What each centre has of each row: a sign and a word a cell, one stop for the keyboard and arrow keys between cells. */
export function CoverageMatrix(props: {
  /** Gives the frame its measures: `--matrix-head`, `--matrix-head-inline` and `--matrix-cell`. */
  className: string | undefined;
  words: { name: string; corner: string; keys: string };
  columns: readonly { key: string; title: string; more?: ReactNode }[];
  rows: readonly Row[];
  /** CSS pixels: narrower than this it scrolls. */
  minWidth: number;
}) {
  const { words, columns, rows } = props;
  const keysId = useId();
  const walk = useCellWalk<HTMLTableElement>([0, 0], (key, place) =>
    placeAfter(key, place, rows.length, columns.length),
  );
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
      <p className={`quiet ${styles.matrixKeys}`} id={keysId}>
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

/** What the signs of a matrix mean. */
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

import { mergeClasses } from '@fluentui/react-components';
import { ArrowSortDownLinesRegular } from '@fluentui/react-icons/svg/arrow-sort-down-lines';
import { ArrowSortRegular } from '@fluentui/react-icons/svg/arrow-sort';
import { memo, useEffect } from 'react';
import type { RiskRow } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { GroupWords } from './GroupWords.tsx';
import { linesOf } from './lines.ts';
import { leastWidth, sortOf, widthsOf, type RegisterColumn, type Sort } from './register-columns.ts';
import { cellOf } from './risk-cells.tsx';
import { RowsFailed } from './RowsFailed.tsx';
import { useLines } from './useLines.ts';
import type { Register } from './useRegister.ts';
import { useRegisterRows, windowRows, type RegisterAnswer } from './useRegisterRows.ts';
import dataTableStyles from '../../shared/ui/DataTable.module.css';
import styles from './Register.module.css';

/** CSS pixels. */
const [lineHeight, headHeight] = [60, 44];

/** The register as a virtualised table; each row has its index in the whole. */
export function RegisterGrid({ register, first }: { register: Register; first: RegisterAnswer }) {
  const { columns, query } = register;
  const lines = linesOf(first.total, first.groups);
  const { scroller, shown, whole, walk, onFocus } = useLines({
    count: lines.count,
    height: lineHeight,
    top: headHeight,
  });
  const rows = useRegisterRows(
    query,
    first,
    lines.windowsOf(
      shown.map(({ index }) => index),
      windowRows,
    ),
  );
  const order = JSON.stringify(query);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [order, scroller]);
  const widths = widthsOf(columns);
  return (
    <>
      <RowsFailed failed={rows.failed} />
      <div
        className={styles.registerScroll}
        data-part="register-scroll"
        ref={scroller}
        role="region"
        aria-label={t('riskOverview.register.title')}
        tabIndex={0}
      >
        <div
          role="table"
          className={styles.register}
          data-part="register"
          aria-label={t('riskOverview.register.table')}
          aria-rowcount={lines.count + 1}
          aria-colcount={columns.length}
          style={{ minWidth: leastWidth(columns), height: whole + headHeight }}
          onKeyDown={walk}
        >
          <div role="rowgroup" className={styles.registerTop}>
            <div
              role="row"
              aria-rowindex={1}
              className={`${styles.registerLine} ${styles.registerHeads}`}
              data-part="register-heads"
              style={{ gridTemplateColumns: widths }}
            >
              {columns.map((column) => (
                <Head key={column} column={column} register={register} />
              ))}
            </div>
          </div>
          <div role="rowgroup">
            {shown.map(({ index, start }) => {
              const line = lines.at(index);
              return line.kind === 'group' ? (
                <div
                  key={index}
                  role="row"
                  aria-rowindex={index + 2}
                  data-index={index}
                  tabIndex={-1}
                  className={`${styles.registerLine} ${styles.registerGroup}`}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <div role="cell" aria-colspan={columns.length}>
                    <GroupWords group={line.group} />
                  </div>
                </div>
              ) : (
                <Row
                  key={index}
                  columns={columns}
                  widths={widths}
                  index={index}
                  start={start}
                  onFocus={onFocus}
                  row={rows.rowAt(line.position)}
                />
              );
            })}
          </div>
        </div>
      </div>
    </>
  );
}

const Row = memo(function Row(props: {
  row: RiskRow | undefined;
  columns: readonly RegisterColumn[];
  widths: string;
  index: number;
  start: number;
  onFocus: (line: number) => void;
}) {
  const { row, index } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      tabIndex={-1}
      className={styles.registerLine}
      style={{ gridTemplateColumns: props.widths, transform: `translateY(${props.start}px)` }}
      onFocus={() => props.onFocus(index)}
    >
      {props.columns.map((column, place) => (
        <div role="cell" key={column} className={mergeClasses(styles.registerCell, styles[`register-${column}`])}>
          {row
            ? cellOf(column, row)
            : place === 0 && <span className={styles.registerComing}>{t('common.loading')}</span>}
        </div>
      ))}
    </div>
  );
});

function Head({ column, register }: { column: RegisterColumn; register: Register }) {
  const sort: Sort | undefined = sortOf(column);
  const title = t(`riskOverview.register.column.${column}`);
  if (!sort)
    return (
      <div role="columnheader" className={styles.registerHead}>
        <span>{title}</span>
      </div>
    );
  const active = register.sort === sort;
  const direction = register.descending ? 'descending' : 'ascending';
  return (
    <div role="columnheader" className={styles.registerHead} aria-sort={active ? direction : 'none'}>
      <button
        type="button"
        className={dataTableStyles.tableSort}
        data-part="table-sort"
        title={t('common.table.sortBy', { column: title })}
        onClick={() => register.sortBy(sort)}
      >
        {title}
        {active ? (
          <ArrowSortDownLinesRegular aria-hidden />
        ) : (
          <ArrowSortRegular className={dataTableStyles.tableUnsorted ?? ''} aria-hidden />
        )}
      </button>
    </div>
  );
}

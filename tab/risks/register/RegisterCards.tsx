import { useEffect } from 'react';
import type { RiskRow } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { GroupWords } from './GroupWords.tsx';
import { linesOf } from './lines.ts';
import type { RegisterColumn } from './register-columns.ts';
import { cellOf } from './risk-cells.tsx';
import { RowsFailed } from './RowsFailed.tsx';
import { useLines } from './useLines.ts';
import type { Register } from './useRegister.ts';
import { useRegisterRows, windowRows, type RegisterAnswer } from './useRegisterRows.ts';
import styles from './Register.module.css';

/** A card's height in CSS pixels before it is measured. */
const cardHeight = 200;

/** The register on a narrow screen: a virtualised list of cards, one a risk. */
export function RegisterCards({ register, first }: { register: Register; first: RegisterAnswer }) {
  const lines = linesOf(first.total, first.groups);
  const { scroller, shown, whole, walk, onFocus, measure } = useLines({
    count: lines.count,
    height: cardHeight,
    top: 0,
  });
  const inView = lines.windowsOf(
    shown.map(({ index }) => index),
    windowRows,
  );
  const rows = useRegisterRows(register.query, first, inView);
  const order = JSON.stringify(register.query);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [order, scroller]);
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
        <ul className={styles.registerCards} data-part="register-cards" style={{ height: whole }} onKeyDown={walk}>
          {shown.map(({ index, start }) => {
            const line = lines.at(index);
            return (
              <li
                key={index}
                ref={measure}
                data-index={index}
                aria-setsize={lines.count}
                aria-posinset={index + 1}
                tabIndex={-1}
                className={styles.registerCardLine}
                style={{ transform: `translateY(${start}px)` }}
                onFocus={() => onFocus(index)}
              >
                {line.kind === 'group' ? (
                  <GroupWords group={line.group} />
                ) : (
                  <Card row={rows.rowAt(line.position)} columns={register.columns} />
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

function Card({ row, columns }: { row: RiskRow | undefined; columns: readonly RegisterColumn[] }) {
  if (!row)
    return (
      <div className={styles.registerCard}>
        <span className={styles.registerComing}>{t('common.loading')}</span>
      </div>
    );
  return (
    <div className={styles.registerCard}>
      <p className={styles.registerCardTitle}>{cellOf('title', row)}</p>
      <dl>
        {columns
          .filter((column) => column !== 'title')
          .map((column) => (
            <div key={column}>
              <dt>{t(`riskOverview.register.column.${column}`)}</dt>
              <dd>{cellOf(column, row)}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

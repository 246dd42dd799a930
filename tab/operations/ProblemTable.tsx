import type { OperationsView } from '../../api/operations/contract.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { asAgo, placeText, problemText, problemTitle } from './operations-texts.ts';
import styles from './OperationsPage.module.css';

type Row = OperationsView['problems'][number];

const keyOf = ({ level, code, message, where }: Row): string =>
  [level, code, message, where?.part, where?.name].join(' ');

const columnsAt = (now: string): Column<Row>[] => [
  {
    key: 'what',
    title: t('common.word.what'),
    cell: ({ level, code, message, where }) => (
      <div className={styles.problemWhat}>
        <p className={styles.operationsName}>
          {t(`operations.problems.level.${level}`)}: {problemTitle({ code, where })}
        </p>
        <p>{problemText({ code, where })}</p>
        <p className="quiet">{t('operations.problems.inLog', { message, code })}</p>
      </div>
    ),
  },
  {
    key: 'where',
    title: t('operations.problems.where'),
    cell: (row) => <span className={styles.problemPlace}>{placeText(row)}</span>,
  },
  { key: 'last', title: t('operations.problems.last'), cell: ({ at }) => asAgo(at, now) },
  { key: 'times', title: t('operations.problems.times'), numeric: true, cell: ({ times }) => asNumber(times) },
];

/** Problems logged since the start, newest first. */
export function ProblemTable({ operations: { problems, now } }: { operations: OperationsView }) {
  return (
    <section className="section" aria-labelledby="problems">
      <h2 className="section-title" id="problems">
        {t('operations.problems.title')}
      </h2>
      {problems.length === 0 ? (
        <p className="section-text">{t('operations.problems.none')}</p>
      ) : (
        <>
          <p className="section-text">{t('operations.problems.text')}</p>
          <DataTable caption={t('operations.problems.title')} columns={columnsAt(now)} rows={problems} rowKey={keyOf} />
        </>
      )}
    </section>
  );
}

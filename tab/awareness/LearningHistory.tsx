import type { ReactNode } from 'react';
import type { MyLearningView } from '../../api/awareness/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import styles from './Awareness.module.css';

type Happened = MyLearningView['history'][number];

const dayOf = (row: Happened) => (row.what === 'completed' ? row.on : row.due);

function howText(row: Happened): string {
  if (row.what === 'missed') return t('awareness.mine.history.missedHow');
  if (row.source === 'manager' && row.recordedBy) return t('awareness.source.managerBy', { name: row.recordedBy.name });
  return t(`awareness.source.${row.source}`);
}

const columns = (): Column<Happened>[] => [
  { key: 'course', title: t('awareness.exempt.course'), cell: (row) => row.courseTitle },
  { key: 'when', title: t('common.word.when'), short: true, cell: (row) => asDate(dayOf(row)) },
  {
    key: 'what',
    title: t('common.word.what'),
    cell: (row) => (
      <span className={row.what === 'missed' ? styles.learningMissed : undefined}>
        {row.what === 'missed'
          ? t('awareness.mine.history.missed', { round: row.roundTitle })
          : t('awareness.mine.history.completed')}
      </span>
    ),
  },
  { key: 'how', title: t('common.word.how'), cell: howText },
];

interface Shown {
  history: MyLearningView['history'];
  /** Below it: the years fetched on demand. */
  children?: ReactNode;
}

/** Courses taken and missed, newest first; permanent. */
export function LearningHistory({ history, children }: Shown) {
  return (
    <section className="section" aria-labelledby="learning-history">
      <h2 className="section-title" id="learning-history">
        {t('awareness.mine.history.title')}
      </h2>
      {history.length === 0 ? (
        <p className="section-text">{t('awareness.mine.history.empty')}</p>
      ) : (
        <HappenedTable caption={t('awareness.mine.history.title')} history={history} />
      )}
      {children}
    </section>
  );
}

export const HappenedTable = ({ caption, history }: { caption: string; history: readonly Happened[] }) => (
  <DataTable
    caption={caption}
    columns={columns()}
    rows={[...history].sort((one, other) => dayOf(other).localeCompare(dayOf(one)))}
    rowKey={(row) => `${row.courseTitle} ${row.what} ${dayOf(row)} ${row.what === 'completed' ? row.source : ''}`}
  />
);

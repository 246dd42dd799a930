import type { OperationsView } from '../../api/operations/contract.ts';
import { asMoment, t, asNumber } from '../shared/texts/texts.ts';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { Attention } from './Attention.tsx';
import { ChangeFacts, DirectoryFacts, SecretFacts, SendingFacts, UnitFacts } from './Facts.tsx';
import { Instances } from './Instances.tsx';
import { JobTable } from './JobTable.tsx';
import { ListTable } from './ListTable.tsx';
import { OperationsNav } from '../shared/navigation/OperationsNav.tsx';
import { useOperations } from './useOperations.ts';
import styles from './OperationsPage.module.css';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { asAgo, placeText, problemText, problemTitle } from './operations-texts.ts';

const answerOf = ({ attention }: OperationsView) =>
  attention.length === 0 ? t('operations.allWell') : t('operations.answer', { count: attention.length });

/** Drift: the answer, problems with remedies, then the state of every part. */
export function OperationsPage() {
  const view = useOperations();
  return (
    <Viewed view={view}>
      {(operations) => (
        <Page
          title={answerOf(operations)}
          above={t('common.nav.operations')}
          lead={t('operations.lead', {
            version: operations.program.version,
            moment: asMoment(operations.program.startedAt),
          })}
        >
          <OperationsNav />
          <Attention operations={operations} />
          <Instances operations={operations} />
          <JobTable operations={operations} />
          <ProblemTable operations={operations} />
          <ListTable operations={operations} />
          <div className={styles.operationsFacts}>
            <DirectoryFacts operations={operations} />
            <SendingFacts operations={operations} />
            <ChangeFacts operations={operations} />
            <UnitFacts operations={operations} />
            <SecretFacts operations={operations} />
          </div>
          <AsOf freshness={{ asOf: operations.now, stale: false }} />
        </Page>
      )}
    </Viewed>
  );
}

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
function ProblemTable({ operations: { problems, now } }: { operations: OperationsView }) {
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

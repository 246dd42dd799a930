import type { OperationsView } from '../../api/operations/contract.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { Attention } from './Attention.tsx';
import { ChangeFacts, DirectoryFacts, SecretFacts, SendingFacts, UnitFacts } from './Facts.tsx';
import { JobTable } from './JobTable.tsx';
import { ListTable } from './ListTable.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { OperationsNav } from '../shared/navigation/OperationsNav.tsx';
import { useOperations } from './useOperations.ts';
import styles from './OperationsPage.module.css';

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

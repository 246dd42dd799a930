import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProcedureVersionView, ProcedureView } from '../../api/procedures/contract.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { ApprovalReasons, ApprovalWay } from '../shared/ui/ApprovalWay.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Difference } from '../shared/ui/Difference.tsx';
import { DiscardDialog } from './ProcedureDialogs.tsx';
import { StateTag } from './StateTag.tsx';
import { pathOf } from './useProcedures.ts';
import styles from './Procedures.module.css';

/** The version on its way, for those who write or decide it: where it stands, why it came back, what it changes. */
export function ComingVersion(props: {
  procedure: ProcedureView;
  coming: ProcedureVersionView;
  reading: boolean;
  onSubmit: () => void;
}) {
  const { procedure, coming } = props;
  const { difference, current } = procedure;
  return (
    <section className={`card ${styles.procedureComing}`} aria-labelledby="coming">
      <div className="card-row">
        <h2 className="card-title" id="coming">
          {current ? t('procedures.coming.next', { number: coming.number }) : t('procedures.coming.first')}
        </h2>
        <StateTag state={coming.state} />
      </div>
      <p>{stateText(coming.state)}</p>
      {procedure.abilities.edit && !procedure.abilities.submit && <Lacks coming={coming} />}
      {coming.approval && coming.state !== 'draft' && (
        <>
          <ApprovalReasons reasons={coming.approval.reasons} />
          <ApprovalWay way={coming.approval} />
        </>
      )}
      {difference && difference.length > 0 && (
        <details className={styles.procedureWords}>
          <summary>{t('procedures.coming.difference')}</summary>
          <Difference blocks={difference} />
        </details>
      )}
      <Acts {...props} />
    </section>
  );
}

/** What keeps a draft from being sent. */
function Lacks({ coming: { text, file, summary, state } }: { coming: ProcedureVersionView }) {
  if (state === 'rejected') return null;
  if (!text && !file) return <p>{t('procedures.coming.lacksContent')}</p>;
  return summary ? null : <p>{t('procedures.coming.lacksSummary')}</p>;
}

function stateText(state: ProcedureVersionView['state']): string {
  switch (state) {
    case 'draft':
    case 'waiting':
    case 'returned':
    case 'rejected':
      return t(`procedures.coming.${state}`);
    case 'valid':
    case 'expired':
    case 'superseded':
    case 'retired':
      return '';
  }
}

function editText(state: ProcedureVersionView['state']): string {
  if (state === 'rejected') return t('procedures.versions.new');
  return state === 'draft' ? t('procedures.coming.goOn') : t('procedures.coming.edit');
}

function Acts({ procedure, coming, reading, onSubmit }: Parameters<typeof ComingVersion>[0]) {
  const me = useMe();
  const [discarding, setDiscarding] = useState(false);
  const { edit, submit, discard } = procedure.abilities;
  const path = pathOf(procedure);
  return (
    <div className="card-foot">
      {submit && (
        <Button appearance="primary" onClick={onSubmit}>
          {t('procedures.submit.button')}
        </Button>
      )}
      {edit && <ButtonLink to={`${path}/edit`}>{editText(coming.state)}</ButtonLink>}
      {!reading && <ButtonLink to={`${path}?version=coming`}>{t('procedures.coming.read')}</ButtonLink>}
      {coming.approval && me.data?.abilities.seeApprovals && (
        <ButtonLink to={`/approvals/${encodeURIComponent(coming.approval.requestKey)}`}>
          {t('procedures.coming.seeApproval')}
        </ButtonLink>
      )}
      {discard && (
        <Button appearance="subtle" onClick={() => setDiscarding(true)}>
          {t('procedures.coming.discard')}
        </Button>
      )}
      <DiscardDialog procedure={procedure} open={discarding} onClose={() => setDiscarding(false)} />
    </div>
  );
}

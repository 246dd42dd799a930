import { Button } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { ProcedureVersionView, ProcedureView, ProcedureRow } from '../../api/procedures/contract.ts';
import { useAddress } from '../shared/address.ts';
import { useMe } from '../shared/me.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { recordHistory } from '../trail/parts/record-history.ts';
import { linkedControls } from '../standards/parts/linked-controls.ts';
import { DocumentVersions } from '../documents/parts/DocumentVersions.tsx';
import { Renewing } from '../documents/parts/Renewing.tsx';
import { ComingProcedure } from './ComingProcedure.tsx';
import { RenewDialog, RetireDialog, SubmitDialog } from './ProcedureDialogs.tsx';
import { ProcedureFacts } from './ProcedureFacts.tsx';
import { Readers } from './Readers.tsx';
import { ReadProcedure } from './ReadProcedure.tsx';
import { shownVersion } from '../shared/shown-version.ts';
import { useOldVersion, useProcedure } from './useProcedure.ts';
import { StateTag } from './StateTag.tsx';
import { pathOf } from './useProcedures.ts';
import styles from './Procedures.module.css';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { useAsking, type Asking } from '../documents/parts/useAsking.ts';

/** One procedure or guideline: to read, to acknowledge, and for its writers to maintain. */
export function ProcedurePage() {
  const procedure = useProcedure();
  const { valueOf } = useAddress<'version' | 'act'>();
  return (
    <Viewed view={procedure}>
      {(view) => {
        const shown = shownVersion(view, valueOf('version'));
        if (!shown) return null;
        if ('version' in shown) return <Procedure key={view.key} procedure={view} version={shown.version} />;
        return <OldVersion key={shown.versionKey} procedure={view} versionKey={shown.versionKey} />;
      }}
    </Viewed>
  );
}

function OldVersion({ procedure, versionKey }: { procedure: ProcedureView; versionKey: string }) {
  const version = useOldVersion(procedure.key, versionKey);
  return (
    <Viewed part view={version}>
      {(view) => <Procedure procedure={procedure} version={view} />}
    </Viewed>
  );
}

function Procedure({ procedure, version }: { procedure: ProcedureView; version: ProcedureVersionView }) {
  const { kind, centre, current, coming, abilities } = procedure;
  const seesControls = useMe().data?.abilities.seeRisks === true;
  const { asking, ask, close } = useAsking(abilities);
  return (
    <Page
      title={version.title}
      above={[t(`procedures.kind.${kind}`), centre?.title ?? t('common.word.wholeMunicipality')].join(' · ')}
      back={{ to: '/procedures', page: t('procedures.title') }}
      actions={<Actions procedure={procedure} onAsk={ask} />}
    >
      <StateNotice procedure={procedure} version={version} />
      <Renewing current={current} title={t('procedures.read.renewing')} />
      {coming && (
        <ComingProcedure
          procedure={procedure}
          coming={coming}
          reading={version.key === coming.key}
          onSubmit={() => ask('submit')}
        />
      )}
      <div className={styles.procedureParts}>
        <ReadProcedure procedure={procedure} version={version} />
        <ProcedureFacts procedure={procedure} version={version} />
      </div>
      {abilities.seePeople && current?.mustAcknowledge && <Readers procedure={procedure} />}
      {seesControls && <linkedControls.Part kind="procedure" itemKey={procedure.key} />}
      {kind === 'guideline' && <LocalProcedures local={procedure.local} />}
      {procedure.versions.length > 1 && (
        <DocumentVersions
          versions={procedure.versions}
          path={pathOf(procedure)}
          words={{
            title: t('procedures.versions.title'),
            number: t('common.word.version'),
            validFrom: t('common.word.inForceFrom'),
          }}
          tag={(state) => <StateTag state={state} />}
        />
      )}
      <recordHistory.Part recordKey={procedure.key} also={version.key} />
      {coming && <SubmitDialog procedure={procedure} open={asking === 'submit'} onClose={close} />}
      <RenewDialog procedure={procedure} open={asking === 'renew'} onClose={close} />
      <RetireDialog procedure={procedure} open={asking === 'retire'} onClose={close} />
    </Page>
  );
}

function Actions({ procedure, onAsk }: { procedure: ProcedureView; onAsk: (asking: Asking) => void }) {
  const { abilities, current, coming } = procedure;
  return (
    <>
      {abilities.retire && (
        <Button appearance="subtle" onClick={() => onAsk('retire')}>
          {t('procedures.retire.button')}
        </Button>
      )}
      {abilities.edit && !coming && (
        <ButtonLink to={`${pathOf(procedure)}/edit`}>{t('procedures.versions.new')}</ButtonLink>
      )}
      {abilities.renew && (
        <Button
          {...(current?.state === 'expired' ? { appearance: 'primary' as const } : {})}
          onClick={() => onAsk('renew')}
        >
          {t('procedures.renew.button')}
        </Button>
      )}
    </>
  );
}

/** Why this version may not be in force. */
function StateNotice({ procedure, version }: { procedure: ProcedureView; version: ProcedureVersionView }) {
  const { retired, current, coming } = procedure;
  if (retired)
    return (
      <Notice tone="warning" title={t('procedures.read.retired')}>
        {t('procedures.read.retiredText', {
          date: asDate(retired.at),
          name: retired.by.name,
          reason: retired.reason,
        })}
      </Notice>
    );
  const readCurrent = current && <Link href={pathOf(procedure)}>{t('procedures.read.readCurrent')}</Link>;
  if (version.key === coming?.key && current)
    return (
      <Notice tone="info">
        {version.state === 'draft' ? t('procedures.read.draftNotice') : t('procedures.read.comingNotice')} {readCurrent}
      </Notice>
    );
  if (version.state === 'superseded')
    return (
      <Notice tone="info">
        {t('procedures.read.notInForce')} {readCurrent}
      </Notice>
    );
  if (version.state === 'expired' && version.reviewOn)
    return <Notice tone="warning">{t('procedures.read.expired', { date: asDate(version.reviewOn) })}</Notice>;
  return null;
}

const columns = (): Column<ProcedureRow>[] => [
  {
    key: 'title',
    title: t('procedures.list.name'),
    cell: (row) => <Link href={pathOf(row)}>{row.title}</Link>,
  },
  { key: 'centre', title: t('common.word.centre'), cell: ({ centre }) => centre?.title ?? '' },
  { key: 'state', title: t('common.word.status'), cell: ({ state }) => <StateTag state={state} /> },
];

/** The local procedures that implement a guideline, as visible to the reader. */
function LocalProcedures({ local }: { local: readonly ProcedureRow[] }) {
  return (
    <section className="section" aria-labelledby="local">
      <h2 className="section-title" id="local">
        {t('procedures.local.title')}
      </h2>
      {local.length === 0 ? (
        <p className="section-text">{t('procedures.local.empty')}</p>
      ) : (
        <DataTable caption={t('procedures.local.title')} columns={columns()} rows={local} rowKey={({ key }) => key} />
      )}
    </section>
  );
}

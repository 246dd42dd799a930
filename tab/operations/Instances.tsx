import type { OperationsView } from '../../api/operations/contract.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { asAgo } from './operations-texts.ts';
import styles from './OperationsPage.module.css';

type Row = NonNullable<OperationsView['instances']>[number];

function roleText({ isSilent, leadsSince }: Row): string {
  if (isSilent) return t('operations.instances.silent');
  return leadsSince === undefined
    ? t('operations.instances.follows')
    : t('operations.instances.leads', { moment: asMoment(leadsSince) });
}

const columnsAt = (now: string): Column<Row>[] => [
  {
    key: 'name',
    title: t('operations.instances.name'),
    cell: ({ name, isOwn }) => (
      <div className={styles.problemWhat}>
        <p className={styles.operationsName}>{name === '' ? t('operations.instances.unnamed') : name}</p>
        {isOwn && <p className="quiet">{t('operations.instances.own')}</p>}
      </div>
    ),
  },
  { key: 'role', title: t('operations.instances.role'), cell: roleText },
  { key: 'version', title: t('operations.instances.version'), cell: ({ version }) => version ?? '–' },
  {
    key: 'started',
    title: t('operations.instances.started'),
    cell: ({ startedAt }) => (startedAt === undefined ? '–' : asMoment(startedAt)),
  },
  { key: 'heard', title: t('operations.instances.heard'), cell: ({ heardAt }) => asAgo(heardAt, now) },
];

/** Each of several instances; nothing where there is one, or while they cannot agree. */
export function Instances({ operations: { instances = [], now } }: { operations: OperationsView }) {
  if (instances.length === 0) return undefined;
  return (
    <section className="section" aria-labelledby="instances">
      <h2 className="section-title" id="instances">
        {t('operations.instances.title')}
      </h2>
      <p className="section-text">{t('operations.instances.text')}</p>
      {!instances.some(({ leadsSince }) => leadsSince !== undefined) && (
        <Notice tone="warning">
          <p>{t('operations.instances.nobodyLeads')}</p>
        </Notice>
      )}
      <DataTable
        caption={t('operations.instances.title')}
        columns={columnsAt(now)}
        rows={instances}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

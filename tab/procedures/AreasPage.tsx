import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { AreaRow } from '../../api/procedures/contract.ts';
import { PolicyNav } from '../shared/navigation/PolicyNav.tsx';
import { useView } from '../shared/api/queries.ts';
import { compareTexts, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { AreaDialog } from './AreaDialog.tsx';
import { useLibrary } from './useLibrary.ts';
import styles from './Procedures.module.css';

/** Områder: an area's approvers, and its review interval. */
export function AreasPage() {
  const library = useLibrary();
  const areas = useView('GET /api/procedure-areas', {});
  return (
    <Viewed view={library}>
      {({ abilities }) =>
        abilities.editAreas ? <Viewed view={areas}>{(view) => <Areas areas={view.areas} />}</Viewed> : <NoAccess />
      }
    </Viewed>
  );
}

function Areas({ areas }: { areas: readonly AreaRow[] }) {
  const [editing, setEditing] = useState<AreaRow>();
  const [asking, setAsking] = useState(0);
  const [open, setOpen] = useState(false);
  const ask = (area: AreaRow | undefined) => {
    setEditing(area);
    setAsking(asking + 1);
    setOpen(true);
  };
  return (
    <Page
      title={t('procedures.areas.title', { count: areas.filter(({ closed }) => !closed).length })}
      lead={t('procedures.areas.lead')}
      back={{ to: '/procedures', page: t('procedures.title') }}
      actions={
        <Button appearance="primary" icon={<AddRegular />} onClick={() => ask(undefined)}>
          {t('procedures.areas.new')}
        </Button>
      }
    >
      <PolicyNav />
      {areas.length === 0 ? (
        <p className="section-text">{t('procedures.areas.empty')}</p>
      ) : (
        <DataTable
          caption={t('procedures.list.areas')}
          columns={columns(ask)}
          rows={[...areas].sort((one, other) => compareTexts(one.title, other.title))}
          rowKey={({ key }) => key}
        />
      )}
      <AreaDialog key={asking} area={editing} open={open} onClose={() => setOpen(false)} />
    </Page>
  );
}

const columns = (onEdit: (area: AreaRow) => void): Column<AreaRow>[] => [
  {
    key: 'title',
    title: t('common.word.area'),
    cell: ({ title, closed }) => (
      <p className={styles.procedureName}>
        {title} {closed && <span className="tag">{t('procedures.areas.closed')}</span>}
      </p>
    ),
  },
  {
    key: 'decidedBy',
    title: t('procedures.areas.decidedBy'),
    cell: ({ decidedBy }) => t(`procedures.decidedBy.${decidedBy}`),
  },
  {
    key: 'reviewMonths',
    title: t('procedures.areas.reviewMonths'),
    short: true,
    cell: ({ reviewMonths }) => t('procedures.months', { count: reviewMonths }),
  },
  {
    key: 'edit',
    title: t('common.word.change'),
    cell: (area) => (
      <Button size="small" aria-label={t('common.word.changeOf', { title: area.title })} onClick={() => onEdit(area)}>
        {t('common.word.change')}
      </Button>
    ),
  },
];

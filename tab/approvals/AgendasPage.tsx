import { AddRegular } from '@fluentui/react-icons/svg/add';
import { Link } from 'wouter';
import type { AgendaRow } from '../../api/approvals/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { ApprovalsNav } from './ApprovalsNav.tsx';
import { useAgendas } from './useAgenda.ts';
import { agendaPath } from './words.ts';
import styles from './Approvals.module.css';

/** Agendas of meetings: pending for me, coming, held. */
export function AgendasPage() {
  const agendas = useAgendas();
  return (
    <Viewed view={agendas}>
      {(view) => {
        const waiting = view.agendas.filter((agenda) => agenda.waiting > 0).length;
        const make = view.abilities.make && (
          <ButtonLink to="/approvals/agendas/new" appearance="primary" icon={<AddRegular />}>
            {t('approvals.agenda.make')}
          </ButtonLink>
        );
        return (
          <Page
            title={waiting > 0 ? t('approvals.agenda.answer', { count: waiting }) : t('approvals.agenda.none')}
            above={t('approvals.nav.agendas')}
            lead={t('approvals.agenda.lead')}
            actions={
              <>
                {view.abilities.make && (
                  <ButtonLink to="/approvals/status-reports">{t('approvals.agenda.statusReport')}</ButtonLink>
                )}
                {view.agendas.length > 0 && make}
              </>
            }
          >
            <ApprovalsNav />
            {view.agendas.length === 0 ? (
              <Blank title={t('approvals.agenda.empty')} text={t('approvals.agenda.emptyText')} actions={make} />
            ) : (
              <DataTable
                caption={t('approvals.nav.agendas')}
                columns={columns()}
                rows={view.agendas}
                rowKey={(agenda) => agenda.key}
              />
            )}
            <AsOf freshness={view.freshness} />
          </Page>
        );
      }}
    </Viewed>
  );
}

const columns = (): Column<AgendaRow>[] => [
  {
    key: 'title',
    title: t('approvals.agenda.meeting'),
    cell: (agenda) => (
      <div className={styles.approvalCell}>
        <p className={styles.approvalTitle}>
          <Link href={agendaPath(agenda.key)}>{agenda.title}</Link>
        </p>
        <p className="quiet">{t(`roles.${agenda.body}`)}</p>
      </div>
    ),
  },
  { key: 'when', title: t('common.word.day'), short: true, cell: (agenda) => asDate(agenda.meetsOn) },
  {
    key: 'state',
    title: t('common.word.status'),
    short: true,
    cell: (agenda) => <span className="tag">{t(`approvals.agenda.state.${agenda.state}`)}</span>,
  },
  {
    key: 'items',
    title: t('approvals.agenda.items'),
    cell: ({ key, items, decided, withdrawn, ended, waiting }) => (
      <div className={styles.approvalCell}>
        <p>{t('approvals.agenda.decidedOf', { decided, items })}</p>
        {withdrawn > 0 && <p className="quiet">{t('approvals.agenda.withdrawn', { count: withdrawn })}</p>}
        {ended > 0 && <p className="quiet">{t('approvals.agenda.ended', { count: ended })}</p>}
        {waiting > 0 && (
          <p className={styles.approvalTitle}>
            <Link href={agendaPath(key)}>{t('approvals.agenda.waiting', { count: waiting })}</Link>
          </p>
        )}
      </div>
    ),
  },
];

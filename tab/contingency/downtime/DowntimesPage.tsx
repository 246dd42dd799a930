import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected';
import { Link } from 'wouter';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { DowntimeHistory } from './DowntimeHistory.tsx';
import { RunningNow } from './RunningNow.tsx';
import { useDowntimes, type DowntimesState } from './useDowntimes.ts';

type View = ApiAnswer<'GET /api/contingency/downtimes'>;

/** Current downtimes, then past ones. */
export function DowntimesPage() {
  const list = useDowntimes();
  return (
    <Viewed view={list.view}>
      {(view) => (
        <Page
          title={answerOf(view)}
          above={t('downtime.title')}
          lead={<Lead view={view} />}
          actions={view.abilities.report && !isEmpty(view, list) && <Report />}
        >
          <ContingencyNav />
          <RunningNow view={view} receivedAt={list.view.dataUpdatedAt} />
          {isEmpty(view, list) ? <Empty view={view} /> : <DowntimeHistory view={view} list={list} />}
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

const isEmpty = ({ total, running }: View, { isFiltered }: DowntimesState): boolean =>
  total === 0 && running.length === 0 && !isFiltered;
const answerOf = ({ running: { length: count } }: View): string =>
  count === 0 ? t('downtime.list.none') : t('downtime.list.running', { count });

/** Every number links to its rows. */
function Lead({ view: { counts } }: { view: View }) {
  if (counts.over === 0) return t('downtime.list.lead');
  return (
    <>
      <Link href="/contingency/downtime?state=closed">{t('downtime.list.over', { count: counts.over })}</Link>{' '}
      {counts.broken > 0 && (
        <Link href="/contingency/downtime?outcome=broken">{t('downtime.list.broken', { count: counts.broken })}</Link>
      )}
    </>
  );
}

const Report = () => (
  <ButtonLink to="/contingency/downtime/new" appearance="primary" size="large" icon={<PlugDisconnectedRegular />}>
    {t('downtime.list.report')}
  </ButtonLink>
);

const Empty = ({ view }: { view: View }) => (
  <Blank title={t('downtime.list.emptyTitle')} actions={view.abilities.report && <Report />}>
    <p>{t('downtime.list.emptyText')}</p>
  </Blank>
);

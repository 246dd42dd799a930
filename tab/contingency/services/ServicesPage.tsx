import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { Link } from 'wouter';
import type { ServiceRow } from '../../../api/critical-services/contract.ts';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Blank } from '../../shared/ui/Failed.tsx';
import { FoundTable } from '../../shared/ui/FoundTable.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { ServiceFilters } from './ServiceFilters.tsx';
import { pageSize, useServices, type Services, type ServiceSort } from './useServices.ts';
import type { Column } from '../../shared/ui/DataTable.tsx';
import { servicePath } from '../shared/contingency-paths.ts';
import { asHours } from '../shared/hours.ts';
import { GapSteps } from './GapSteps.tsx';
import { figures } from './words.ts';
import styles from './Services.module.css';

type View = ApiAnswer<'GET /api/critical-services'>;

/** Critical services: first the number with gaps, then the rows. */
export function ServicesPage() {
  const list = useServices();
  return (
    <Viewed view={list.view}>
      {(view) => (
        <Page
          title={answerOf(view, list)}
          above={t('criticalServices.title')}
          lead={<Lead view={view} list={list} />}
          actions={!isEmpty(view, list) && <Add view={view} />}
        >
          <ContingencyNav />
          {isEmpty(view, list) ? <Empty view={view} list={list} /> : <Table view={view} list={list} />}
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

const isEmpty = (view: View, { isFiltered }: Services) => view.counts.services === 0 && !isFiltered;

function answerOf({ counts: { services: count, withGaps }, total }: View, { isFiltered }: Services): string {
  if (isFiltered)
    return total === 0 ? t('criticalServices.list.noneFound') : t('criticalServices.list.found', { count: total });
  if (count === 0) return t('criticalServices.list.none');
  return withGaps > 0
    ? t('criticalServices.list.answer', { count, missing: withGaps })
    : t('criticalServices.list.allWell', { count });
}

/** Every number links to its rows. */
function Lead({ view: { counts }, list }: { view: View; list: Services }) {
  if (counts.services === 0 || list.choice.state === 'retired') return t('criticalServices.list.lead');
  return (
    <>
      {counts.withGaps > 0 && (
        <>
          <Link href={list.linkTo({ gap: 'any' })}>
            {t('criticalServices.list.showGaps', { count: counts.withGaps })}
          </Link>{' '}
        </>
      )}
      <Link href={list.linkTo({ acceptance: 'accepted' })}>
        {t('criticalServices.list.showAccepted', { count: counts.accepted })}
      </Link>
    </>
  );
}

const Add = ({ view: { abilities } }: { view: View }) =>
  abilities.add && (
    <ButtonLink to="/contingency/services/new" appearance="primary" icon={<AddRegular />}>
      {t('criticalServices.list.add')}
    </ButtonLink>
  );

const Empty = ({ view, list }: { view: View; list: Services }) => (
  <Blank
    title={t(list.onlyMine ? 'criticalServices.empty.mineTitle' : 'criticalServices.empty.title')}
    text={t('criticalServices.empty.text')}
    actions={
      <>
        <Add view={view} />
        {list.onlyMine && <Button onClick={list.clear}>{t('criticalServices.empty.all')}</Button>}
      </>
    }
  />
);

function Table({ view, list }: { view: View; list: Services }) {
  return (
    <section className="card" aria-label={t('criticalServices.title')}>
      <ServiceFilters list={list} view={view} />
      <FoundTable<ServiceRow, ServiceSort>
        list={list}
        caption={t('criticalServices.title')}
        columns={serviceColumns()}
        rows={view.services}
        rowKey={({ key }) => key}
        total={view.total}
        pageSize={pageSize}
        words={{
          excel: t('common.word.excel'),
          excelBusy: t('criticalServices.list.excelBusy'),
          nothing: t('criticalServices.list.nothing'),
        }}
      />
    </section>
  );
}

/** Service, the three figures, acceptance, and gaps with the next step. */
const serviceColumns = (): Column<ServiceRow, ServiceSort>[] => [
  {
    key: 'title',
    title: t('criticalServices.workbook.column.title'),
    sort: 'title',
    cell: ({ key, title, audience, centre }) => (
      <div className={styles.serviceWhat}>
        <Link href={servicePath(key)}>{title}</Link>
        <p className="quiet">
          {[t(`contingency.audience.${audience}`), centre?.title ?? t('common.word.wholeMunicipality')].join(' · ')}
        </p>
      </div>
    ),
  },
  ...figures.map((name): Column<ServiceRow, ServiceSort> => ({
    key: name,
    title: t(`contingency.figureShort.${name}`),
    sort: name,
    short: true,
    cell: (row) => {
      const hours = row[name];
      return hours === undefined ? <span className="quiet">{t('criticalServices.unknown')}</span> : asHours(hours);
    },
  })),
  {
    key: 'acceptance',
    title: t('criticalServices.workbook.column.acceptance'),
    cell: ({ acceptance }) => t(`criticalServices.acceptance.state.${acceptance}`),
  },
  {
    key: 'gaps',
    title: t('criticalServices.workbook.column.gaps'),
    sort: 'gaps',
    cell: (row) =>
      row.gaps.length === 0 ? (
        t('criticalServices.list.noGaps')
      ) : (
        <GapSteps service={row} gaps={row.gaps} steps={row.abilities.edit} />
      ),
  },
];

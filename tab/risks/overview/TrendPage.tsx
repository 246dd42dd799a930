import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useAddress } from '../../shared/address.ts';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { asNumber, t } from '../../shared/texts/texts.ts';
import { ViewAs } from '../../shared/ui/ViewAs.tsx';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import { DownloadButton } from '../../shared/ui/DownloadButton.tsx';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { LevelTag } from '../parts/LevelTag.tsx';
import { NarrowCentre } from '../../shared/ui/NarrowCentre.tsx';
import { assetsPath, overviewPath, registerPath } from '../parts/risk-paths.ts';
import { monthText } from '../parts/risk-words.ts';
import { RisksNav } from '../../shared/navigation/RisksNav.tsx';
import { ownCentres, useCentreChoice } from '../../shared/useCentreChoice.ts';
import { answerOf, countOf, levelsOf, type Month, type TrendView } from './trend.ts';
import { TrendChart } from './TrendChart.tsx';
import narrowStyles from '../parts/RiskFilters.module.css';

/** Trend: risks by level per month and per centre. */
export function TrendPage() {
  const { valueOf, choose } = useAddress<'as' | 'centreId'>();
  const centre = useCentreChoice(valueOf('centreId'));
  const query = centre.centreId ? { centreId: centre.centreId } : {};
  const trend = useView('GET /api/risks/trend', { query }, { keepPrevious: true, enabled: centre.known });
  const as = valueOf('as') === 'table' ? 'table' : 'picture';
  return (
    <Viewed view={trend}>
      {(view) => (
        <Page
          title={answerOf(view.months)}
          above={t('riskOverview.trend.title')}
          lead={t('riskOverview.trend.lead')}
          actions={<Workbook query={query} />}
        >
          <RisksNav />
          {view.months.length === 0 ? (
            <Blank title={t('riskOverview.trend.empty.title')} text={t('riskOverview.trend.empty.text')} />
          ) : (
            <section className="section" aria-labelledby="by-month">
              <div className="section-head">
                <h2 className="section-title" id="by-month">
                  {t('riskOverview.trend.byMonth')}
                </h2>
                <ViewAs as={as} onChange={(chosen) => choose({ as: chosen === 'table' ? 'table' : '' })} />
              </div>
              <div className={`filters ${narrowStyles.riskFilters}`} data-part="risk-filters">
                <NarrowCentre
                  value={centre.value}
                  centres={view.centres.map((row) => row.centre)}
                  mine={centre.startsOwn ? [ownCentres] : []}
                  onChange={(centreId) => choose({ centreId })}
                />
              </div>
              {as === 'table' ? (
                <Months months={view.months} centreId={centre.address} />
              ) : (
                <TrendChart months={view.months} />
              )}
            </section>
          )}
          {view.centres.length > 0 && (
            <section className="section" aria-labelledby="by-centre">
              <h2 className="section-title" id="by-centre">
                {t('riskOverview.trend.byCentre')}
              </h2>
              <DataTable
                caption={t('riskOverview.trend.byCentre')}
                columns={centreColumns()}
                rows={view.centres}
                rowKey={(row) => row.centre.id}
              />
            </section>
          )}
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

/** The bars as a table, newest month first. Only the current month's numbers link to rows. */
function Months({ months, centreId }: { months: readonly Month[]; centreId: string | undefined }) {
  const levels = levelsOf(months);
  const columns: Column<Month>[] = [
    {
      key: 'month',
      title: t('riskOverview.trend.month'),
      cell: ({ month, frozen }) =>
        frozen ? monthText(month) : t('riskOverview.trend.running', { month: monthText(month) }),
    },
    ...[...levels].reverse().map(({ word }) => ({
      key: word,
      title: word,
      numeric: true,
      cell: (month: Month) => {
        const position = month.levels.findIndex((level) => level.word === word);
        const count = countOf(month, word);
        return month.frozen || count === 0 ? (
          asNumber(count)
        ) : (
          <Link href={registerPath({ centreId, level: String(position) })}>{asNumber(count)}</Link>
        );
      },
    })),
    {
      key: 'total',
      title: t('riskOverview.trend.total'),
      numeric: true,
      cell: ({ total, frozen }) =>
        frozen ? asNumber(total) : <Link href={registerPath({ centreId })}>{asNumber(total)}</Link>,
    },
  ];
  return (
    <DataTable
      caption={t('riskOverview.trend.byMonth')}
      columns={columns}
      rows={[...months].reverse()}
      rowKey={({ month }) => month}
    />
  );
}

type CentreRow = TrendView['centres'][number];

const countLink = (count: number, href: string, label: string) =>
  count === 0 ? (
    '0'
  ) : (
    <Link href={href} aria-label={label}>
      {asNumber(count)}
    </Link>
  );

const centreColumns = (): Column<CentreRow>[] => [
  {
    key: 'centre',
    title: t('common.word.centre'),
    cell: ({ centre: { id, title } }) => (
      <Link href={overviewPath({ centreId: id })} aria-label={t('riskOverview.trend.overviewOf', { centre: title })}>
        {title}
      </Link>
    ),
  },
  {
    key: 'own',
    title: t('riskOverview.trend.own'),
    cell: ({ ownLevel }) => (ownLevel ? <LevelTag level={ownLevel} /> : t('riskOverview.register.noLevel')),
  },
  {
    key: 'worst',
    title: t('riskOverview.trend.worst'),
    cell: ({ level }) => (level ? <LevelTag level={level} /> : t('riskOverview.register.noLevel')),
  },
  {
    key: 'risks',
    title: t('riskOverview.trend.risks'),
    numeric: true,
    cell: ({ centre: { id, title }, risks }) =>
      countLink(
        risks,
        registerPath({ centreId: id }),
        t('riskOverview.trend.risksOf', { count: risks, centre: title }),
      ),
  },
  {
    key: 'assets',
    title: t('riskOverview.trend.assets'),
    numeric: true,
    cell: ({ centre: { id, title }, assets }) =>
      countLink(
        assets,
        assetsPath({ centreId: id }),
        t('riskOverview.trend.assetsOf', { count: assets, centre: title }),
      ),
  },
  {
    key: 'missing',
    title: t('riskOverview.trend.missing'),
    numeric: true,
    cell: ({ centre: { id, title }, missing }) =>
      countLink(
        missing,
        assetsPath({ centreId: id, assessment: 'none' }),
        t('riskOverview.trend.missingOf', { count: missing, centre: title }),
      ),
  },
];

function Workbook({ query }: { query: { centreId?: string } }) {
  const workbook = useMutation({ mutationFn: () => download('GET /api/risks/centres.xlsx', { query }) });
  return (
    <DownloadButton file={workbook} busyText={t('common.word.downloading')}>
      {t('common.word.excel')}
    </DownloadButton>
  );
}

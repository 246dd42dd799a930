import { Button } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { Link } from 'wouter';
import type { ContingencyOverview } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { LadderSection } from './LadderSection.tsx';
import { useContingencyOverview, type Overview } from './useContingencyOverview.ts';
import { VitalSection } from './VitalSection.tsx';
import styles from './ContingencyOverviewPage.module.css';
import { allCentres, ownCentres } from '../../shared/useCentreChoice.ts';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { kinds } from './words.ts';

/** The overview: the answer in words, the time ladder, and the vital systems, gaps first. */
export function ContingencyOverviewPage() {
  const overview = useContingencyOverview();
  return (
    <Viewed view={overview.answer}>
      {(view) => (
        <Page
          title={answerOf(view)}
          above={t('common.nav.contingency')}
          lead={view.counts.vital > 0 && <Lead view={view} overview={overview} />}
          actions={<Actions view={view} />}
        >
          <ContingencyNav />
          {isEmpty(view) && !overview.isFiltered ? (
            <Empty view={view} />
          ) : (
            <>
              <OverviewFilters overview={overview} view={view} />
              <LadderSection overview={overview} view={view} />
              <VitalSection overview={overview} view={view} />
            </>
          )}
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

const isEmpty = ({ counts }: ContingencyOverview) => counts.vital === 0 && counts.services === 0;

/** "23 vitale systemer. 6 mangler en nødprocedure, 4 er ikke afprøvet det seneste år." */
function answerOf({ counts: { vital, noPlan, notInAYear } }: ContingencyOverview): string {
  const answer = t('contingencyOverview.answer', { count: vital });
  if (vital === 0) return `${answer}.`;
  const lacks = [
    noPlan > 0 ? t('contingencyOverview.noPlan', { count: noPlan }) : t('contingencyOverview.allPlanned'),
    ...(notInAYear > 0 ? [t('contingencyOverview.notInAYear', { count: notInAYear })] : []),
  ];
  return `${answer}. ${lacks.join(', ')}.`;
}

/** Every number links to its rows. */
function Lead({ view: { counts }, overview }: { view: ContingencyOverview; overview: Overview }) {
  const numbers = [
    counts.noPlan > 0 && (
      <Link key="noPlan" href={overview.linkTo({ gap: 'noPlan' })}>
        {t('contingencyOverview.noPlan', { count: counts.noPlan })}
      </Link>
    ),
    counts.notInAYear > 0 && (
      <Link key="notInAYear" href={overview.linkTo({ testing: 'notInAYear' })}>
        {t('contingencyOverview.notInAYear', { count: counts.notInAYear })}
      </Link>
    ),
  ].filter((number) => number !== false);
  return (
    <p className={styles.numbers}>
      {numbers}
      {counts.services > 0 && (
        <Link href="/contingency/services">{t('contingencyOverview.services', { count: counts.services })}</Link>
      )}
    </p>
  );
}

const Actions = ({ view: { abilities, counts } }: { view: ContingencyOverview }) => (
  <>
    {counts.vital > 0 && (
      <Button icon={<PrintRegular />} onClick={() => print()}>
        {t('common.word.print')}
      </Button>
    )}
    {abilities.reportDowntime && (
      <ButtonLink to="/contingency/downtime/new" icon={<WarningRegular />}>
        {t('contingencyOverview.down')}
      </ButtonLink>
    )}
  </>
);

/** Nothing vital yet: what will be here, and where to begin. */
const Empty = ({ view: { abilities } }: { view: ContingencyOverview }) => (
  <Blank
    title={t('contingencyOverview.empty.title')}
    text={t('contingencyOverview.empty.text')}
    actions={
      abilities.addService && (
        <ButtonLink to="/contingency/services/new" appearance="primary">
          {t('contingencyOverview.empty.add')}
        </ButtonLink>
      )
    }
  />
);

/** Filters of the whole page; the table's own are beside it. */
function OverviewFilters({ overview, view }: { overview: Overview; view: ContingencyOverview }) {
  const { choice, choose, centre } = overview;
  const own = new Set(view.mine);
  const centres = [...view.centres].sort((one, other) => Number(own.has(other.id)) - Number(own.has(one.id)));
  return (
    <div
      className={`filters ${styles.contingencyFilters}`}
      role="group"
      aria-label={t('contingencyOverview.filters.label')}
    >
      <SearchField
        label={t('contingencyOverview.filters.search')}
        value={choice.q}
        onSearch={(q) => choose({ q, item: '' })}
      />
      <Narrow
        label={t('common.word.centre')}
        all={t('common.word.allCentres')}
        value={centre.centreId}
        options={[
          ...(view.mine.length > 0 || centre.centreId === ownCentres
            ? [{ value: ownCentres as string, text: t('contingencyOverview.filters.mine') }]
            : []),
          ...centres.map(({ id, title }) => ({ value: id, text: title })),
        ]}
        onChange={(centreId) => choose({ centreId: centreId === '' ? allCentres : centreId, item: '' })}
      />
      <Narrow
        label={t('common.word.kind')}
        all={t('contingencyOverview.filters.allKinds')}
        value={choice.kind}
        options={kinds.map((value) => ({ value, text: t(`risks.kind.${value}`) }))}
        onChange={(kind) => choose({ kind, item: '' })}
      />
    </div>
  );
}

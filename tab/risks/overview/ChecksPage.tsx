import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useAddress, knownValue } from '../../shared/address.ts';
import { download, type ApiAnswer } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { NarrowCentre } from '../../shared/ui/NarrowCentre.tsx';
import { checksPath } from '../parts/risk-paths.ts';
import { checkSeverities } from '../parts/risk-words.ts';
import { RisksNav } from '../../shared/navigation/RisksNav.tsx';
import { useCentreChoice } from '../../shared/useCentreChoice.ts';
import { SeverityIcon } from './SeverityIcon.tsx';
import narrowStyles from '../parts/RiskFilters.module.css';
import styles from './RiskOverviewPage.module.css';
import blankStyles from '../../shared/ui/Blank.module.css';

type ChecksView = ApiAnswer<'GET /api/risks/checks'>;
type Group = ChecksView['groups'][number];
type Finding = Group['findings'][number];

/** Missing or contradictory data, most severe first, each with a link to fix it. */
export function ChecksPage() {
  const { valueOf, choose } = useAddress<'centreId' | 'severity'>();
  const centre = useCentreChoice(valueOf('centreId'));
  const severity = knownValue(checkSeverities, valueOf('severity'));
  const query = {
    ...(centre.centreId ? { centreId: centre.centreId } : {}),
    ...(severity ? { severity } : {}),
  };
  const checks = useView('GET /api/risks/checks', { query }, { keepPrevious: true, enabled: centre.known });
  const excel = useMutation({ mutationFn: () => download('GET /api/risks/checks.xlsx', { query }) });
  return (
    <Viewed view={checks}>
      {(view) => (
        <Page
          title={answerOf(view)}
          above={t('riskOverview.quality.title')}
          lead={<Lead view={view} centreId={centre.address} />}
          actions={
            <ActButton
              icon={<ArrowDownloadRegular />}
              busy={excel.isPending}
              busyText={t('common.word.downloading')}
              onClick={() => excel.mutate()}
            >
              {t('common.word.excel')}
            </ActButton>
          }
        >
          <RisksNav />
          <ActFailed error={excel.error} />
          <div className={`filters ${narrowStyles.riskFilters}`} data-part="risk-filters">
            <NarrowCentre
              value={centre.value}
              centres={view.centres}
              mine={view.mine}
              all={centre.startsOwn ? t('riskOverview.filters.allSeen') : undefined}
              onChange={(centreId) => choose({ centreId })}
            />
            <Narrow
              label={t('riskOverview.checks.severity')}
              all={t('riskOverview.checks.allSeverities')}
              value={severity}
              options={checkSeverities.map((value) => ({ value, text: t(`risks.severity.${value}`) }))}
              onChange={(chosen) => choose({ severity: chosen })}
            />
          </div>
          {view.groups.length === 0 ? (
            <Calm view={view} filtered={severity !== undefined || centre.centreId !== undefined} />
          ) : (
            checkSeverities
              .flatMap((weight) => view.groups.filter((group) => group.severity === weight))
              .map((group) => <Rule key={group.code} group={group} />)
          )}
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answerOf({ counts }: ChecksView): string {
  if (counts.error > 0) return t('riskOverview.checks.answer', { count: counts.error });
  return counts.warning > 0
    ? t('riskOverview.checks.answerWarnings', { count: counts.warning })
    : t('riskOverview.checks.calm');
}

function Lead({ view: { counts, rules }, centreId }: { view: ChecksView; centreId: string | undefined }) {
  const found = checkSeverities.filter((severity) => counts[severity] > 0);
  return (
    <>
      <p>{t('riskOverview.checks.lead', { count: rules })}</p>
      {found.length > 0 && (
        <ul className={styles.qualityCounts}>
          {found.map((severity) => (
            <li key={severity}>
              <SeverityIcon severity={severity} />
              <Link href={checksPath({ severity, centreId })}>
                {t(`riskOverview.quality.${severity}`, { count: counts[severity] })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Calm({ view, filtered }: { view: ChecksView; filtered: boolean }) {
  return (
    <div className={blankStyles.blank} data-blank>
      <CheckmarkCircleRegular className={styles.checksCalm ?? ''} aria-hidden />
      <h2 className={blankStyles.blankTitle}>
        {t(filtered ? 'riskOverview.checks.calmFiltered' : 'riskOverview.checks.calm')}
      </h2>
      <p className={blankStyles.blankText}>{t('riskOverview.checks.calmText', { count: view.rules })}</p>
    </div>
  );
}

/** Rows of a rule shown at first. */
const firstRows = 5;

function Rule({ group: { code, severity, text, findings, total = findings.length } }: { group: Group }) {
  const [all, setAll] = useState(findings.length <= firstRows + 1);
  return (
    <section className="section" aria-labelledby={`rule-${code}`}>
      <div className={styles.checkRule}>
        <SeverityIcon severity={severity} />
        <div>
          <h2 className="card-title" id={`rule-${code}`}>
            {text}
          </h2>
          <p className="quiet">
            {t(`risks.severity.${severity}`)} · {t('riskOverview.checks.group', { count: total })}
          </p>
        </div>
      </div>
      <DataTable
        caption={`${t('riskOverview.checks.table')}: ${text}`}
        columns={columns()}
        rows={all ? findings : findings.slice(0, firstRows)}
        rowKey={({ path, title, text: words }) => `${path} ${title} ${words}`}
      />
      {all && total > findings.length && (
        <p className="quiet">{t('riskOverview.checks.someOf', { count: findings.length, total })}</p>
      )}
      {!all && (
        <div>
          <Button onClick={() => setAll(true)}>{t('riskOverview.checks.showAll', { count: findings.length })}</Button>
        </div>
      )}
    </section>
  );
}

const columns = (): Column<Finding>[] => [
  { key: 'what', title: t('common.word.what'), cell: ({ title, path }) => <Link href={path}>{title}</Link> },
  { key: 'finding', title: t('riskOverview.checks.finding'), cell: ({ text }) => text },
  {
    key: 'where',
    title: t('common.word.centre'),
    cell: ({ centre }) => centre?.title ?? t('common.word.wholeMunicipality'),
  },
  { key: 'who', title: t('riskOverview.checks.who'), cell: ({ owner }) => owner?.name ?? '–' },
  {
    key: 'act',
    title: t('common.word.nextStep'),
    cell: ({ title, path }) => (
      <ButtonLink to={path} size="small" label={t('riskOverview.checks.mendOf', { title })}>
        {t('riskOverview.checks.mend')}
      </ButtonLink>
    ),
  },
];

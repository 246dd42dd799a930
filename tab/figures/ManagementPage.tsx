import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ManagementView } from '../../api/figures/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { asDate, asDay, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { valueText } from './parts/figure-value.ts';
import { FiguresNav } from '../shared/navigation/FiguresNav.tsx';
import { RedOwners } from './RedOwners.tsx';
import { Trend } from './Trend.tsx';
import styles from './Management.module.css';

/** Management's page: red figures, pending decisions, costs, trends, and what comes next (R11–R13). */
export function ManagementPage() {
  const view = useView('GET /api/figures/management', {});
  return (
    <Viewed view={view}>
      {(answer) => (
        <Page
          title={answerOf(answer)}
          above={t('figures.management.title')}
          lead={t('figures.lead', { date: asDate(answer.day) })}
        >
          <FiguresNav sees={answer.abilities} />
          <Part id="red" title={t('figures.management.red')}>
            <RedOwners red={answer.red} />
          </Part>
          <Part id="decisions" title={t('figures.management.decisions')}>
            <Decisions view={answer} />
          </Part>
          <Part id="costs" title={t('figures.management.costs')}>
            <Costs costs={answer.costs} />
          </Part>
          <Part id="trends" title={t('figures.management.trends')}>
            <div className={styles.trends}>
              {answer.trends.map((figure) => (
                <Trend key={figure.key} figure={figure} day={answer.day} />
              ))}
            </div>
          </Part>
          <Part id="dates" title={t('figures.management.dates')}>
            <Dates dates={answer.dates} />
          </Part>
          <AsOf freshness={answer.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answerOf({ red }: ManagementView): string {
  const centres = red.filter(({ owner, figures }) => owner !== 'whole' && figures.length > 0).length;
  return centres === 0 ? t('figures.management.answerNone') : t('figures.management.answerRed', { count: centres });
}

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="section" aria-labelledby={id}>
    <h2 className="section-title" id={id}>
      {title}
    </h2>
    {children}
  </section>
);

type Decision = ManagementView['decisions'][number];
function Decisions({ view: { decisions, decisionCount } }: { view: ManagementView }) {
  if (decisions.length === 0) return <p>{t('figures.management.decisionsNone')}</p>;
  const columns: Column<Decision>[] = [
    {
      key: 'title',
      title: t('figures.management.decision'),
      cell: ({ title, path }) => <Link href={path}>{title}</Link>,
    },
    { key: 'body', title: t('figures.management.body'), cell: ({ body }) => t(`roles.${body}`) },
    {
      key: 'waited',
      title: t('figures.management.waited'),
      numeric: true,
      cell: ({ waitingDays }) => t('figures.management.days', { count: waitingDays }),
    },
    {
      key: 'due',
      title: t('common.word.due'),
      cell: ({ dueOn, isLate }) =>
        dueOn === undefined ? (
          '–'
        ) : (
          <span className={isLate ? styles.late : undefined}>
            {asDate(dueOn)}
            {isLate && ` · ${t('figures.management.late')}`}
          </span>
        ),
    },
  ];
  return (
    <div className="card">
      <DataTable
        caption={t('figures.management.decisions')}
        columns={columns}
        rows={decisions}
        rowKey={({ key }) => key}
      />
      {decisionCount > decisions.length && (
        <Link href="/approvals?show=all">{t('figures.management.decisionsAll', { count: decisionCount })}</Link>
      )}
    </div>
  );
}

const Costs = ({ costs }: { costs: ManagementView['costs'] }) => (
  <>
    <p>{t('figures.management.costsLead')}</p>
    <div className={styles.costs}>
      {costs.map(({ key, name, unit, value, link }) => (
        <div className="card" key={key}>
          <h3 className={styles.name}>{link === undefined ? name : <Link href={link}>{name}</Link>}</h3>
          <p className={styles.value}>
            <strong>{valueText(unit, value)}</strong>
          </p>
        </div>
      ))}
    </div>
  </>
);

function Dates({ dates }: { dates: ManagementView['dates'] }) {
  if (dates.length === 0) return <p>{t('figures.management.datesNone')}</p>;
  return (
    <div className="card">
      <ul className={styles.dates}>
        {dates.map(({ kind, on, title, role, path }) => (
          <li key={`${on} ${path}`}>
            <span className={styles.on}>{asDay(on)}</span>
            <Link href={path}>{kind === 'policy' ? t('figures.management.policyDue') : title}</Link>
            {role && <span className={styles.why}>{t(`roles.${role}`)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { OverviewView } from '../../../api/risks/contract.ts';
import { asDate, asDay, t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { assetPath, assetsPath, registerPath, riskPath, type PathQuery } from '../parts/risk-paths.ts';
import styles from './RiskOverviewPage.module.css';

/** What needs action: a row each, with who, how late, and the next step. */
export function Attention({ view, carried }: { view: OverviewView; carried: PathQuery }) {
  return (
    <div className={styles.riskCards}>
      <OverdueActions view={view} carried={carried} />
      <DueAssessments view={view} />
    </div>
  );
}

function Card(props: {
  id: string;
  title: string;
  none: string;
  empty: boolean;
  more: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="card" aria-labelledby={props.id}>
      <h2 className="card-title" id={props.id}>
        {props.title}
      </h2>
      {props.empty ? <p className="card-text">{props.none}</p> : <ul className={styles.riskRows}>{props.children}</ul>}
      {props.more}
    </section>
  );
}

function OverdueActions({ view, carried }: { view: OverviewView; carried: PathQuery }) {
  return (
    <Card
      id="overdue-actions"
      title={t('riskOverview.actions.title')}
      none={t('riskOverview.actions.none')}
      empty={view.overdueActions.length === 0}
      more={
        view.overdueActionCount > 0 && (
          <Link href={registerPath({ ...carried, overdue: 'true' })}>
            {t('riskOverview.actions.all', { count: view.overdueActionCount })}
          </Link>
        )
      }
    >
      {view.overdueActions.map(({ riskKey, title, asset, owner, due, daysLate }) => (
        <li key={`${riskKey} ${title} ${due}`}>
          <div className={styles.riskRowText}>
            <p className={styles.riskRowTitle}>{title}</p>
            <p className="quiet">
              {asset.title} · {t('riskOverview.actions.late', { count: daysLate })} ({asDay(due)}) ·{' '}
              {owner ? t('riskOverview.actions.owner', { name: owner.name }) : t('common.word.noOwner')}
            </p>
          </div>
          <ButtonLink to={riskPath(riskKey)} size="small" label={t('riskOverview.actions.openOf', { title })}>
            {t('riskOverview.actions.open')}
          </ButtonLink>
        </li>
      ))}
    </Card>
  );
}

function DueAssessments({ view }: { view: OverviewView }) {
  const shown = view.dueAssessments.length;
  return (
    <Card
      id="due-assessments"
      title={t('riskOverview.due.title')}
      none={t('riskOverview.due.none')}
      empty={shown === 0}
      more={
        view.dueAssessmentCount > shown && (
          <Link href={assetsPath({ sort: 'reviewOn' })}>
            {t('riskOverview.due.all', { count: view.dueAssessmentCount })}
          </Link>
        )
      }
    >
      {view.dueAssessments.map(({ asset, centre, owner, reviewOn, status }) => (
        <li key={asset.key}>
          <div className={styles.riskRowText}>
            <p className={styles.riskRowTitle}>{asset.title}</p>
            <p className="quiet">
              {t(`riskOverview.due.standing.${status}`, { date: reviewOn ? asDate(reviewOn) : '' })}
              {centre && ` · ${centre.title}`}
              {owner && ` · ${owner.name}`}
            </p>
          </div>
          <ButtonLink
            to={assetPath(asset.key)}
            size="small"
            label={t('riskOverview.due.openOf', { title: asset.title })}
          >
            {t('riskOverview.due.open')}
          </ButtonLink>
        </li>
      ))}
    </Card>
  );
}

import { mergeClasses } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { TeamView } from '../../api/figures/contract.ts';
import { AdvicePart } from '../advice/parts/AdvicePart.tsx';
import { useView } from '../shared/api/queries.ts';
import { asDate, asDay, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { FigureTable, OwnWork, Part } from './BoardParts.tsx';
import { FiguresNav } from '../shared/navigation/FiguresNav.tsx';
import styles from './Management.module.css';

/** The security team's page: central tasks, advice given, data quality, set-aside items (R14). */
export function TeamPage() {
  const view = useView('GET /api/figures/team', {});
  return (
    <Viewed view={view}>
      {(answer) => (
        <Page
          title={answerOf(answer)}
          above={t('figures.team.title')}
          lead={t('figures.lead', { date: asDate(answer.day) })}
          actions={<ButtonLink to="/approvals/status-reports">{t('figures.team.report')}</ButtonLink>}
        >
          <FiguresNav sees={answer.abilities} />
          <OwnWork work={answer.work} />
          <Part title={t('figures.team.tasks')}>
            <Tasks view={answer} />
          </Part>
          {answer.parts.map(({ key, figures }) => (
            <FigureTable key={key} title={t(`figures.team.parts.${key}`)} figures={figures} />
          ))}
          <SetAside />
          <AdvicePart />
          <AsOf freshness={answer.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answerOf({ tasks }: TeamView): string {
  const late = tasks.filter(({ isLate }) => isLate).length;
  return late === 0 ? t('figures.team.answerWell') : t('figures.team.answerLate', { count: late });
}

function Tasks({ view: { tasks, total } }: { view: TeamView }) {
  if (tasks.length === 0) return <p>{t('figures.team.tasksNone')}</p>;
  return (
    <div className="card">
      <ul className={styles.dates}>
        {tasks.map(({ title, role, due, isLate, path }) => (
          <li key={path}>
            <span className={isLate ? mergeClasses(styles.on, styles.late) : styles.on}>{asDay(due)}</span>
            <Link href={path}>{title}</Link>
            <span className={styles.why}>
              {t(`roles.${role}`)}
              {isLate && ` · ${t('figures.management.late')}`}
            </span>
          </li>
        ))}
      </ul>
      {total > tasks.length && <Link href="/wheel?as=table">{t('figures.team.allTasks', { count: total })}</Link>}
    </div>
  );
}

/** Unreadable list items, left out until corrected. */
function SetAside() {
  const view = useView('GET /api/operations', {});
  return (
    <Part title={t('figures.team.setAside')}>
      <div className="card">
        <Viewed view={view} part>
          {({ lists }) => {
            const count = lists.reduce((sum, { setAsideCount }) => sum + setAsideCount, 0);
            return (
              <>
                <p>{count === 0 ? t('figures.team.setAsideNone') : t('figures.team.setAsideSome', { count })}</p>
                <Link href="/operations">{t('figures.team.health')}</Link>
              </>
            );
          }}
        </Viewed>
      </div>
    </Part>
  );
}

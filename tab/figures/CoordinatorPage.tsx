import { Field, Select, mergeClasses } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { CoordinatorView } from '../../api/figures/contract.ts';
import { useAddress } from '../shared/address.ts';
import { useView } from '../shared/api/queries.ts';
import { asDate, asDay, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { FigureTable, OwnWork, Part } from './BoardParts.tsx';
import { FiguresNav } from '../shared/navigation/FiguresNav.tsx';
import tools from './Figures.module.css';
import styles from './Management.module.css';

/** An ISK's page: own tasks, local checks, procedures, the network, unreachable people (R16). */
export function CoordinatorPage() {
  const { valueOf, choose } = useAddress<'owner'>();
  const owner = valueOf('owner');
  const view = useView('GET /api/figures/coordinator', { query: owner ? { owner } : {} }, { keepPrevious: true });
  return (
    <Viewed view={view}>
      {(answer) => (
        <Page
          title={
            answer.work.overdue > 0
              ? t('figures.board.answerLate', { count: answer.work.overdue })
              : t('figures.board.answerWell')
          }
          above={t('figures.coordinator.title', { centre: answer.centre.title })}
          lead={t('figures.lead', { date: asDate(answer.day) })}
          actions={
            <ButtonLink to={`/centre?centre=${encodeURIComponent(answer.owner)}`}>
              {t('figures.coordinator.centre')}
            </ButtonLink>
          }
        >
          <FiguresNav sees={answer.abilities} />
          {answer.centres.length > 1 && (
            <div className={tools.tools}>
              <Field label={t('common.word.centre')}>
                <Select value={answer.owner} onChange={(_, data) => choose({ owner: data.value })}>
                  {answer.centres.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </Select>
              </Field>
            </div>
          )}
          <OwnWork work={answer.work} />
          <Part title={t('figures.coordinator.reviews')}>
            <Reviews view={answer} />
          </Part>
          <Part title={t('figures.coordinator.meetings')}>
            <Meetings meetings={answer.meetings} />
          </Part>
          {answer.parts.map(({ key, figures }) => (
            <FigureTable key={key} title={t(`figures.coordinator.parts.${key}`)} figures={figures} />
          ))}
          <AsOf freshness={answer.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function Reviews({ view: { reviews, day } }: { view: CoordinatorView }) {
  if (reviews.length === 0) return <p>{t('figures.coordinator.reviewsNone')}</p>;
  return (
    <div className="card">
      <ul className={styles.dates}>
        {reviews.map(({ key, title, reviewOn, path }) => (
          <li key={key}>
            <span className={reviewOn < day ? mergeClasses(styles.on, styles.late) : styles.on}>{asDay(reviewOn)}</span>
            <Link href={path}>{title}</Link>
            {reviewOn < day && <span className={styles.late}>{t('figures.management.late')}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Meetings({ meetings }: Pick<CoordinatorView, 'meetings'>) {
  if (meetings.length === 0) return <p>{t('figures.coordinator.meetingsNone')}</p>;
  return (
    <div className="card">
      <ul className={styles.dates}>
        {meetings.map(({ on, title, path }) => (
          <li key={path}>
            <span className={styles.on}>{asDay(on)}</span>
            <Link href={path}>{title}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { useId } from 'react';
import { Link } from 'wouter';
import type { WorseView } from '../../../api/figures/contract.ts';
import { useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { valueText } from './figure-value.ts';
import styles from './Worse.module.css';

type Worse = WorseView['worse'][number];

/**
 * Figures of a centre that got worse since last month, worst first, each with one action (R15). `named`: the page is
 * about several centres.
 */
export function WorseCard({ owner, named }: { owner: string | undefined; named: boolean }) {
  const view = useView('GET /api/figures/worse', { query: owner ? { owner } : {} });
  const titleId = useId();
  const centre = named ? view.data?.centre : undefined;
  return (
    <section className="section" aria-labelledby={titleId}>
      <h2 className="section-title" id={titleId}>
        {[t('figures.worse.title'), centre?.title].filter(Boolean).join(': ')}
      </h2>
      <div className="card">
        <Viewed view={view} part>
          {(answer) => (
            <>
              <Told view={answer} />
              <p className={styles.more}>
                {answer.better > 0 && <span>{t('figures.worse.better', { count: answer.better })}</span>}
                <Link href={`/figures?owner=${encodeURIComponent(answer.owner)}`}>
                  {answer.more > 0 ? t('figures.worse.more', { count: answer.more }) : t('figures.worse.all')}
                </Link>
              </p>
            </>
          )}
        </Viewed>
      </div>
    </section>
  );
}

function Told({ view: { since, worse } }: { view: WorseView }) {
  const [first, ...others] = worse;
  if (since === undefined) return <p>{t('figures.worse.first')}</p>;
  if (!first) return <p>{t('figures.worse.none')}</p>;
  return (
    <>
      <div className={styles.first}>
        <h3 className={styles.name}>{first.name}</h3>
        <Numbers figure={first} />
        <p>{first.advice}</p>
        <div className={styles.ways}>
          {first.work && (
            <ButtonLink to={first.work.link} appearance="primary">
              {t('figures.worse.people', { count: first.work.people })}
            </ButtonLink>
          )}
          {first.link !== undefined && (
            <ButtonLink to={first.link} {...(first.work ? {} : { appearance: 'primary' as const })}>
              {t('figures.worse.open')}
            </ButtonLink>
          )}
        </div>
      </div>
      {others.length > 0 && (
        <ul className={styles.others}>
          {others.map((figure) => (
            <li key={figure.key}>
              {figure.link === undefined ? figure.name : <Link href={figure.link}>{figure.name}</Link>}
              <Numbers figure={figure} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** `92 % → 78 %`, and the municipality's. */
const Numbers = ({ figure: { unit, value, lastMonth, whole } }: { figure: Worse }) => (
  <p className={styles.numbers}>
    <strong>
      {t('figures.worse.fromTo', { before: valueText(unit, lastMonth?.value), now: valueText(unit, value) })}
    </strong>
    {whole !== undefined && <span> · {t('figures.worse.whole', { value: valueText(unit, whole) })}</span>}
  </p>
);

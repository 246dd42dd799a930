import { Link } from 'wouter';
import type { CoverageView } from '../../api/policy/contract.ts';
import { asPercent, t } from '../shared/texts/texts.ts';
import { Bar } from '../shared/ui/Bar.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { AsOf } from '../shared/ui/Viewed.tsx';
import styles from './HomePage.module.css';

/** For those who follow up: coverage of the policy, with a link to who is missing. */
export function CoverageCard({ coverage }: { coverage: CoverageView }) {
  return (
    <section className={`card ${styles.wide}`} aria-labelledby="coverage-title">
      <h2 className="card-title" id="coverage-title">
        {t('home.coverage.title')}
      </h2>
      <p className="card-number">{t('home.coverage.answer', { percent: asPercent(coverage.percent) })}</p>
      <Bar percent={coverage.percent} />
      <p className="card-text">
        {coverage.missing === 0 ? (
          t('home.coverage.nobodyMissing')
        ) : (
          <Link href="/policy/coverage?show=missing">{t('home.coverage.missing', { count: coverage.missing })}</Link>
        )}
      </p>
      <AsOf freshness={coverage.freshness} />
      <div className="card-foot">
        <ButtonLink to="/policy/coverage">{t('home.coverage.open')}</ButtonLink>
      </div>
    </section>
  );
}

import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';

/** For owners: the number of own systems, and their problems. */
export function SystemsCard() {
  const { data } = useView('GET /api/own-assets', { query: { limit: 1 } });
  if (!data) return null;
  const { all, overdue, unassessed } = data.counts;
  return (
    <section className="card" aria-labelledby="systems-title">
      <h2 className="card-title" id="systems-title">
        {t('common.nav.systems')}
      </h2>
      <p className="card-text">{t('ownership.answer', { count: all })}.</p>
      {overdue > 0 && <p className="card-text">{t('ownership.overdue', { count: overdue })}.</p>}
      {unassessed > 0 && <p className="card-text">{t('ownership.unassessed', { count: unassessed })}.</p>}
      <div className="card-foot">
        <ButtonLink to="/systems">{t('ownership.open')}</ButtonLink>
      </div>
    </section>
  );
}

import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';

/** The way to what everybody carries for when it is down. */
export const MineCard = () => (
  <section className="card" aria-labelledby="mine-title">
    <h2 className="card-title" id="mine-title">
      {t('home.mine.title')}
    </h2>
    <p className="card-text">{t('home.mine.text')}</p>
    <div className="card-foot">
      <ButtonLink to="/contingency/mine">{t('home.mine.open')}</ButtonLink>
    </div>
  </section>
);

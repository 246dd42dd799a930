import { t } from '../../shared/texts/texts.ts';
import styles from './Packs.module.css';

/** How a pack gets on paper, a phone and a USB stick, in plain words. */
export function HowTo() {
  return (
    <section className="section" aria-labelledby="how">
      <h2 className="section-title" id="how">
        {t('offlinePacks.how.title')}
      </h2>
      <ul className={styles.packHow}>
        {(['paper', 'phone', 'usb', 'code'] as const).map((key) => (
          <li key={key}>{t(`offlinePacks.how.${key}`)}</li>
        ))}
      </ul>
    </section>
  );
}

import { Link } from 'wouter';
import type { BelongingsView } from '../../api/ownership/contract.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import styles from './Succession.module.css';

const few = 5;

/** What cannot be handed over here, and its remedy. */
export function Staying({ staying }: { staying: BelongingsView['staying'] }) {
  if (staying.length === 0) return null;
  return (
    <section className={`card ${styles.successionForm}`} aria-labelledby="staying">
      <h2 className="section-title" id="staying">
        {t('ownership.succession.staying.title')}
      </h2>
      {staying.map(({ kind, count, items }) => (
        <div key={kind}>
          <p>
            <strong>{asNumber(count)}</strong> · {t(`ownership.succession.staying.${kind}`)}
          </p>
          <ul className={styles.belongingList}>
            {items.slice(0, few).map((item) => (
              <li key={item.key}>
                <Link href={item.path}>{item.title}</Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

import type { InspectionView } from '../../api/inspections/contract.ts';
import { t } from '../shared/texts/texts.ts';
import styles from './Inspections.module.css';

type Item = InspectionView['items'][number];

/** By item: the unit's self-assessment, and the observation. */
export const Seen = ({ visit }: { visit: InspectionView }) => (
  <section className="card" aria-labelledby="visit-seen">
    <h2 className="section-title" id="visit-seen">
      {t('inspectionPages.seen.title')}
    </h2>
    <ol className={styles.items}>
      {visit.items.map((item) => (
        <li key={item.key} className={styles.item}>
          <h3 className="card-title">{item.question}</h3>
          <p className="quiet">{item.criterion}</p>
          <dl className={styles.particulars}>
            <Line label={t('inspectionPages.seen.unit')} text={answerOf(item)} />
            <Line label={t('inspectionPages.seen.inspector')} text={resultOf(item)} />
            {item.sample && <Line label={t('inspectionPages.seen.sample')} text={item.sample} />}
          </dl>
        </li>
      ))}
    </ol>
  </section>
);

const Line = ({ label, text }: { label: string; text: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{text}</dd>
  </>
);

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(': ');
const answerOf = ({ answer, answerNote }: Item): string =>
  answer ? joined(t(`inspections.answer.${answer}`), answerNote) : t('inspectionPages.seen.nothing');
const resultOf = ({ result, seen }: Item): string =>
  result ? joined(t(`inspections.result.${result}`), seen) : t('inspectionPages.seen.nothing');

import type { ProcedureCoverageView } from '../../api/procedures/contract.ts';
import { asPercent, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { StateTag } from './StateTag.tsx';
import { byMissing, cellOf, pathOfCell, type CentreRow, type GuidelineRow } from './useProcedureCoverage.ts';
import styles from './Procedures.module.css';

/** The matrix on a narrow screen: a card per centre, first those where the reader can act. */
export const CoverageCards = ({ view: { guidelines, centres } }: { view: ProcedureCoverageView }) => (
  <div className={styles.procedureCards}>
    {byMissing(centres)
      .sort((one, other) => mine(guidelines, other) - mine(guidelines, one))
      .map((centre) => (
        <section key={centre.id} className="card" aria-label={centre.title}>
          <div className="card-row">
            <h3 className="card-title">{centre.title}</h3>
            <span>{asPercent(centre.percent)}</span>
          </div>
          <ul className={styles.procedureCardRows}>
            {guidelines
              .toSorted((one, other) => rank(one, centre) - rank(other, centre))
              .map((guideline) => (
                <Row key={guideline.key} guideline={guideline} centre={centre} />
              ))}
          </ul>
        </section>
      ))}
  </div>
);

const mine = (guidelines: readonly GuidelineRow[], { id }: CentreRow): number =>
  guidelines.some((guideline) => cellOf(guideline, id).act !== 'none') ? 1 : 0;

const rank = (guideline: GuidelineRow, { id }: CentreRow): number => (cellOf(guideline, id).state === 'valid' ? 1 : 0);

function Row({ guideline, centre }: { guideline: GuidelineRow; centre: CentreRow }) {
  const cell = cellOf(guideline, centre.id);
  const path = pathOfCell(guideline, cell);
  const act = t(`procedures.coverage.acts.${cell.act === 'none' ? 'open' : cell.act}`);
  return (
    <li className={styles.procedureCardRow}>
      <p>{guideline.title}</p>
      <div className="card-row">
        <StateTag state={cell.state} text={t(`procedures.cell.${cell.state}`)} />
        {path && (
          <ButtonLink
            to={path}
            size="small"
            label={t('procedures.coverage.actOf', { act, guideline: guideline.title, centre: centre.title })}
          >
            {act}
          </ButtonLink>
        )}
      </div>
    </li>
  );
}

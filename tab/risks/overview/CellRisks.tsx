import { Button } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { CellView, OverviewView, RiskRow, RiskStage } from '../../../api/risks/contract.ts';
import { useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { LevelTag } from '../parts/LevelTag.tsx';
import { registerPath, riskPath } from '../parts/risk-paths.ts';
import { stepText } from '../parts/risk-words.ts';
import { levelAt, type Place } from './heat-map.ts';
import type { Overview } from './useOverview.ts';
import styles from './RiskOverviewPage.module.css';

/** Rows beside the picture; the register has the rest. */
const mostRows = 6;

/** Beside the picture: the risks of the selected cell, else the worst of all. */
export function CellRisks({ overview, view }: { overview: Overview; view: OverviewView }) {
  return (
    <section className={`card ${styles.heatSide}`} data-part="heat-side" aria-labelledby="heat-side" aria-live="polite">
      {overview.cell && overview.cell[0] <= view.scale.consequence.length ? (
        <OpenCell overview={overview} view={view} place={overview.cell} />
      ) : (
        <>
          <h3 className="card-title" id="heat-side">
            {t('riskOverview.side.top')}
          </h3>
          <Risks rows={view.top.slice(0, mostRows)} stage="current" />
          <Link href={registerPath(overview.carried)}>{t('riskOverview.side.whole')}</Link>
        </>
      )}
    </section>
  );
}

function OpenCell(props: { overview: Overview; view: OverviewView; place: Place }) {
  const { overview, view, place } = props;
  const cell = `${overview.stage}.${place.join('.')}`;
  const query = { ...overview.query, cell, sort: 'title' as const, descending: 'false', limit: String(mostRows) };
  const rows = useView('GET /api/risks/register', { query }, { keepPrevious: false });
  const [consequence, likelihood] = place;
  return (
    <>
      <div className={styles.heatSideHead}>
        <h3 className="card-title" id="heat-side">
          {t('riskOverview.side.cell')}
        </h3>
        <LevelTag level={levelAt(view.scale, place)} />
        <p className="quiet">
          {t(`risks.stage.${overview.stage}`)} · {t('riskOverview.map.consequence')}{' '}
          {stepText(consequence, view.scale.consequence[consequence - 1]?.word)} · {t('riskOverview.map.likelihood')}{' '}
          {stepText(likelihood, view.scale.likelihood[likelihood - 1]?.word)}
        </p>
      </div>
      <Viewed view={rows} part skeleton={<p role="status">{t('riskOverview.side.loading')}</p>}>
        {(found) =>
          found.total === 0 ? (
            <p>{t('riskOverview.side.nothing')}</p>
          ) : (
            <>
              <Risks rows={found.rows} stage={overview.stage} />
              <Link href={registerPath({ ...overview.carried, cell })}>
                {t('riskOverview.side.all', { count: found.total })}
              </Link>
            </>
          )
        }
      </Viewed>
      <Button onClick={() => overview.choose({ cell: '' })}>{t('riskOverview.side.close')}</Button>
    </>
  );
}

const levelOf = ({ stages }: RiskRow, stage: RiskStage): CellView['level'] | undefined => stages[stage]?.level;

function Risks({ rows, stage }: { rows: readonly RiskRow[]; stage: RiskStage }) {
  return (
    <ul className={styles.heatRisks}>
      {rows.map((row) => {
        const level = levelOf(row, stage);
        return (
          <li key={row.key}>
            <Link href={riskPath(row.key)}>{row.title}</Link>
            <p className={styles.heatRiskAbout}>
              {level && <LevelTag level={level} />}
              <span>
                {row.asset.title}
                {row.centre && ` · ${row.centre.title}`}
              </span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

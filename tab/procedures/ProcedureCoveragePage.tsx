import { Link } from 'wouter';
import type { ProcedureCoverageView } from '../../api/procedures/contract.ts';
import { PolicyNav } from '../shared/navigation/PolicyNav.tsx';
import { t, asPercent } from '../shared/texts/texts.ts';
import { CoverageBars } from '../shared/ui/CoverageBars.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { ProcedureMatrix } from './ProcedureMatrix.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import {
  byMissing,
  useCoverageWorkbook,
  useProcedureCoverage,
  cellOf,
  pathOfCell,
  type CentreRow,
  type GuidelineRow,
} from './useProcedureCoverage.ts';
import styles from './Procedures.module.css';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { StateTag } from './StateTag.tsx';
import { MatrixSection } from '../shared/ui/MatrixSection.tsx';

/** Local procedures by centre and guideline: the answer, the matrix, the bars. */
export function ProcedureCoveragePage() {
  const coverage = useProcedureCoverage();
  return (
    <Viewed view={coverage}>
      {(view) => (
        <Page
          title={answer(view)}
          above={t('procedures.coverage.title')}
          lead={<Lead view={view} />}
          actions={view.guidelines.length > 0 && <Workbook />}
        >
          <PolicyNav />
          {view.guidelines.length === 0 ? (
            <Blank title={t('procedures.coverage.empty.title')} text={t('procedures.coverage.empty.text')} />
          ) : (
            <>
              <Matrix view={view} />
              <Bars view={view} />
            </>
          )}
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answer({ total: { needed, valid } }: ProcedureCoverageView): string {
  if (needed === 0) return t('procedures.coverage.title');
  return needed === valid ? t('procedures.coverage.all') : t('procedures.coverage.answer', { valid, needed });
}

const gaps = ['missing', 'expired', 'waiting', 'draft'] as const;

/** What is lacking, each number with its rows in the table. */
function Lead({ view: { total } }: { view: ProcedureCoverageView }) {
  const some = gaps.filter((state) => total[state] > 0);
  return (
    <>
      <p>{t('procedures.coverage.lead')}</p>
      {some.length > 0 && (
        <p className={styles.procedureGaps}>
          {some.map((state) => (
            <Link key={state} href={`/procedures/coverage?as=table&state=${state}`}>
              {t(`procedures.coverage.counts.${state}`, { count: total[state] })}
            </Link>
          ))}
        </p>
      )}
    </>
  );
}

const Matrix = ({ view }: { view: ProcedureCoverageView }) => (
  <MatrixSection
    title={t('procedures.coverage.matrix')}
    matrix={<ProcedureMatrix view={view} />}
    cards={<CoverageCards view={view} />}
    table={(choice) => <CoverageTable view={view} {...choice} />}
  />
);

function Bars({ view }: { view: ProcedureCoverageView }) {
  return (
    <section className="section" aria-labelledby="by-centre">
      <h2 className="section-title" id="by-centre">
        {t('procedures.coverage.byCentre')}
      </h2>
      <CoverageBars
        now={t('procedures.coverage.barNow')}
        before=""
        bars={byMissing(view.centres).map(({ id, title, percent, valid, needed, coordinators }) => ({
          key: id,
          name: title,
          percent,
          previous: undefined,
          missing:
            valid === needed ? (
              t('procedures.coverage.nobodyMissing')
            ) : (
              <Link href={`/procedures/coverage?as=table&state=lacking&centre=${encodeURIComponent(id)}`}>
                {t('procedures.coverage.missingShort', { count: needed - valid })}
              </Link>
            ),
          about:
            coordinators.length === 0
              ? t('common.word.noIsk')
              : t('procedures.coverage.isk', { names: coordinators.map(({ name }) => name).join(', ') }),
        }))}
      />
    </section>
  );
}

function Workbook() {
  const workbook = useCoverageWorkbook();
  return (
    <DownloadButton file={workbook} busyText={t('common.word.makingExcel')}>
      {t('common.word.excel')}
    </DownloadButton>
  );
}

/** The matrix on a narrow screen: a card per centre, first those where the reader can act. */
const CoverageCards = ({ view: { guidelines, centres } }: { view: ProcedureCoverageView }) => (
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

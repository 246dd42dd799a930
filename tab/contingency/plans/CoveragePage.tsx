import { Button } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import type { PlanCoverageView } from '../../../api/contingency/contract.ts';
import { useAddress } from '../../shared/address.ts';
import { asPercent, t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { DownloadButton } from '../../shared/ui/DownloadButton.tsx';
import { ViewAs } from '../../shared/ui/ViewAs.tsx';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { useWidth } from '../../shared/ui/useWidth.ts';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { CoverageCards } from './CoverageCards.tsx';
import { PlanMatrix } from './PlanMatrix.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import {
  coverageOf,
  mostMissing,
  useCoverage,
  useCoverageWorkbook,
  useKeepsAll,
  type Coverage,
} from './useCoverage.ts';

/** Plans by centre and vital system: the answer, the matrix, and its table. */
export function CoveragePage() {
  const view = useCoverage();
  const keepsAll = useKeepsAll();
  return (
    <Viewed view={view}>
      {(found) => {
        const coverage = coverageOf(found, keepsAll);
        const some = found.systems.length > 0;
        return (
          <Page
            title={answer(found, coverage)}
            above={t('contingencyPlans.coverage.title')}
            lead={t('contingencyPlans.coverage.lead')}
            actions={some && <Actions />}
          >
            <ContingencyNav />
            {some ? <Picture coverage={coverage} /> : <Nothing />}
            <AsOf freshness={found.freshness} />
          </Page>
        );
      }}
    </Viewed>
  );
}

const perCent = 100;
function answer({ counts: { cells, covered } }: PlanCoverageView, coverage: Coverage): string {
  if (cells === 0) return t('contingencyPlans.coverage.title');
  const centre = mostMissing(coverage);
  if (cells === covered || centre === undefined) return t('contingencyPlans.coverage.all');
  return t('contingencyPlans.coverage.answer', {
    percent: asPercent(Math.floor((covered / cells) * perCent)),
    missing: t('contingencyPlans.coverage.missing', { count: cells - covered }),
    centre,
  });
}

const Nothing = () => (
  <Blank
    title={t('contingencyPlans.coverage.emptyTitle')}
    text={t('contingencyPlans.coverage.emptyText')}
    actions={
      <ButtonLink to="/contingency/services" appearance="primary">
        {t('contingencyPlans.coverage.emptyAct')}
      </ButtonLink>
    }
  />
);

/** Below this width each place is a card. */
const matrixPixels = 640;

function Picture({ coverage }: { coverage: Coverage }) {
  const { valueOf, choose } = useAddress<'as' | 'state' | 'centre'>();
  const { element, width } = useWidth<HTMLElement>(matrixPixels);
  const as = valueOf('as') === 'table' ? 'table' : 'picture';
  const Shown = width < matrixPixels ? CoverageCards : PlanMatrix;
  return (
    <section className="section" aria-labelledby="matrix" ref={element}>
      <div className="section-head">
        <h2 className="section-title" id="matrix">
          {t('contingencyPlans.coverage.matrix')}
        </h2>
        <ViewAs
          as={as}
          onChange={(chosen) => choose({ as: chosen === 'table' ? 'table' : '', state: '', centre: '' })}
        />
      </div>
      {as === 'table' ? (
        <CoverageTable
          coverage={coverage}
          state={valueOf('state')}
          centreId={valueOf('centre')}
          onChoose={(change) => choose({ as: 'table', ...change })}
        />
      ) : (
        <Shown coverage={coverage} />
      )}
    </section>
  );
}

function Actions() {
  const workbook = useCoverageWorkbook();
  return (
    <>
      <Button icon={<PrintRegular />} onClick={() => print()}>
        {t('common.word.print')}
      </Button>
      <DownloadButton file={workbook} busyText={t('common.word.makingExcel')}>
        {t('common.word.excel')}
      </DownloadButton>
    </>
  );
}

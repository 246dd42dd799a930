import { Button } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import type { PlanCoverageView } from '../../../api/contingency/contract.ts';
import { asPercent, t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { DownloadButton } from '../../shared/ui/DownloadButton.tsx';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
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
import { MatrixSection } from '../../shared/ui/MatrixSection.tsx';

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

const Picture = ({ coverage }: { coverage: Coverage }) => (
  <MatrixSection
    title={t('contingencyPlans.coverage.matrix')}
    matrix={<PlanMatrix coverage={coverage} />}
    cards={<CoverageCards coverage={coverage} />}
    table={(choice) => <CoverageTable coverage={coverage} {...choice} />}
  />
);

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

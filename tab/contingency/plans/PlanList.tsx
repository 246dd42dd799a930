import type { UseQueryResult } from '@tanstack/react-query';
import type { PlanRow } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { DataTable } from '../../shared/ui/DataTable.tsx';
import { DownloadButton } from '../../shared/ui/DownloadButton.tsx';
import { NothingFound } from '../../shared/ui/NothingFound.tsx';
import { Pages } from '../../shared/ui/Pages.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { planColumns } from './plan-columns.tsx';
import { PlanFilters } from './PlanFilters.tsx';
import { pageSize, usePlansWorkbook, type Choose, type PlanChoice, type PlanSort, type PlansView } from './usePlans.ts';

/** The plans readable by the reader, with search and filters in the address. */
export function PlanList(props: {
  all: PlansView;
  plans: UseQueryResult<PlansView>;
  choice: PlanChoice;
  choose: Choose;
}) {
  const { all, plans, choice, choose } = props;
  const { sort, descending, offset } = choice;
  return (
    <section className="section" aria-labelledby="plans">
      <div className="section-head">
        <h2 className="section-title" id="plans">
          {t('contingencyPlans.title')}
        </h2>
        <Workbook choice={choice} />
      </div>
      <PlanFilters all={all} found={plans.data?.total} choice={choice} choose={choose} />
      <Viewed part view={plans} skeleton={<Skeleton rows={6} />}>
        {(view) =>
          view.total === 0 ? (
            <NothingFound
              title={t('contingencyPlans.list.nothing')}
              onClear={() => choose({ q: '', kind: '', centre: '', state: '', testing: '' })}
            >
              <p>{t('common.word.nothingFound')}</p>
            </NothingFound>
          ) : (
            <>
              <DataTable<PlanRow, PlanSort>
                caption={t('contingencyPlans.title')}
                columns={planColumns()}
                rows={view.plans}
                rowKey={({ key }) => key}
                sorted={{ by: sort, descending }}
                onSort={(by) => choose({ sort: by, down: by === sort && !descending ? 'yes' : '' })}
                busy={plans.isPlaceholderData}
              />
              <Pages
                offset={offset}
                limit={pageSize}
                total={view.total}
                onMove={(to) => choose({ offset: String(to) })}
              />
            </>
          )
        }
      </Viewed>
    </section>
  );
}

function Workbook({ choice }: { choice: PlanChoice }) {
  const workbook = usePlansWorkbook(choice);
  return (
    <DownloadButton file={workbook} busyText={t('common.word.makingExcel')}>
      {t('common.word.excel')}
    </DownloadButton>
  );
}

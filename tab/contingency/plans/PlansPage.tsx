import { AddRegular } from '@fluentui/react-icons/svg/add';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useAddress } from '../../shared/address.ts';
import { t } from '../../shared/texts/texts.ts';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { BeginPlan } from './BeginPlan.tsx';
import { PlanList } from './PlanList.tsx';
import { useAllPlans, usePlanChoice, usePlans, type PlansView, type PlanChoice } from './usePlans.ts';
import { Choices } from '../../shared/ui/Choices.tsx';

/** Beredskabsplaner: the number in force, and a searchable list. */
export function PlansPage() {
  const list = usePlanChoice();
  const all = useAllPlans();
  const plans = usePlans(list);
  const { beginning, begin, close } = useBeginning();
  return (
    <Viewed view={all}>
      {(view) => {
        const mayBegin = view.writes.whole || view.writes.centres.length > 0;
        const write = mayBegin && (
          <Button appearance="primary" icon={<AddRegular />} onClick={begin}>
            {t('contingencyPlans.begin.button')}
          </Button>
        );
        return (
          <Page
            title={answer(view, list.isFiltered ? plans.data?.total : undefined)}
            above={t('contingencyPlans.title')}
            lead={t('contingencyPlans.list.lead')}
            actions={view.total > 0 && write}
          >
            <ContingencyNav />
            {view.total === 0 ? (
              <Blank
                title={t('contingencyPlans.list.emptyTitle')}
                text={mayBegin ? t('contingencyPlans.list.emptyWrite') : t('contingencyPlans.list.emptyRead')}
                actions={write}
              />
            ) : (
              <>
                <PlanCounts counts={plans.data?.counts ?? view.counts} list={list} />
                <PlanList all={view} plans={plans} list={list} />
              </>
            )}
            {(mayBegin || beginning) && <BeginPlan writes={view.writes} open={beginning} onClose={close} />}
            <AsOf freshness={view.freshness} />
          </Page>
        );
      }}
    </Viewed>
  );
}

/**
 * The dialog opens by its button, or by an address that creates a plan: also for a system's owner, who only writes its
 * restore plan.
 */
function useBeginning() {
  const { valueOf, choose } = useAddress<'begin' | 'asset' | 'centre'>();
  const asked = valueOf('begin') !== undefined;
  const [pressed, setPressed] = useState(false);
  return {
    beginning: pressed || asked,
    begin: () => setPressed(true),
    close: () => {
      setPressed(false);
      if (asked) choose({ begin: '', asset: '', centre: '' });
    },
  };
}

/** Of all plans; with a filter, how many are found. */
function answer({ counts }: PlansView, found: number | undefined): string {
  if (found === 0) return t('contingencyPlans.list.noneFound');
  if (found !== undefined) return t('contingencyPlans.list.found', { count: found });
  if (counts.plans === 0) return t('contingencyPlans.title');
  const { valid, expired, waiting } = shownCounts(counts);
  const parts = [
    valid > 0 && t('contingencyPlans.list.valid', { count: valid }),
    expired > 0 && t('contingencyPlans.list.expired', { count: expired }),
    waiting > 0 && t('contingencyPlans.list.waiting', { count: waiting }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t('contingencyPlans.list.none') : parts.join(', ');
}

const narrowings = ['valid', 'expired', 'waiting'] as const;

/** In force and current, due for review, in approval. */
const shownCounts = ({ inForce, expired, waiting }: PlansView['counts']) => ({
  valid: inForce - expired,
  expired,
  waiting,
});

/** The numbers of the answer, each a link to its rows. */
function PlanCounts({ counts, list }: { counts: PlansView['counts']; list: PlanChoice }) {
  const { choice, choose } = list;
  const shown = shownCounts(counts);
  const options = narrowings
    .filter((state) => shown[state] > 0 || state === choice.state)
    .map((state) => ({
      value: state,
      text: t(`contingencyPlans.list.${state}`, { count: shown[state] }),
    }));
  if (options.length === 0) return null;
  return (
    <Choices
      label={t('contingencyPlans.list.narrowTo')}
      value={narrowings.find((state) => state === choice.state) ?? 'all'}
      onChange={(state) => choose({ state: state === 'all' ? '' : state })}
      options={[
        { value: 'all' as const, text: t('contingencyPlans.list.allCount', { count: counts.plans }) },
        ...options,
      ]}
    />
  );
}

import { t } from '../../shared/texts/texts.ts';
import { Choices } from '../../shared/ui/Choices.tsx';
import type { Choose, PlanChoice, PlansView } from './usePlans.ts';

const narrowings = ['valid', 'expired', 'waiting'] as const;
const countOf = { valid: 'inForce', expired: 'expired', waiting: 'waiting' } as const;

/** The numbers of the answer, each the way to its rows. */
export function PlanCounts(props: { counts: PlansView['counts']; choice: PlanChoice; choose: Choose }) {
  const { counts, choice, choose } = props;
  const options = narrowings
    .filter((state) => counts[countOf[state]] > 0 || state === choice.state)
    .map((state) => ({
      value: state,
      text: t(`contingencyPlans.list.${countOf[state]}`, { count: counts[countOf[state]] }),
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

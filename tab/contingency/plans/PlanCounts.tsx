import { t } from '../../shared/texts/texts.ts';
import { Choices } from '../../shared/ui/Choices.tsx';
import type { Choose, PlanChoice, PlansView } from './usePlans.ts';

const narrowings = ['valid', 'expired', 'waiting'] as const;

/** In force and current, due for review, in approval. */
export const shownCounts = ({ inForce, expired, waiting }: PlansView['counts']) => ({
  valid: inForce - expired,
  expired,
  waiting,
});

/** The numbers of the answer, each a link to its rows. */
export function PlanCounts(props: { counts: PlansView['counts']; choice: PlanChoice; choose: Choose }) {
  const { counts, choice, choose } = props;
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

import { asNumber, t } from '../shared/texts/texts.ts';

/** `450.000 kr. + 60.000 kr. om året`, without zero costs. */
export function costText({ costOnce, costYearly }: { costOnce: number; costYearly: number }): string {
  const values = { once: asNumber(costOnce), yearly: asNumber(costYearly) };
  if (costOnce > 0 && costYearly > 0) return t('measures.cost.both', values);
  if (costOnce > 0) return t('measures.cost.once', values);
  return costYearly > 0 ? t('measures.cost.yearly', values) : t('measures.cost.none');
}

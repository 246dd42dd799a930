import { asNumber, t } from '../shared/texts/texts.ts';

/** `450.000 kr. + 60.000 kr. om året`, without what costs nothing. */
export function costText({ costOnce, costYearly }: { costOnce: number; costYearly: number }): string {
  const values = { once: asNumber(costOnce), yearly: asNumber(costYearly) };
  if (costOnce > 0 && costYearly > 0) return t('measures.cost.both', values);
  if (costOnce > 0) return t('measures.cost.once', values);
  return costYearly > 0 ? t('measures.cost.yearly', values) : t('measures.cost.none');
}

const most = 1_000_000_000;

/** Whole kroner as people write them (`450.000`, `450 000`); undefined when it is none. */
export function kronerOf(text: string): number | undefined {
  const digits = text.trim().replace(/[.,\s](?=\d{3}(?:\D|$))/g, '');
  if (!/^\d{1,10}$/.test(digits)) return undefined;
  const kroner = Number(digits);
  return kroner <= most ? kroner : undefined;
}

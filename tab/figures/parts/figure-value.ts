import type { FigureView } from '../../../api/figures/contract.ts';
import { asNumber, asPercent, t } from '../../shared/texts/texts.ts';

/** A value with its unit, formatted. */
export function valueText(unit: FigureView['unit'], value: number | undefined): string {
  if (value === undefined) return t('figures.none');
  switch (unit) {
    case 'count':
      return asNumber(value);
    case 'percent':
      return asPercent(value);
    case 'days':
      return t('figures.value.days', { number: asNumber(value) });
    case 'hours':
      return t('figures.value.hours', { number: asNumber(value) });
    case 'kroner':
      return t('figures.value.kroner', { number: asNumber(value) });
  }
}

/** `1.204 af 2.300`: of what total. */
export const shareText = ({ unit, numerator, denominator }: FigureView): string | undefined =>
  unit === 'percent' && denominator !== undefined && denominator > 0
    ? t('figures.outOf', { count: asNumber(numerator), total: asNumber(denominator) })
    : undefined;

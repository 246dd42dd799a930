import { t } from '../shared/texts/texts.ts';

const monthsOfYear = 12;

/** Review interval of a control: `Hver 3. måned`, `Hvert 2. år`. */
export function reviewText(months: string): string {
  const count = Number(months);
  if (count === 0) return t('standards.form.reviewNone');
  return count % monthsOfYear === 0
    ? t('standards.form.reviewYears', { count: count / monthsOfYear })
    : t('standards.form.reviewMonths', { count });
}

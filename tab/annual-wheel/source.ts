import { textOf, t } from '../shared/texts/texts.ts';

/** `R10` is what the municipality's own policy says; everything else (a standard, a law) names itself. */
export function sourceText(source: string): string {
  const own = /^R(\d{1,2})$/.exec(source.trim());
  if (!own) return source;
  return textOf(`wheel.source.r${own[1]}`) ?? t('wheel.source.policy');
}

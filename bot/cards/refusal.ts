import type { Context, Translate } from '../../api/context.ts';
import { AppError, type Language } from '../../api/kernel/index.ts';
import type { Thanks } from './act.ts';
import { errorTextIfThere } from '../../api/texts/translate.ts';

/** Whether a press is answered with the present card; not for faults and outages, after which it can be repeated. */
export const isRefusal = (thrown: unknown): thrown is AppError =>
  thrown instanceof AppError && thrown.kind !== 'unavailable' && thrown.kind !== 'unexpected';

/** The code's text, if any. Not escaped. */
export const errorWords = (t: Translate, { code, details }: Pick<AppError, 'code' | 'details'>): string | undefined =>
  errorTextIfThere(t, code, details);

/** The same, or that something has changed. */
export const whyNot = (t: Translate, error: AppError): string =>
  errorWords(t, error) ?? t('reminderCards.thanks.changed');

/** Why a press changed nothing, for the returned card. Rethrows other errors. */
export function refusal(context: Context, language: Language, thrown: unknown): Thanks {
  if (!isRefusal(thrown)) throw thrown;
  return { tone: 'warning', text: whyNot(context.texts(language), thrown) };
}

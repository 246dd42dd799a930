import { t } from '../texts/texts.ts';

export const isWritten = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** A required field, with its message. */
export const required = () => ({ validate: (value: unknown) => isWritten(value) || t('common.form.required') });
/** A field with a maximum length. */
export const atMost = (count: number) => ({
  maxLength: { value: count, message: t('common.form.tooLong', { count }) },
});
/** Why a text outside of `useForm` is too long for the API. */
export const lengthWrong = (text: string, count: number): string | undefined =>
  text.trim().length > count ? t('common.form.tooLong', { count }) : undefined;
/** A text with a minimum and a maximum length, and the message for a shorter one. */
export const atLeast = (fewest: number, most: number, short: string) => ({
  validate: (value: unknown) => (typeof value === 'string' && value.trim().length >= fewest) || short,
  ...atMost(most),
});
/** A required text with a maximum length. */
export const written = (count: number) => ({ ...required(), ...atMost(count) });
/** A whole address of the web, as the API takes it: without a space, which a link cannot be followed with. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
/** A link or empty: never marked as required. */
export const linkOrNone = () => ({
  validate: (value: unknown) =>
    typeof value !== 'string' || /^(https:\/\/\S+)?$/.test(value.trim()) || t('common.form.link'),
});
/** The day of a meeting held: `today` at the latest. */
export const dayHeld = (today: string) => ({
  validate: (value: unknown) =>
    typeof value === 'string' && isWritten(value) ? value <= today || t('common.form.held') : t('common.form.required'),
});

/** Forms with a draft are validated on blur. */
export function modeOf({ checksAtOnce, draft }: { checksAtOnce?: boolean; draft?: string }) {
  if (checksAtOnce) return 'onChange';
  return draft === undefined ? 'onSubmit' : 'onTouched';
}

import { t } from '../texts/texts.ts';

export const isWritten = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** A field that must be filled in, with what is said when it is not. */
export const required = () => ({ validate: (value: unknown) => isWritten(value) || t('common.form.required') });
/** A field of so many characters at most. */
export const atMost = (count: number) => ({
  maxLength: { value: count, message: t('common.form.tooLong', { count }) },
});
/** Both. */
export const written = (count: number) => ({ ...required(), ...atMost(count) });
/** A link, or nothing at all: never marked as required. */
export const linkOrNone = () => ({
  validate: (value: unknown) =>
    typeof value !== 'string' || /^(https:\/\/\S+)?$/.test(value.trim()) || t('common.form.link'),
});
/** The day of a meeting that has been held: `today` at the latest. */
export const dayHeld = (today: string) => ({
  validate: (value: unknown) =>
    typeof value === 'string' && isWritten(value) ? value <= today || t('common.form.held') : t('common.form.required'),
});

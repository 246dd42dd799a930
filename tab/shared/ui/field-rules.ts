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

import { t } from '../shared/texts/texts.ts';

export const isWritten = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** What a field of the forms must hold, with what is said when it does not. */
export const required = () => ({ validate: (value: unknown) => isWritten(value) || t('common.form.required') });
export const atMost = (count: number) => ({
  maxLength: { value: count, message: t('procedures.form.tooLong', { count }) },
});

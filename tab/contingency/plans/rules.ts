import { t } from '../../shared/texts/texts.ts';

/** What a field of the form must hold, with what is said when it does not. */
export const required = () => ({
  validate: (value: unknown) => (typeof value === 'string' && value.trim() !== '') || t('common.form.required'),
});
export const atMost = (count: number) => ({
  maxLength: { value: count, message: t('contingencyPlans.form.tooLong', { count }) },
});
/** Whole minutes from the start, as many as the API takes; none is fine. */
export const minutesRule = () => ({
  pattern: { value: /^\s*\d{0,5}\s*$/, message: t('contingencyPlans.form.wrongMinutes') },
});

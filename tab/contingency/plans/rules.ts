import { t } from '../../shared/texts/texts.ts';

/** Whole minutes from the start, as many as the API takes; none is fine. */
export const minutesRule = () => ({
  pattern: { value: /^\s*\d{0,5}\s*$/, message: t('contingencyPlans.form.wrongMinutes') },
});

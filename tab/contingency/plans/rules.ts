import { t } from '../../shared/texts/texts.ts';

/** Whole minutes from the start, within the API's limit; optional. */
export const minutesRule = () => ({
  pattern: { value: /^\s*\d{0,5}\s*$/, message: t('contingencyPlans.form.wrongMinutes') },
});

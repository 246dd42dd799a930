import { dayHeld, linkOrNone, required } from '../shared/forms/field-rules.ts';
import { t } from '../shared/texts/texts.ts';

/** The fields of a meeting that are recorded and corrected alike. */
export const meetingDay = (today: string) => ({
  name: 'meetingOn' as const,
  label: t('approvals.record.meetingOn'),
  type: 'date' as const,
  rules: dayHeld(today),
});
export const agendaItem = () => ({
  name: 'itemNumber' as const,
  label: t('approvals.record.itemNumber'),
  hint: t('approvals.record.itemHint'),
  rules: required(),
});
export const minutesLink = () => ({
  name: 'minutesUrl' as const,
  label: `${t('common.word.minutesLink')} (${t('common.form.optional')})`,
  hint: t('approvals.record.minutesHint'),
  inputMode: 'url' as const,
  rules: linkOrNone(),
  optional: true as const,
});

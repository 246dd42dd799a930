import { t } from '../shared/texts/texts.ts';

const fewestLetters = 3;
const mostLeadDays = 365;
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export const aReason = () => ({
  validate: (value: unknown) => textOf(value).length >= fewestLetters || t('wheel.task.reasonShort'),
});
/** A day other than the present due date: moved to that, nothing would change, and the reason would be lost. */
export const anotherDay = (due: string) => ({
  validate: (value: unknown) => {
    if (textOf(value) === '') return t('common.form.required');
    return value !== due || t('wheel.task.sameDay');
  },
});
export const daysAhead = () => ({
  validate: (value: unknown) =>
    (/^\d{1,3}$/.test(textOf(value)) && Number(value) <= mostLeadDays) || t('wheel.activity.leadDaysWrong'),
});
export const aTime = () => ({
  validate: (value: unknown) => /^([01]\d|2[0-3]):[0-5]\d$/.test(textOf(value)) || t('wheel.meeting.timeWrong'),
});
export const minutesLong = () => ({
  validate: (value: unknown) =>
    (/^\d{2,3}$/.test(textOf(value)) && Number(value) >= 15 && Number(value) <= 600) || t('wheel.meeting.lengthWrong'),
});

import { t } from '../../shared/texts/texts.ts';

/** The rule of a field that must be filled in, with at most so many characters. */
export const written = (count: number) => ({
  validate: (text: unknown) => (typeof text === 'string' && text.trim() !== '') || t('common.form.required'),
  maxLength: { value: count, message: t('contingencyTests.form.tooLong', { count }) },
});

import { t } from '../shared/texts/texts.ts';

/** A day that has come. */
export const notAhead = (today: string) => ({
  validate: (day: unknown) => (typeof day === 'string' && day !== '' && day <= today) || t('awareness.declare.ahead'),
});

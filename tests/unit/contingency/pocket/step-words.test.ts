import { expect, it } from 'vitest';
import { translator } from '../../../../api/texts/translate.ts';

it.each(['da', 'en'] as const)(
  'a step to be done within some minutes › is so in every place, also on the phone (%s)',
  (language) => {
    const t = translator(language);
    const written = t('contingencyPlans.document.within', { minutes: 15 });
    expect(t('pocket.step.at', { minutes: 15 }).toLowerCase()).toBe(written);
    expect(written).toMatch(/^(inden|within) 15 min\.$/);
  },
);

import type { TextsOf } from '../catalogue.ts';
import type { procedureTexts as da } from '../da/procedure-texts.ts';

export const procedureTexts: TextsOf<typeof da> = {
  none: 'No procedures',
};

import type { Bilingual } from '../../kernel/index.ts';
import type { RiskScale } from '../contract.ts';
import { fiveByFive } from './shipped/five-by-five.ts';
import { datatilsynet, herning, kl, standard } from './shipped/four-by-four.ts';

export interface ShippedScale {
  key: string;
  title: Bilingual;
  scale: RiskScale;
}

export const defaultScaleKey = 'standard';
/** Built-in scales: the four sets that Danish municipalities use, and a five-step one (R1). */
export const shippedScales: readonly ShippedScale[] = [
  { key: defaultScaleKey, title: { da: 'Standard, 4 × 4', en: 'Standard, 4 × 4' }, scale: standard },
  { key: 'kl', title: { da: 'KL, 4 × 4', en: 'KL, 4 × 4' }, scale: kl },
  { key: 'herning', title: { da: 'Herning, 4 × 4', en: 'Herning, 4 × 4' }, scale: herning },
  { key: 'datatilsynet', title: { da: 'Datatilsynet, 4 × 4', en: 'Datatilsynet, 4 × 4' }, scale: datatilsynet },
  { key: '5x5', title: { da: 'Fem trin, 5 × 5', en: 'Five steps, 5 × 5' }, scale: fiveByFive },
];

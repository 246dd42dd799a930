import type { RiskScale } from '../../contract.ts';
import { fiveLevels } from './words.ts';

/** Five steps each way. A rare disaster still needs planning. */
export const fiveByFive: RiskScale = {
  likelihood: [
    {
      word: { da: 'Meget usandsynligt', en: 'Very unlikely' },
      description: { da: 'Sjældnere end hvert tiende år.', en: 'Less often than every tenth year.' },
    },
    {
      word: { da: 'Usandsynligt', en: 'Unlikely' },
      description: { da: 'En gang på tre til ti år.', en: 'Once in three to ten years.' },
    },
    {
      word: { da: 'Muligt', en: 'Possible' },
      description: { da: 'En gang på et til tre år.', en: 'Once in one to three years.' },
    },
    {
      word: { da: 'Sandsynligt', en: 'Likely' },
      description: { da: 'Mindst en gang om året.', en: 'At least once a year.' },
    },
    {
      word: { da: 'Næsten sikkert', en: 'Almost certain' },
      description: { da: 'Hver måned eller oftere, eller det er i gang nu.', en: 'Every month or more often, or now.' },
    },
  ],
  consequence: [
    {
      word: { da: 'Ubetydelig', en: 'Insignificant' },
      description: { da: 'Næsten ingen mærker det.', en: 'Hardly anybody notices.' },
    },
    {
      word: { da: 'Mindre', en: 'Minor' },
      description: {
        da: 'Gener for få, som er rettet inden for en dag.',
        en: 'Nuisances for a few, put right within a day.',
      },
    },
    {
      word: { da: 'Moderat', en: 'Moderate' },
      description: {
        da: 'Mærkbart for mange eller ubehageligt for enkelte. Der går dage, før det er rettet.',
        en: 'Noticed by many or unpleasant for some. It takes days to put right.',
      },
    },
    {
      word: { da: 'Alvorlig', en: 'Serious' },
      description: {
        da: 'Krænkelse, tab af penge eller rettigheder, eller en vigtig opgave, der ligger stille i dagevis.',
        en: 'A violation, loss of money or rights, or an important task that lies still for days.',
      },
    },
    {
      word: { da: 'Katastrofal', en: 'Disastrous' },
      description: {
        da: 'Liv og helbred er i fare, eller skaden kan ikke gøres god igen.',
        en: 'Life and health are in danger, or the harm cannot be undone.',
      },
    },
  ],
  levels: fiveLevels,
  matrix: [
    [0, 0, 0, 1, 1],
    [0, 1, 1, 2, 2],
    [0, 1, 2, 3, 3],
    [1, 2, 3, 3, 4],
    [2, 3, 3, 4, 4],
  ],
};

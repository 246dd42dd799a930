import type { RiskScale } from '../../contract.ts';
import {
  fiveLevels,
  fourLevels,
  gradedConsequence,
  municipalLikelihood,
  plainConsequence,
  plainLikelihood,
  threeLevels,
} from './words.ts';

/** Rows are consequence 1 to 4, columns likelihood 1 to 4. */
export const standard: RiskScale = {
  likelihood: municipalLikelihood,
  consequence: gradedConsequence({ da: 'Graverende', en: 'Grave' }),
  levels: threeLevels,
  matrix: [
    [0, 0, 0, 1],
    [0, 0, 1, 1],
    [0, 1, 1, 2],
    [1, 1, 2, 2],
  ],
};

export const kl: RiskScale = {
  likelihood: municipalLikelihood,
  consequence: plainConsequence,
  levels: fiveLevels,
  matrix: [
    [0, 0, 0, 1],
    [0, 1, 1, 2],
    [0, 1, 2, 3],
    [1, 2, 3, 4],
  ],
};

export const herning: RiskScale = {
  likelihood: municipalLikelihood,
  consequence: gradedConsequence({ da: 'Ødelæggende', en: 'Devastating' }),
  levels: fiveLevels,
  matrix: [
    [0, 0, 1, 2],
    [0, 1, 2, 3],
    [1, 2, 3, 4],
    [2, 3, 4, 4],
  ],
};

/** Asymmetric: consequence 4 with likelihood 2 is worse than consequence 2 with likelihood 4. */
export const datatilsynet: RiskScale = {
  likelihood: plainLikelihood,
  consequence: plainConsequence,
  levels: fourLevels,
  matrix: [
    [0, 0, 1, 2],
    [0, 1, 2, 2],
    [1, 2, 2, 3],
    [2, 3, 3, 3],
  ],
};

import type { LevelMark } from '../../assets/contract.ts';
import { inLanguage, type Language } from '../../kernel/index.ts';
import type { RiskScale } from '../contract.ts';
import type { Status } from '../levels.ts';
import type { FrozenCell } from '../risk-lists.ts';

/** A risk's position with its scale's words. Throws RangeError when the scale has no such step or level. */
export function frozenCellOf(
  scale: RiskScale,
  { consequence, likelihood, level }: Pick<Status, 'consequence' | 'likelihood' | 'level'>,
): FrozenCell {
  const found = {
    consequence: scale.consequence[consequence - 1]?.word,
    likelihood: scale.likelihood[likelihood - 1]?.word,
    level: scale.levels[level],
  };
  if (!found.consequence || !found.likelihood || !found.level) throw new RangeError('not on the scale');
  return {
    consequence,
    likelihood,
    level,
    of: {
      consequence: scale.consequence.length,
      likelihood: scale.likelihood.length,
      levels: scale.levels.length,
    },
    words: { consequence: found.consequence, likelihood: found.likelihood, level: found.level.word },
    tone: found.level.tone,
  };
}

/**
 * Whether two cells are equivalent: the same steps of as many, with the same Danish words for steps and level.
 * Otherwise the risk has moved.
 */
export const isSameCell = (one: FrozenCell | undefined, other: FrozenCell | undefined): boolean =>
  one === undefined || other === undefined ? one === other : meaningOf(one) === meaningOf(other);

const meaningOf = ({ consequence, likelihood, of, words }: FrozenCell): string =>
  JSON.stringify([
    consequence,
    likelihood,
    of.consequence,
    of.likelihood,
    words.consequence.da,
    words.likelihood.da,
    words.level.da,
  ]);

/** Display of the level. */
export const levelMarkOfCell = ({ level, of, words, tone }: FrozenCell, language: Language): LevelMark => ({
  word: inLanguage(words.level, language),
  tone,
  severity: of.levels < 2 ? 0 : level / (of.levels - 1),
});

import { inLanguage, languages, type Language } from '../../kernel/index.ts';
import type { RiskScale, ScaleView } from '../contract.ts';
import { severityOf } from '../levels.ts';

type Views = Record<Language, ScaleView>;
const known = new WeakMap<RiskScale, Views>();

/** A scale in the reader's language, with its legend. Cached per stored scale. */
export function scaleView(scale: RiskScale, language: Language): ScaleView {
  const views = known.get(scale) ?? (Object.fromEntries(languages.map((each) => [each, made(scale, each)])) as Views);
  known.set(scale, views);
  return views[language];
}

function made(scale: RiskScale, language: Language): ScaleView {
  const said = ({ word, description }: RiskScale['likelihood'][number]) => ({
    word: inLanguage(word, language),
    description: inLanguage(description, language),
  });
  return {
    likelihood: scale.likelihood.map(said),
    consequence: scale.consequence.map(said),
    levels: scale.levels.map((level, place) => ({
      ...said(level),
      tone: level.tone,
      severity: severityOf(scale, place),
      acceptedBy: level.acceptedBy,
      cells: cellsOf(scale.matrix, place),
    })),
    matrix: scale.matrix.map((row) => [...row]),
  };
}

const cellsOf = (matrix: RiskScale['matrix'], level: number): [number, number][] =>
  matrix.flatMap((row, consequence) =>
    row.flatMap((cell, likelihood): [number, number][] => (cell === level ? [[consequence + 1, likelihood + 1]] : [])),
  );

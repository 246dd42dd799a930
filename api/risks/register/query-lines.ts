import type { Context } from '../../context.ts';
import { inLanguage, type Actor } from '../../kernel/index.ts';
import { centreRef, personRef } from '../../organisation/index.ts';
import type { RegisterQuery, RiskScale } from '../contract.ts';
import { riskStages } from '../vocabulary.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';
import { textIfThere } from '../../texts/translate.ts';

type FilterName = TextsUnder<'riskDocuments.register.filters'>;

/** Filters and order of a risk list as text: name and value. */
export function queryLines(
  context: Context,
  { language }: Actor,
  scale: RiskScale,
  query: RegisterQuery,
): [string, string][] {
  const t = context.texts(language);
  const { q, centreId, kind, dimension, ownerId, view, treatment, acceptance, level, overdue, cell, sort } = query;
  const centre = centreId === 'mine' ? t('riskDocuments.register.mine') : centreRef(context, centreId)?.title;
  const levelWord = level === undefined ? undefined : scale.levels[level]?.word;
  const said: Partial<Record<FilterName, string | undefined>> = {
    q,
    centre,
    kind: kind && t(`risks.kind.${kind}`),
    owner: ownerId && personRef(context, ownerId).name,
    view: view && t(`risks.view.${view}`),
    dimension: dimension && t(`risks.dimension.${dimension}`),
    treatment: treatment && t(`risks.treatment.${treatment}`),
    acceptance: acceptance && t(`risks.acceptance.${acceptance}`),
    level: levelWord && inLanguage(levelWord, language),
    overdue: overdue ? t('riskDocuments.register.yes') : undefined,
    cell: cell && cellLine(context, language, scale, cell),
    sort: sortLine(context, language, sort, query.descending),
  };
  return Object.entries(said).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[textIfThere(t, `riskDocuments.register.filters.${name}`) ?? name, value]],
  );
}

function cellLine(context: Context, language: Actor['language'], scale: RiskScale, cell: string): string {
  const [stage, consequence, likelihood] = cell.split('.');
  const step = (steps: RiskScale['likelihood'], number: string | undefined) => {
    const found = steps[Number(number) - 1];
    return `${number ?? ''} – ${found ? inLanguage(found.word, language) : ''}`;
  };
  const named = riskStages.find((one) => one === stage);
  return `${named ? context.texts(language)(`risks.stage.${named}`) : ''}: ${step(scale.consequence, consequence)} × ${step(scale.likelihood, likelihood)}`;
}

function sortLine(
  context: Context,
  language: Actor['language'],
  sort: RegisterQuery['sort'],
  descending: boolean,
): string {
  const t = context.texts(language);
  const stage = riskStages.find((one) => one === sort);
  const column = stage ? t(`risks.stage.${stage}`) : t(`riskDocuments.register.columns.${sort}`);
  return t(`riskDocuments.register.${descending ? 'falling' : 'rising'}`, { column });
}

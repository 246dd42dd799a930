import { assetRefOf, findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { AnswerOf } from '../../http/endpoint.ts';
import type { Actor } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { Estimate, RiskScale, risksContract } from '../contract.ts';
import { assessmentsOf } from '../known-risks.ts';
import { statusesOf } from '../levels.ts';
import { maySeeAssessment } from '../permissions.ts';
import type { Assessment } from '../risk-lists.ts';
import { sameScale } from '../scales/scale-rules.ts';
import { dimensions, views, type Dimension, type View } from '../vocabulary.ts';
import { assessmentOf, risksOf, type KnownAssessment } from './assessments.ts';
import { likeAssets } from './copy-sources.ts';
import { isAnswered } from './risk-fields.ts';

type Answer = AnswerOf<(typeof risksContract)['GET /api/risks/assessments/:assessmentKey/suggestions']>;
type Suggestion = Answer['suggestions'][number];
type Answers = NonNullable<Assessment['quick']>['answers'];

/** Similar assets considered, most similar first. */
const mostAlike = 5;

/**
 * Suggested answers for a draft's unanswered threats: from the most similar assets assessed on the same scale, else
 * consequences from the short form. Writes nothing. From memory. Throws AppError: missing, forbidden
 * `risks.mayNotAssess`.
 */
export function suggestionsFor(context: Context, actor: Actor, assessmentKey: string): Answer {
  const known = assessmentOf(context, actor, assessmentKey);
  const { assessment } = known;
  const written = risksOf(context, assessment);
  const alike = sourcesFor(context, actor, known);
  const told = fromQuick(assessment.quick?.answers ?? {}, assessment.scale, assessment.views);
  return {
    suggestions: assessment.threats.flatMap(({ key: threatKey }): Suggestion[] => {
      const risk = written.get(threatKey);
      if (risk && isAnswered(risk)) return [];
      const found = alike.flatMap((source) => suggestedBy(context, source, threatKey))[0];
      if (found) return [found];
      return told ? [{ threatKey, inherent: told, current: { consequence: {} }, from: { kind: 'quick' } }] : [];
    }),
  };
}

/** Assessments in force of the most similar assets, readable for the writer and on an equal scale. */
function sourcesFor(context: Context, actor: Actor, { assessment, asset }: KnownAssessment): Stored<Assessment>[] {
  return likeAssets(context, asset)
    .filter((other) => maySeeAssessment(actor, other))
    .flatMap(({ key }) => assessmentsOf(context, key).finished[0] ?? [])
    .filter(({ form, scale }) => form === 'full' && sameScale(scale, assessment.scale))
    .slice(0, mostAlike);
}

function suggestedBy(context: Context, source: Stored<Assessment>, threatKey: string): Suggestion[] {
  const risk = risksOf(context, source).get(threatKey);
  const asset = findAsset(context, source.assetKey);
  if (!risk || !asset) return [];
  const from = { kind: 'asset' as const, asset: assetRefOf(asset) };
  const { notRelevant, inherent, current } = risk;
  if (notRelevant !== undefined)
    return [{ threatKey, inherent: { consequence: {} }, current: { consequence: {} }, notRelevant, from }];
  return statusesOf(source, risk).current ? [{ threatKey, inherent, current, from }] : [];
}

/** Consequences by answer of the short form: no is the mildest step, yes the second worst. */
const says: Record<Dimension, readonly (keyof Answers)[]> = {
  confidentiality: ['sensitiveData', 'vulnerablePeople'],
  integrity: ['moneyOrRights'],
  availability: ['hardWithout'],
};

/**
 * Consequences suggested by the short form, equal for every threat; undefined without any. Unknown suggests nothing,
 * and likelihood depends on the threat.
 */
export function fromQuick(
  answers: Answers,
  { consequence }: Pick<RiskScale, 'consequence'>,
  assessed: readonly View[],
): Estimate | undefined {
  const severe = Math.max(1, consequence.length - 1);
  const triple = Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const given = says[dimension].map((question) => answers[question]);
      if (given.includes('yes')) return [[dimension, severe]];
      return given.every((answer) => answer === 'no') ? [[dimension, 1]] : [];
    }),
  );
  if (Object.keys(triple).length === 0) return undefined;
  return {
    consequence: Object.fromEntries(views.filter((view) => assessed.includes(view)).map((view) => [view, triple])),
  };
}

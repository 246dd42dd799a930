import { assetOrThrow, assetRefOf, Assets, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { AnswerOf } from '../../http/endpoint.ts';
import type { Actor } from '../../kernel/index.ts';
import { fold, foldedMatch } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { risksContract } from '../contract.ts';
import { assessmentsOf, heldOnOf } from '../known-risks.ts';
import { maySeeAssessment } from '../permissions.ts';
import type { Assessment } from '../risk-lists.ts';
import { requireAssessor, risksOf } from './assessments.ts';
import { isAnswered } from './risk-fields.ts';
import { compareDanish } from '../../texts/format.ts';

type Source = AnswerOf<(typeof risksContract)['GET /api/risks/assessment-sources']>['sources'][number];
/** Most sources to choose from. */
const most = 20;

const overlaps = (one: readonly string[], other: readonly string[]) => one.some((each) => other.includes(each));
/** Similarities of two assets, most significant first. */
const likenesses: Record<string, (one: Asset, other: Asset) => boolean> = {
  supplier: (one, other) => one.supplier !== undefined && one.supplier === other.supplier,
  kind: (one, other) => one.kind === other.kind,
  personalData: (one, other) =>
    overlaps(
      one.personalData.filter((kind) => kind !== 'unknown'),
      other.personalData,
    ),
  dataSubjects: (one, other) => overlaps(one.dataSubjects, other.dataSubjects),
  hosting: (one, other) => one.hosting !== 'unknown' && one.hosting === other.hosting,
  centre: (one, other) => one.centreId !== undefined && one.centreId === other.centreId,
  criticality: (one, other) => one.criticality === other.criticality,
};

/** What two assets have in common: `supplier`, `kind`, `personalData` … */
const similarities = (one: Asset, other: Asset): string[] =>
  Object.entries(likenesses)
    .filter(([, alike]) => alike(one, other))
    .map(([name]) => name);

/** Similar assets, most similar first; ties by name. From memory. */
export const likeAssets = (context: Context, asset: Asset): readonly Stored<Asset>[] =>
  context
    .list(Assets)
    .all()
    .filter(({ key, state }) => key !== asset.key && state !== 'retired')
    .map((other) => ({ other, alike: similarities(asset, other).length }))
    .filter(({ alike }) => alike > 1)
    .sort((one, two) => two.alike - one.alike || compareDanish(one.other.title, two.other.title))
    .map(({ other }) => other);

/**
 * Assessments to copy: all of the asset itself, then those in force of others, most similar first; at most 20. Throws
 * AppError: missing, forbidden `risks.mayNotAssess`.
 */
export function copySources(
  context: Context,
  actor: Actor,
  { assetKey, q }: { assetKey: string; q: string },
): { sources: Source[] } {
  const asset = assetOrThrow(context, assetKey);
  requireAssessor(actor, asset);
  const wanted = fold(q);
  const own = assessmentsOf(context, assetKey).finished.map((assessment) => sourceOf(context, assessment, asset, []));
  const others = context
    .list(Assets)
    .all()
    .filter(({ key, title, ...rest }) => key !== assetKey && maySeeAssessment(actor, rest) && matches(title))
    .flatMap((other) => {
      const [latest] = assessmentsOf(context, other.key).finished;
      const hasRisks = latest && risksOf(context, latest).size > 0;
      return hasRisks ? [sourceOf(context, latest, other, similarities(asset, other))] : [];
    })
    .sort(
      (one, other) => other.similar.length - one.similar.length || compareDanish(one.asset.title, other.asset.title),
    );
  return { sources: [...(matches(asset.title) ? own : []), ...others].slice(0, most) };

  function matches(title: string): boolean {
    return wanted === '' || foldedMatch(fold(title), wanted);
  }
}

function sourceOf(context: Context, assessment: Stored<Assessment>, asset: Asset, similar: string[]): Source {
  const heldOn = heldOnOf(assessment);
  return {
    key: assessment.key,
    asset: assetRefOf(asset),
    similar,
    ...(heldOn === undefined ? {} : { heldOn }),
    risks: [...risksOf(context, assessment).values()].filter(isAnswered).length,
  };
}

import { addDays, localDate, type Instant, type LocalDate } from '../../kernel/index.ts';
import type { Asset } from '../../assets/index.ts';
import { factsOf } from '../assessments/asset-facts.ts';
import { reviewOnOf } from '../known-risks.ts';
import type { AssetFacts } from '../risk-lists.ts';
import type { AssetCase } from './check-world.ts';
import { aboutAssets, type Rule } from './rule.ts';

/** Days before expiry in which an assessment is due. */
export const dueWithinDays = 30;
/** Days after which an untouched draft is reported. */
const draftRestsDays = 60;

/** Important assets. */
export const isImportant = (one: Pick<AssetCase, 'vital'> & { asset: Pick<Asset, 'criticality'> }) =>
  criticalityOf(one) === 'high' || criticalityOf(one) === 'vital';
const criticalityOf = ({ asset, vital }: Pick<AssetCase, 'vital'> & { asset: Pick<Asset, 'criticality'> }) =>
  vital ? 'vital' : asset.criticality;
/** In use, never assessed, and not exempt. */
export const isUnassessed = ({ asset, assessed }: AssetCase) =>
  asset.state === 'inUse' && asset.notNeeded === undefined && assessed === undefined;
/** The asset's review date; none when exempt or never assessed. */
export const reviewOf = (one: AssetCase): LocalDate | undefined =>
  one.assessed && one.asset.notNeeded === undefined ? reviewOnOf(one.assessed.assessment) : undefined;

/** Facts changed since the assessment. */
function changedFields(asset: Asset, facts: AssetFacts): (keyof AssetFacts)[] {
  const now = factsOf(asset);
  const fields = Object.keys(now) as (keyof AssetFacts)[];
  return fields.filter((field) => JSON.stringify(now[field]) !== JSON.stringify(facts[field]));
}

/** Rules about an asset and the time of its assessment. */
export const assetRules: readonly Rule[] = [
  aboutAssets(
    { code: 'importantNeverAssessed', severity: 'error' },
    (one) =>
      isUnassessed(one) && isImportant(one) && { criticality: { word: `risks.criticality.${criticalityOf(one)}` } },
  ),
  aboutAssets({ code: 'neverAssessed', severity: 'warning' }, (one) => isUnassessed(one) && !isImportant(one)),
  aboutAssets({ code: 'assessmentOverdue', severity: 'error' }, (one, { today }) => {
    const review = reviewOf(one);
    return review !== undefined && review < today && { date: { day: review } };
  }),
  aboutAssets({ code: 'assessmentDueSoon', severity: 'info' }, (one, { today }) => {
    const review = reviewOf(one);
    return (
      review !== undefined && review >= today && review <= addDays(today, dueWithinDays) && { date: { day: review } }
    );
  }),
  aboutAssets({ code: 'triggerOverdue', severity: 'error' }, ({ asset, triggers }, { today }) => {
    const late = triggers.find(({ due }) => due < today);
    return (
      asset.notNeeded === undefined &&
      late && { date: { day: late.due }, reason: { word: `risks.trigger.${late.reason}` } }
    );
  }),
  aboutAssets({ code: 'assetChanged', severity: 'warning' }, ({ asset, assessed }) => {
    const facts = assessed?.assessment.facts;
    const [field, ...more] = facts ? changedFields(asset, facts) : [];
    return field && { field: { word: `riskDocuments.checks.fields.${field}` }, count: 1 + more.length };
  }),
  aboutAssets({ code: 'withoutOwner', severity: 'warning' }, ({ asset }) => asset.ownerId === undefined),
  aboutAssets(
    { code: 'ownerHasLeft', severity: 'warning' },
    ({ asset }, { hasLeft }) => asset.ownerId !== undefined && hasLeft(asset.ownerId),
  ),
  aboutAssets({ code: 'withoutCentre', severity: 'warning' }, ({ asset }) => asset.centreId === undefined),
  aboutAssets({ code: 'dependsOnRetired', severity: 'warning' }, ({ asset }, { assetOf }) => {
    const retired = asset.dependsOn.map(assetOf).find((needed) => needed?.state === 'retired');
    return retired && { other: retired.title };
  }),
  aboutAssets(
    { code: 'importantNotNeeded', severity: 'info' },
    (one) =>
      one.asset.notNeeded !== undefined &&
      one.asset.state === 'inUse' &&
      isImportant(one) && { criticality: { word: `risks.criticality.${criticalityOf(one)}` } },
  ),
  aboutAssets(
    { code: 'draftRests', severity: 'info' },
    ({ draftTouched }, { today }) => {
      const touched = draftTouched === undefined ? undefined : localDate(draftTouched as Instant);
      return touched !== undefined && touched < addDays(today, -draftRestsDays) && { date: { day: touched } };
    },
    ({ draft }) => (draft ? { page: 'assessment', key: draft.key } : { page: 'asset' }),
  ),
];

import { addDays, localDate, type LocalDate } from '../../kernel/index.ts';
import type { Asset } from '../../assets/index.ts';
import { reviewOnOf } from '../known-risks.ts';
import type { AssetFacts } from '../risk-lists.ts';
import type { AssetCase } from './check-world.ts';
import { aboutAssets, type Rule } from './rule.ts';

/** Days before the end in which an assessment is said to be due. */
export const dueWithinDays = 30;
/** Days after which a draft that nobody touches is asked about. */
const draftRestsDays = 60;

/** Much stops without it. */
export const isImportant = ({ criticality }: Pick<Asset, 'criticality'>) =>
  criticality === 'high' || criticality === 'vital';
/** In use, and nobody has decided that it needs no assessment. */
const needsOne = ({ asset }: AssetCase) => asset.state === 'inUse' && asset.notNeeded === undefined;
/** Should be assessed and never was. */
export const isUnassessed = (one: AssetCase) => needsOne(one) && one.assessed === undefined;
/** The day an asset must be assessed again; none when it needs no assessment or has none. */
export const reviewOf = (one: AssetCase): LocalDate | undefined =>
  needsOne(one) && one.assessed ? reviewOnOf(one.assessed.assessment) : undefined;

const changeable = ['supplier', 'hosting', 'personalData', 'dependsOn'] as const;
/** What is not as it was when the asset was assessed. */
function changedFields(asset: Asset, facts: AssetFacts): (typeof changeable)[number][] {
  const same = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((value) => other.includes(value));
  const isSame: Record<(typeof changeable)[number], boolean> = {
    supplier: (asset.supplier ?? '') === facts.supplier,
    hosting: asset.hosting === facts.hosting,
    personalData: same(asset.personalData, facts.personalData),
    dependsOn: same(asset.dependsOn, facts.dependsOn),
  };
  return changeable.filter((field) => !isSame[field]);
}

/** What can be wrong about an asset and about when it is assessed. */
export const assetRules: readonly Rule[] = [
  aboutAssets({ code: 'importantNeverAssessed', severity: 'error' }, (one) => {
    const { asset } = one;
    return isUnassessed(one) && isImportant(asset) && { criticality: `@risks.criticality.${asset.criticality}` };
  }),
  aboutAssets({ code: 'neverAssessed', severity: 'warning' }, (one) => isUnassessed(one) && !isImportant(one.asset)),
  aboutAssets({ code: 'assessmentOverdue', severity: 'error' }, (one, { today }) => {
    const review = reviewOf(one);
    return review !== undefined && review < today && { date: review };
  }),
  aboutAssets({ code: 'assessmentDueSoon', severity: 'info' }, (one, { today }) => {
    const review = reviewOf(one);
    return review !== undefined && review >= today && review <= addDays(today, dueWithinDays) && { date: review };
  }),
  aboutAssets({ code: 'triggerOverdue', severity: 'error' }, ({ asset, assessed, triggers }, { today }) => {
    const finishedAt = assessed?.assessment.finishedAt ?? '';
    const late = triggers.find(({ due, raisedAt }) => due < today && raisedAt > finishedAt);
    return asset.state !== 'planned' && late && { date: late.due, reason: `@risks.trigger.${late.reason}` };
  }),
  aboutAssets({ code: 'assetChanged', severity: 'warning' }, ({ asset, assessed }) => {
    const facts = assessed?.assessment.facts;
    const [field, ...more] = facts ? changedFields(asset, facts) : [];
    return field && { field: `@riskDocuments.checks.fields.${field}`, count: 1 + more.length };
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
    ({ asset }) =>
      asset.notNeeded !== undefined &&
      asset.state === 'inUse' &&
      isImportant(asset) && { criticality: `@risks.criticality.${asset.criticality}` },
  ),
  aboutAssets(
    { code: 'draftRests', severity: 'info' },
    ({ draft }, { today }) => {
      const touched = draft && localDate(draft.changedAt);
      return touched !== undefined && touched < addDays(today, -draftRestsDays) && { date: touched };
    },
    ({ draft }) => (draft ? { page: 'assessment', key: draft.key } : { page: 'asset' }),
  ),
];

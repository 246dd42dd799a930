import { Assets, findAsset, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { listsOfVitality, vitalAssets, vitalSince } from '../../critical-services/index.ts';
import { documentReviews, type ReviewTerm } from '../../documents/index.ts';
import {
  addDays,
  countsFrom,
  stableKey,
  type CentreId,
  type LocalDate,
  type Responsible,
  type SharedWork,
} from '../../kernel/index.ts';
import type { SharedSource } from '../../obligations/index.ts';
import { Centres, centres, findPerson, isEmployed, People } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { ContingencyPlan, PlanVersionNow } from './plan-lists.ts';
import { coverageStateOf, restoreStateOf, type Covered } from './coverage.ts';
import { knownPartsOf } from './plan-people.ts';
import { beginPlanPath, planPath, plans } from './plans.ts';
import { isAssetInUse } from './lacks.ts';

/** Days to replace a person who has left. */
const replaceWithin = 14;
/** Days to the plan of a system after it becomes vital. */
const writeWithin = 60;

/** The centre's ISK owns its procedures, the system's owner its restore plan, the team the rest. */
function keeperOf(
  context: Context,
  { kind, centreId, assetKey }: Pick<ContingencyPlan, 'kind' | 'centreId' | 'assetKey'>,
): Responsible {
  const ownerId = kind === 'restorePlan' ? findAsset(context, assetKey)?.ownerId : undefined;
  return {
    ...(ownerId === undefined ? {} : { personId: ownerId }),
    ...(centreId === undefined ? { role: 'securityTeam' } : { role: 'coordinator', centreId }),
  };
}

/** A version in force is due for review soon after a person named in it leaves. */
const termsOf = (context: Context, { version, validFrom }: PlanVersionNow, today: LocalDate): ReviewTerm[] =>
  knownPartsOf(version).flatMap(({ personId }) => {
    const person = findPerson(context, personId);
    if (person && isEmployed(person, today)) return [];
    // Named after leaving, or unknown: since the plan's first day.
    const begun = validFrom ?? today;
    const since = person?.leftOn !== undefined && person.leftOn > begun ? person.leftOn : begun;
    return [{ since, due: addDays(since, replaceWithin), occasion: personId }];
  });

/** Plans in force of assets in use that are due for review (R5). */
export const reviewPlanSource = documentReviews(plans, {
  kind: 'reviewPlan',
  key: (versionKey, occasion) => stableKey('reviewPlan', versionKey, occasion),
  responsible: keeperOf,
  isOwed: isAssetInUse,
  terms: termsOf,
  lists: [Assets, People],
});

/** Nothing that could become a plan is submitted. */
const isUnwritten = ({ state }: Covered): boolean => state === 'missing' || state === 'draft';

function unwrittenOf(context: Context, asset: Stored<Asset>): SharedWork[] {
  const known = vitalSince(context, asset.key);
  if (asset.state !== 'inUse' || known === undefined) return [];
  const from = countsFrom(asset);
  const since = known > from ? known : from;
  const { key, title } = asset;
  const work = (kind: ContingencyPlan['kind'], centreId: CentreId | undefined, covered: Covered): SharedWork[] =>
    isUnwritten(covered)
      ? [
          {
            key: stableKey('writePlan', kind, key, centreId ?? 'all'),
            kind: kind === 'restorePlan' ? 'writeRestorePlan' : 'writePlan',
            state: 'open',
            subject: { key, title },
            since,
            due: addDays(since, writeWithin),
            path: covered.now ? planPath(covered.now.plan.key) : beginPlanPath(kind, key, centreId),
            ...(centreId === undefined ? {} : { centreId }),
            responsible: keeperOf(context, { kind, assetKey: key, ...(centreId === undefined ? {} : { centreId }) }),
          },
        ]
      : [];
  return [
    ...centres(context).flatMap(({ key: id }) =>
      work('emergencyProcedure', id as CentreId, coverageStateOf(context, key, id as CentreId)),
    ),
    ...work('restorePlan', undefined, restoreStateOf(context, key)),
  ];
}

/**
 * Vital systems in use without an emergency procedure in a centre that works with them, or without a restore plan (R4,
 * R5): kinds of their own, since one person may owe both for a system. Done when a plan is submitted.
 */
export const writePlanSource: SharedSource = {
  kinds: ['writePlan', 'writeRestorePlan'],
  lists: [...plans.lists, Assets, Centres, ...listsOfVitality],
  work: (context) => vitalAssets(context).flatMap((asset) => unwrittenOf(context, asset)),
};

import { Assets, findAsset, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { listsOfVitality, vitalAssets, vitalSince } from '../../critical-services/index.ts';
import { documentReviews, type ReviewTerm } from '../../documents/index.ts';
import {
  addDays,
  localDate,
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

/** Days to find another for somebody who has left. */
const replaceWithin = 14;
/** Days from when a system is known to be vital to its plan. */
const writeWithin = 60;

/** The centre's ISK keeps its procedures, the system's owner its restore plan, the team the rest. */
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

/** Soon after somebody named in a version in force has left, it is to be looked at again. */
const termsOf = (context: Context, { version, validFrom }: PlanVersionNow, today: LocalDate): ReviewTerm[] =>
  knownPartsOf(version).flatMap(({ personId }) => {
    const person = findPerson(context, personId);
    if (person && isEmployed(person, today)) return [];
    // Named after having left, or not known: the plan is as old as the fault.
    const begun = validFrom ?? today;
    const since = person?.leftOn !== undefined && person.leftOn > begun ? person.leftOn : begun;
    return [{ since, due: addDays(since, replaceWithin), occasion: personId }];
  });

/** Plans in force of what is in use that must be looked at again (R5). */
export const reviewPlanSource = documentReviews(plans, {
  kind: 'reviewPlan',
  key: (versionKey, occasion) => stableKey('reviewPlan', versionKey, occasion),
  responsible: keeperOf,
  isOwed: isAssetInUse,
  terms: termsOf,
  lists: [Assets, People],
});

/** Nobody has sent anything that could become a plan. */
const isUnwritten = ({ state }: Covered): boolean => state === 'missing' || state === 'draft';

function unwrittenOf(context: Context, asset: Stored<Asset>): SharedWork[] {
  const known = vitalSince(context, asset.key);
  if (asset.state !== 'inUse' || known === undefined) return [];
  const changedOn = localDate(new Date(asset.changedAt));
  const since = known > changedOn ? known : changedOn;
  const { key, title } = asset;
  const work = (kind: ContingencyPlan['kind'], centreId: CentreId | undefined, covered: Covered): SharedWork[] =>
    isUnwritten(covered)
      ? [
          {
            key: stableKey('writePlan', kind, key, centreId ?? 'all'),
            kind: 'writePlan',
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
 * Vital systems in use without a plan in a centre that works with them, or without a way to bring them back (R4, R5). It
 * is done when a plan is sent for approval.
 */
export const writePlanSource: SharedSource = {
  kinds: ['writePlan'],
  lists: [...plans.lists, Assets, Centres, ...listsOfVitality],
  work: (context) => vitalAssets(context).flatMap((asset) => unwrittenOf(context, asset)),
};

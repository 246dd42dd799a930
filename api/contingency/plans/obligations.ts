import { ApprovalRequests } from '../../approvals/index.ts';
import { Assets, findAsset, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { listsOfVitality, vitalAssets, vitalSince } from '../../critical-services/index.ts';
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
import { ContingencyPlans, ContingencyPlanVersions, type ContingencyPlan } from './plan-lists.ts';
import { coverageStateOf, restoreStateOf, type Covered } from './coverage.ts';
import { knownPartsOf } from './plan-people.ts';
import { allPlans, beginPlanPath, planPath, type PlanNow, type PlanVersionNow } from './plans.ts';
import { isAssetInUse } from './submit-plan.ts';

/** Days before the review is due from which somebody owes it. */
const reviewLead = 30;
/** Days to find another for somebody who has left. */
const replaceWithin = 14;
/** Days from when a system is known to be vital to its plan. */
const writeWithin = 60;

interface Term {
  since: LocalDate;
  due: LocalDate;
  /** Why, so that each reason is an obligation of its own. */
  occasion: string;
}

/** The centre's ISK keeps its procedures, the system's owner its restore plan, the team the rest. */
function keeperOf(
  context: Context,
  { kind, centreId, assetKey }: Pick<ContingencyPlan, 'kind' | 'centreId' | 'assetKey'>,
) {
  const ownerId = kind === 'restorePlan' ? findAsset(context, assetKey)?.ownerId : undefined;
  const responsible: Responsible = {
    ...(ownerId === undefined ? {} : { personId: ownerId }),
    ...(centreId === undefined ? { role: 'securityTeam' } : { role: 'coordinator', centreId }),
  };
  return { responsible, ...(centreId === undefined ? {} : { centreId }) };
}

/** When a version in force is to be looked at again: its review, and soon after somebody named in it has left. */
function termsOf(context: Context, { version, validFrom, reviewOn }: PlanVersionNow, today: LocalDate): Term[] {
  const review =
    reviewOn === undefined ? [] : [{ since: addDays(reviewOn, -reviewLead), due: reviewOn, occasion: reviewOn }];
  const left = knownPartsOf(version).flatMap(({ personId }): Term[] => {
    const person = findPerson(context, personId);
    if (person && isEmployed(person, today)) return [];
    // Named after having left, or not known: the plan is as old as the fault.
    const begun = validFrom ?? today;
    const since = person?.leftOn !== undefined && person.leftOn > begun ? person.leftOn : begun;
    return [{ since, due: addDays(since, replaceWithin), occasion: personId }];
  });
  return [...review, ...left].filter(({ since }) => since <= today);
}

function reviewOf(context: Context, { plan, current }: PlanNow, today: LocalDate): SharedWork[] {
  if (!current || !isAssetInUse(context, plan)) return [];
  const [first] = termsOf(context, current, today).sort((one, other) => one.due.localeCompare(other.due));
  if (!first) return [];
  const { version } = current;
  const { since, due, occasion } = first;
  return [
    {
      key: stableKey('reviewPlan', version.key, occasion),
      kind: 'reviewPlan',
      state: 'open',
      subject: { key: version.key, title: version.title },
      due,
      since,
      path: planPath(plan.key),
      ...keeperOf(context, plan),
    },
  ];
}

/**
 * Plans in force that must be looked at again (R5). It is done when the plan is renewed or retired, or its next version
 * is in force.
 */
export const reviewPlanSource: SharedSource = {
  kinds: ['reviewPlan'],
  lists: [ContingencyPlans, ContingencyPlanVersions, ApprovalRequests, Assets, People],
  work: (context, today) => [...allPlans(context).values()].flatMap((now) => reviewOf(context, now, today)),
};

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
            ...keeperOf(context, { kind, assetKey: key, ...(centreId === undefined ? {} : { centreId }) }),
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
  lists: [ContingencyPlans, ContingencyPlanVersions, ApprovalRequests, Assets, Centres, ...listsOfVitality],
  work: (context) => vitalAssets(context).flatMap((asset) => unwrittenOf(context, asset)),
};

import { receiptsOf } from '../../acknowledgements/index.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import { isVital } from '../../critical-services/index.ts';
import { centreRef, hasLeft } from '../../organisation/index.ts';
import type { PlanRow } from '../contract.ts';
import { visibleTesting } from '../exercises/test-permissions.ts';
import { asReviewed } from '../plans/lacks.ts';
import { testingOf } from '../exercises/tests.ts';
import { knownPartsOf } from '../plans/plan-people.ts';
import { centreRefs, planAssetRef } from '../plans/plan-refs.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plan-lists.ts';
import { reviewDay, shownVersion } from '../../documents/index.ts';

/**
 * A plan as a row: the version in force, or another in its place. `withComing` includes the version in approval, for
 * its writers and approvers; `actor`: with test data visible to the actor. From memory.
 */
export function planRowOf(
  context: Context,
  now: PlanNow,
  {
    shown = shownVersion(now),
    withComing = true,
    actor,
  }: { shown?: PlanVersionNow | undefined; withComing?: boolean; actor?: Actor } = {},
): PlanRow | undefined {
  if (!shown) return undefined;
  const { plan, coming } = now;
  const { version, state, validFrom, ...dates } = asReviewed(context, plan, shown);
  const reviewOn = reviewDay({ state, ...dates });
  const centre = centreRef(context, plan.centreId);
  const onItsWay = withComing && coming && coming !== shown ? comingState(coming) : undefined;
  return {
    key: plan.key,
    versionKey: version.key,
    kind: plan.kind,
    title: version.title,
    number: version.number,
    state,
    asset: planAssetRef(context, plan),
    vital: isVital(context, plan.assetKey),
    ...(centre ? { centre } : {}),
    centres: centreRefs(context, version.centreIds),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    ...(onItsWay === undefined ? {} : { coming: onItsWay }),
    testing: actor ? visibleTesting(context, actor, now) : testingOf(context, now),
    left: knownPartsOf(version).filter(({ personId }) => hasLeft(context, personId)).length,
    confirmed: confirmedOf(context, now.current),
  };
}

function comingState({ state }: PlanVersionNow): PlanRow['coming'] {
  switch (state) {
    case 'draft':
    case 'waiting':
    case 'returned':
    case 'rejected':
      return state;
    case 'valid':
    case 'expired':
    case 'superseded':
    case 'retired':
      return undefined;
  }
}

/** People named in the version in force with a receipt of their part, of those not left. */
function confirmedOf(context: Context, current: PlanVersionNow | undefined): PlanRow['confirmed'] {
  if (!current) return { done: 0, of: 0 };
  const { positive } = receiptsOf(context, current.version.key);
  const here = knownPartsOf(current.version).filter(({ personId }) => !hasLeft(context, personId));
  return { done: here.filter(({ personId }) => positive.has(personId)).length, of: here.length };
}

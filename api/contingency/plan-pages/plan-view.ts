import { isOpenToChange, wayView, type Stage, type StagePlan } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { consolidation, isVital } from '../../critical-services/index.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { centreRef, findPerson, hasLeft, personRef } from '../../organisation/index.ts';
import type { PlanView } from '../contract.ts';
import type { ContingencyPlan } from '../plans/plan-lists.ts';
import { confirmBy, partReceipt } from '../pocket/parts.ts';
import { visibleTesting } from '../exercises/test-permissions.ts';
import { isAssetInUse, planLacksNow, type Lack } from '../plans/lacks.ts';
import { isToldPhones, readsComing, readsEveryVersion, writesPlan } from '../plans/plan-access.ts';
import { planDifference } from '../plans/plan-content.ts';
import { knownPartsOf } from '../plans/plan-people.ts';
import { centreRefs, planAssetRef } from '../plans/plan-refs.ts';
import { planWay, senderOf } from '../plans/plan-way.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plan-lists.ts';
import { retirementView, shownVersion, versionRows, writerAbilities } from '../../documents/index.ts';
import { plans } from '../plans/plans.ts';
import { plansFreshness } from './plans-freshness.ts';
import { versionViewOf } from './version-view.ts';

/** One plan as visible to the actor, with abilities. Throws AppError `missing`. */
export function planView(context: Context, actor: Actor, planKey: string): PlanView {
  const now = plans.readable(context, actor, planKey);
  const { plan, current } = now;
  const everything = readsEveryVersion(context, actor, plan);
  const withComing = readsComing(context, actor, now);
  const coming = withComing ? now.coming : undefined;
  const phones = isToldPhones(context, actor, now);
  const seen = { withApproval: withComing, keeps: writesPlan(context, actor, plan), phones };
  const centre = centreRef(context, plan.centreId);
  // For a retired one the last version replaces the one in force.
  const shown = current ?? (everything && !coming ? shownVersion(now) : undefined);
  const lacks = lacksNow(context, actor, now);
  return {
    key: plan.key,
    kind: plan.kind,
    asset: planAssetRef(context, plan),
    vital: isVital(context, plan.assetKey),
    ...(centre ? { centre } : {}),
    centres: centreRefs(context, (shown ?? coming)?.version.centreIds ?? []),
    figures: figuresOf(context, plan),
    ...retirementView(context, plan),
    ...(shown ? { current: versionViewOf(context, plan, shown, seen) } : {}),
    ...(coming ? { coming: versionViewOf(context, plan, coming, seen) } : {}),
    ...(coming && current
      ? { difference: planDifference(context, plan, { from: current.version, to: coming.version }, actor.language) }
      : {}),
    versions: versionRows(everything ? now.versions : []),
    parts: current ? partsShown(context, current) : [],
    ...mine(context, actor, current),
    testing: visibleTesting(context, actor, now),
    lacks,
    ...wayAhead(context, actor, now),
    abilities: abilitiesOf(context, actor, now, lacks),
    freshness: plansFreshness(context),
  };
}

function figuresOf(context: Context, { assetKey }: ContingencyPlan): PlanView['figures'] {
  const { mtd, rto, rpo } = consolidation(context).get(assetKey) ?? {};
  return {
    ...(mtd ? { mtd: mtd.hours } : {}),
    ...(rto ? { rto: rto.hours } : {}),
    ...(rpo ? { rpo: rpo.hours } : {}),
  };
}

const partsShown = (context: Context, { version }: PlanVersionNow): PlanView['parts'] =>
  knownPartsOf(version).map(({ personId, roles, steps }) => {
    const confirmedAt = partReceipt(context, version.key, personId)?.at;
    return {
      person: personRef(context, personId),
      roles: [...roles],
      steps: [...steps],
      left: hasLeft(context, personId),
      ...(confirmedAt === undefined ? {} : { confirmedAt }),
    };
  });

const isNamed = (actor: Actor, { version }: PlanVersionNow): boolean =>
  knownPartsOf(version).some(({ personId }) => personId === actor.personId);

/** The actor's receipt, and its deadline. */
function mine(context: Context, actor: Actor, current: PlanVersionNow | undefined): Pick<PlanView, 'mine'> {
  if (!current || !isNamed(actor, current)) return {};
  const today = todayOf(context.clock);
  const confirmedAt = partReceipt(context, current.version.key, actor.personId)?.at;
  const due = confirmBy(current.validFrom ?? today, findPerson(context, actor.personId) ?? {}, today);
  return { mine: { due, ...(confirmedAt === undefined ? {} : { confirmedAt }) } };
}

/** What blocks submitting the draft, for its writers. */
function lacksNow(context: Context, actor: Actor, { plan, coming }: PlanNow): Lack[] {
  if (!coming || !isOpenToChange(coming.state) || !writesPlan(context, actor, plan)) return [];
  return planLacksNow(context, plan, coming.version);
}

const asPlanned = ({ body, personId, centreId, rule, quorum, days }: Stage): StagePlan => ({
  body,
  rule,
  days,
  ...(personId === undefined ? {} : { personId }),
  ...(centreId === undefined ? {} : { centreId }),
  ...(quorum === undefined ? {} : { quorum }),
});

/** The approvers, for those who may submit. */
function wayAhead(context: Context, actor: Actor, { plan, coming }: PlanNow): Pick<PlanView, 'way'> {
  if (!coming || coming.state === 'rejected' || !writesPlan(context, actor, plan)) return {};
  const [latest] = coming.requests;
  if (coming.state === 'waiting' && latest)
    return { way: wayView(context, latest.stages.map(asPlanned), latest.submittedBy) };
  const stages = planWay(plan, isVital(context, plan.assetKey), senderOf(actor, plan));
  return { way: wayView(context, stages, actor.personId) };
}

function abilitiesOf(context: Context, actor: Actor, now: PlanNow, lacks: readonly Lack[]): PlanView['abilities'] {
  const { plan, current } = now;
  const writes = writesPlan(context, actor, plan) && plan.retiredAt === undefined;
  const anybodyLeft =
    current !== undefined && knownPartsOf(current.version).some((one) => hasLeft(context, one.personId));
  const abilities = writerAbilities(now, { writes, isComplete: () => lacks.length === 0 });
  return {
    ...abilities,
    renew: abilities.renew && !anybodyLeft && isAssetInUse(context, plan),
    confirm:
      current !== undefined &&
      isNamed(actor, current) &&
      partReceipt(context, current.version.key, actor.personId) === undefined,
    test: writes && current !== undefined,
    print: isToldPhones(context, actor, now),
  };
}

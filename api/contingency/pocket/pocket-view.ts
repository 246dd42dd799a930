import { assetRefOf, Assets, findAsset } from '../../assets/index.ts';
import { ApprovalRequests } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { consolidation, CriticalServices, isVital } from '../../critical-services/index.ts';
import { derivation } from '../../derivation.ts';
import { centresOf, nowOf, todayOf, type Actor, type CentreId } from '../../kernel/index.ts';
import {
  centreRef,
  coordinatorsOf,
  findPerson,
  freshnessOf,
  managersOf,
  personRef,
  type Person,
} from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { PocketPlan, PocketView } from '../contract.ts';
import { ContingencyPlans, ContingencyPlanVersions } from '../plans/plan-lists.ts';
import { phoneOfPerson } from '../plans/phones.ts';
import { planForCentre, plansByAsset } from '../plans/plans.ts';
import type { PlanNow } from '../plans/plan-lists.ts';
import { shownContentOf } from './shown-content.ts';
import { Downtimes, type Downtime } from '../exercises/test-lists.ts';
import { centresUsing } from '../users.ts';
import { confirmBy, partReceipt, partsOfPerson, type NamedPart } from './parts.ts';
import { compareDanish } from '../../texts/format.ts';

/** A plan for all users of a system also concerns a centre when no users are registered. */
function concerns(context: Context, { current, plan }: PlanNow, centreId: CentreId): boolean {
  if (!current) return false;
  if (current.version.centreIds.length > 0) return true;
  const users = centresUsing(context)(plan.assetKey);
  return users.size === 0 || users.has(centreId);
}

/** The emergency procedures in force for a centre, one a system. From memory. */
export const plansOfCentre = derivation(
  [ContingencyPlans, ContingencyPlanVersions, ApprovalRequests, Assets, CriticalServices],
  (context): ((centreId: CentreId) => readonly PlanNow[]) => {
    const known = new Map<CentreId, readonly PlanNow[]>();
    return (centreId) => {
      const found =
        known.get(centreId) ??
        [...plansByAsset(context).keys()].flatMap((assetKey) => {
          const plan = planForCentre(context, assetKey, centreId);
          return plan && concerns(context, plan, centreId) ? [plan] : [];
        });
      known.set(centreId, found);
      return found;
    };
  },
  (context) => todayOf(context.clock),
);

/** The centres whose plans a person carries: the own one, and those they lead or coordinate. */
const ownCentresOf = (actor: Actor): CentreId[] => [
  ...new Set([
    ...(actor.centreId === undefined ? [] : [actor.centreId]),
    ...centresOf(actor, 'centreManager', 'coordinator'),
  ]),
];

/** Systems down, with their start: longest first. From memory. */
export const downNow = derivation([Downtimes], (context): ReadonlyMap<string, Stored<Downtime>> => {
  const running = context
    .list(Downtimes)
    .all()
    .filter(({ state }) => state === 'running')
    .sort((one, other) => other.startedAt.localeCompare(one.startedAt));
  return new Map(running.map((downtime) => [downtime.assetKey, downtime]));
});

function partView(context: Context, { version, part, validFrom }: NamedPart): NonNullable<PocketPlan['mine']> {
  const person = findPerson(context, part.personId);
  const receipt = partReceipt(context, version.version.key, part.personId);
  return {
    roles: part.roles,
    steps: part.steps,
    due: confirmBy(validFrom, person ?? {}, todayOf(context.clock)),
    ...(receipt ? { confirmedAt: receipt.at } : {}),
  };
}

function planOf(context: Context, actor: Actor, { plan, current }: PlanNow): PocketPlan[] {
  if (!current) return [];
  const { version, validFrom, state } = current;
  const asset = findAsset(context, plan.assetKey);
  const mtd = consolidation(context).get(plan.assetKey)?.mtd?.hours;
  const mine = partsOfPerson(context, actor.personId).find(({ now }) => now.plan.key === plan.key);
  const down = downNow(context).get(plan.assetKey);
  return [
    {
      key: plan.key,
      versionKey: version.key,
      kind: plan.kind,
      title: version.title,
      number: version.number,
      asset: asset ? assetRefOf(asset) : { key: plan.assetKey, title: version.title, kind: 'system' },
      vital: isVital(context, plan.assetKey),
      ...(mtd === undefined ? {} : { mtd }),
      ...(validFrom === undefined ? {} : { validFrom }),
      expired: state === 'expired',
      content: shownContentOf(context, version.content),
      forms: version.forms.map(({ title }) => title),
      ...(mine ? { mine: partView(context, mine) } : {}),
      ...(down ? { down: { key: down.key, since: down.startedAt } } : {}),
    },
  ];
}

/** Systems down first, then by shortest downtime, then by name. */
const inOrder = (one: PocketPlan, other: PocketPlan): number =>
  Number(other.down !== undefined) - Number(one.down !== undefined) ||
  (one.mtd ?? Infinity) - (other.mtd ?? Infinity) ||
  compareDanish(one.asset.title, other.asset.title) ||
  compareDanish(one.title, other.title);

/** With the number from the centre's pack too. */
const calledOf = (
  context: Context,
  people: readonly Person[],
  centreId: CentreId | undefined,
): PocketView['call']['managers'] => {
  const plans = centreId === undefined ? [] : plansOfCentre(context)(centreId);
  const contacts = plans.flatMap(({ current }) => current?.version.content.contacts ?? []);
  return people.map(({ key, mail }) => {
    const phone = phoneOfPerson(context, key, contacts);
    return {
      ...personRef(context, key),
      ...(phone === undefined ? {} : { phone }),
      ...(mail === undefined ? {} : { mail }),
    };
  });
};

/** The plans a person carries: in force for their centres, or naming them. From memory (R5). */
export function pocketOf(context: Context, actor: Actor): PocketView {
  const plans = new Map<string, PlanNow>();
  for (const centreId of ownCentresOf(actor))
    for (const now of plansOfCentre(context)(centreId)) plans.set(now.plan.key, now);
  for (const { now } of partsOfPerson(context, actor.personId)) plans.set(now.plan.key, now);
  const centre = centreRef(context, actor.centreId);
  return {
    personId: actor.personId,
    organisation: context.organisation.name,
    ...(centre ? { centre } : {}),
    call: {
      coordinators: calledOf(context, coordinatorsOf(context, actor.centreId), actor.centreId),
      managers: calledOf(context, managersOf(context, actor.centreId), actor.centreId),
    },
    plans: [...plans.values()].flatMap((now) => planOf(context, actor, now)).sort(inOrder),
    asOf: nowOf(context.clock),
    freshness: freshnessOf(context, ContingencyPlanVersions),
  };
}

import { z } from 'zod';
import type { World } from '../../teams-app/emulator/world.ts';
import { addDays, addMonths, latest } from './raw-dates.ts';
import {
  countsFrom,
  byKey,
  dayIn,
  dayOf,
  jsonIn,
  momentIn,
  owed,
  placesInUse,
  rawItems,
  text,
  type Fields,
  type Work,
} from './raw-items.ts';
import { namedIn, papersInForce, papersKept, type InForce, type Paper } from './raw-papers.ts';
import { reached, servicesGiven, vitalSince } from './raw-vital.ts';

/** Due at its review, or 14 days after a person named in it left: whichever is first. */
export function planReviews(world: World, today: string): Work[] {
  const [assets, people] = [byKey(world, 'Assets'), byKey(world, 'People')];
  return papersInForce(world, 'contingencyPlan').flatMap(({ paper, version, from, renewed }) => {
    const asset = assets.get(text(paper, 'AssetKey'));
    if (!asset || text(asset, 'State') === 'retired') return [];
    const gone = namedIn(version).flatMap((personId) => {
      const person = people.get(personId);
      const left = person ? dayIn(person, 'LeftOn') : '';
      return isEmployed(person, today) ? [] : [addDays(latest(left, from), 14)];
    });
    const [due = ''] = [...gone, addMonths(renewed, Number(version['ReviewMonths']))].toSorted();
    return [owed(version, paper, due)];
  });
}

const isEmployed = (person: Fields | undefined, today: string): boolean => {
  const left = person ? dayIn(person, 'LeftOn') : '';
  return person !== undefined && dayIn(person, 'HiredOn') <= today && (left === '' || left > today);
};
/** Whether a person named in a plan has left. */
export function namesSomebodyGone(world: World, { version }: InForce, today: string): boolean {
  const people = byKey(world, 'People');
  return namedIn(version).some((personId) => !isEmployed(people.get(personId), today));
}

/** Within six months, then by its interval; 90 days after a failed test or a downtime over the limit. */
export function planTests(world: World): (Work & { planKey: string })[] {
  const held = rawItems(world, 'ContingencyTests').filter((test) => text(test, 'State') === 'closed');
  const broken = rawItems(world, 'Downtimes').filter(
    (downtime) => text(downtime, 'State') === 'closed' && downtime['Kept'] === false,
  );
  const whenOf = (test: Fields): string => text(test, 'StartedAt') || text(test, 'PlannedAt');
  const testOf = ({ paper, version, since }: InForce): string => {
    const months = Number(version['TestMonths']);
    const [last] = held
      .filter((test) => text(test, 'PlanKey') === text(paper, 'Key'))
      .toSorted((one, other) => whenOf(other).localeCompare(whenOf(one)));
    const lastOn = last ? dayOf(whenOf(last)) : '';
    const centres = jsonIn(version, 'CentreIds', z.array(z.string()));
    const brokenOn = latest(
      ...broken
        .filter((downtime) => text(downtime, 'AssetKey') === text(paper, 'AssetKey'))
        .filter((downtime) => {
          const hit = jsonIn(downtime, 'CentreIds', z.array(z.string()));
          return centres.length === 0 || hit.some((id) => centres.includes(id));
        })
        .map((downtime) => momentIn(downtime, 'EndedAt')),
    );
    const days = [
      lastOn === '' ? addMonths(since, Math.min(months, 6)) : addMonths(lastOn, months),
      ...(last?.['Passed'] === false ? [addDays(lastOn, 90)] : []),
      ...(brokenOn > lastOn ? [addDays(brokenOn, 90)] : []),
    ];
    return days.toSorted()[0] ?? '';
  };
  return papersInForce(world, 'contingencyPlan').map((plan) => ({
    ...owed(plan.version, plan.paper, testOf(plan)),
    planKey: text(plan.paper, 'Key'),
  }));
}

/** Of the centres, `''` for a restore plan: what a system in use lacks 60 days after it becomes vital. */
function plansLacking(world: World): Work[] {
  const plans = Map.groupBy(papersKept(world, 'contingencyPlan'), ({ paper }) => text(paper, 'AssetKey'));
  const uses = centresUsing(world);
  const assets = byKey(world, 'Assets');
  return [...vitalSince(world)].flatMap(([key, known]) => {
    const asset = assets.get(key);
    if (!asset || text(asset, 'State') !== 'inUse') return [];
    const due = addDays(latest(known, countsFrom(asset)), 60);
    const own = plans.get(key) ?? [];
    const places = uses(asset).filter((id) => !isWritten(planOf(own, id)));
    const isSystem = text(asset, 'Kind') === 'system';
    const restore = own.filter(({ paper }) => text(paper, 'Kind') === 'restorePlan');
    const first = restore.find(({ current }) => current) ?? restore[0];
    const lacking = (isSystem || first) && !isWritten(first) ? [...places, ''] : places;
    return lacking.map((centreId) => ({ title: text(asset, 'Title'), centreId, due }));
  });
}
/** Within 60 days: a plan in each centre that works with the system. */
export const proceduresToWrite = (world: World): Work[] =>
  plansLacking(world).filter(({ centreId }) => centreId !== '');
export const restorePlansToWrite = (world: World): Work[] =>
  plansLacking(world).filter(({ centreId }) => centreId === '');
const isWritten = (plan: Paper | undefined): boolean => plan?.current !== undefined || plan?.isWaiting === true;

/** A centre's plan: in force before in approval, its own before a shared one. */
export function planOf(plans: readonly Paper[], centreId: string): Paper | undefined {
  const rank = ({ current, paper }: Paper) => (current ? 0 : 2) + (text(paper, 'CentreId') === centreId ? 0 : 1);
  return plans
    .filter(({ paper, current, newest }) => {
      const named = jsonIn(current?.version ?? newest, 'CentreIds', z.array(z.string()));
      return text(paper, 'Kind') === 'emergencyProcedure' && (named.length === 0 || named.includes(centreId));
    })
    .toSorted((one, other) => rank(one) - rank(other))[0];
}

/** Centres in use that own a system, use it, or give a service that depends on it. */
export function centresUsing(world: World): (asset: Fields) => string[] {
  const from = reached(world);
  const needing = servicesGiven(world).map((one) => ({
    centreId: text(one, 'CentreId'),
    needs: from(jsonIn(one, 'Needs', z.array(z.string()))),
  }));
  const places = placesInUse(world).map(({ id }) => id);
  return (asset) => {
    const users = new Set([
      text(asset, 'CentreId'),
      ...jsonIn(asset, 'UsedBy', z.array(z.string())),
      ...needing.flatMap(({ centreId, needs }) => (needs.has(text(asset, 'Key')) ? [centreId] : [])),
    ]);
    return places.filter((id) => users.has(id));
  };
}

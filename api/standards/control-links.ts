import { WheelActivities } from '../annual-wheel/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { fold, foldedMatch } from '../organisation/index.ts';
import { allProcedures, findProcedure, procedurePath, type ProcedureNow } from '../procedures/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { ControlRef, linkedKinds } from './contract.ts';
import { controlRef } from './requirement-views.ts';
import { Controls, type Control } from './standard-list.ts';
import { compareDanish } from '../texts/format.ts';

export type LinkedKind = (typeof linkedKinds)[number];

/** Something linked to a control, and its page in the tab. */
export interface LinkedThing {
  key: string;
  title: string;
  path: string;
}

const titleOf = ({ current, coming, versions }: ProcedureNow): string =>
  (current ?? coming ?? versions[0])?.version.title ?? '';
const activityPath = (key: string): string => `/wheel/activities/${encodeURIComponent(key)}`;
const byTitle = (one: LinkedThing, other: LinkedThing) => compareDanish(one.title, other.title);

/** Existing procedures and guidelines by key. */
export const linkedProcedures = (context: Context, keys: readonly string[]): LinkedThing[] =>
  keys
    .flatMap((key) => {
      const now = findProcedure(context, key);
      return now ? [{ key, title: titleOf(now), path: procedurePath(key) }] : [];
    })
    .sort(byTitle);

/** Existing wheel activities by key. */
export const linkedActivities = (context: Context, keys: readonly string[]): LinkedThing[] =>
  keys
    .flatMap((key) => {
      const activity = context.list(WheelActivities).get(key);
      return activity ? [{ key, title: activity.title, path: activityPath(key) }] : [];
    })
    .sort(byTitle);

const mostNames = 50;

/** Link targets by name: procedures in force or in preparation, and open activities. */
export function linkNames(context: Context, kind: LinkedKind, q: string): LinkedThing[] {
  const things = kind === 'procedure' ? openProcedures(context) : openActivities(context);
  return things.filter(({ title }) => foldedMatch(fold(title), fold(q))).slice(0, mostNames);
}

const openProcedures = (context: Context): LinkedThing[] =>
  linkedProcedures(
    context,
    [...allProcedures(context).values()].filter((now) => now.current ?? now.coming).map((now) => now.procedure.key),
  );
const openActivities = (context: Context): LinkedThing[] =>
  linkedActivities(
    context,
    context
      .list(WheelActivities)
      .all()
      .filter(({ closedOn }) => closedOn === undefined)
      .map(({ key }) => key),
  );

/** Active controls by link. */
const byLink = derivation([Controls], (context): ReadonlyMap<string, readonly Stored<Control>[]> => {
  const found = new Map<string, Stored<Control>[]>();
  for (const control of context.list(Controls).all()) {
    if (control.state === 'retired') continue;
    const links = [
      ...control.procedureKeys.map((key) => `procedure ${key}`),
      ...control.wheelActivityKeys.map((key) => `wheelActivity ${key}`),
    ];
    for (const link of new Set(links)) found.set(link, [...(found.get(link) ?? []), control]);
  }
  return found;
});

/** Controls linked to a procedure or a wheel activity. From memory. */
export const linkedControls = (context: Context, kind: LinkedKind, key: string): ControlRef[] =>
  (byLink(context).get(`${kind} ${key}`) ?? [])
    .map(controlRef)
    .sort((one, other) => compareDanish(one.title, other.title));

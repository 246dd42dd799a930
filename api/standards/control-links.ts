import { maySeeWheel, WheelActivities } from '../annual-wheel/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { Actor } from '../kernel/index.ts';
import { fold, foldedMatch } from '../organisation/index.ts';
import { allProcedures, findProcedure, procedurePath, proceduresOpenTo } from '../procedures/index.ts';
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

const activityPath = (key: string): string => `/wheel/activities/${encodeURIComponent(key)}`;
const byTitle = (one: LinkedThing, other: LinkedThing) => compareDanish(one.title, other.title);

/** Procedures and guidelines by key, of those that the reader may open. */
export const linkedProcedures = (context: Context, actor: Actor, keys: Iterable<string>): LinkedThing[] =>
  proceduresOpenTo(context, actor, keys)
    .map(({ now: { procedure }, shown }) => ({
      key: procedure.key,
      title: shown.version.title,
      path: procedurePath(procedure.key),
    }))
    .sort(byTitle);

/** Wheel activities by key, for who may open the wheel. */
export const linkedActivities = (context: Context, actor: Actor, keys: readonly string[]): LinkedThing[] =>
  (maySeeWheel(actor) ? keys : [])
    .flatMap((key) => {
      const activity = context.list(WheelActivities).get(key);
      return activity ? [{ key, title: activity.title, path: activityPath(key) }] : [];
    })
    .sort(byTitle);

const mostNames = 50;

const linked = { procedure: linkedProcedures, wheelActivity: linkedActivities } as const;
const isThere: Record<LinkedKind, (context: Context, key: string) => boolean> = {
  procedure: (context, key) => findProcedure(context, key) !== undefined,
  wheelActivity: (context, key) => context.list(WheelActivities).get(key) !== undefined,
};

/** Whether the actor may link to something: it is there, and the actor may open it. */
export const mayLink = (context: Context, actor: Actor, kind: LinkedKind, key: string): boolean =>
  linked[kind](context, actor, [key]).length > 0;

/** Of the linked keys, those of things that are there but not for the actor to open: a form does not show them. */
export const unseenLinks = (context: Context, actor: Actor, kind: LinkedKind, keys: readonly string[]): string[] =>
  keys.filter((key) => isThere[kind](context, key) && !mayLink(context, actor, kind, key));

/** Link targets by name, as the actor may open them: procedures in force or in preparation, and open activities. */
export function linkNames(context: Context, actor: Actor, kind: LinkedKind, q: string): LinkedThing[] {
  const things = kind === 'procedure' ? openProcedures(context, actor) : openActivities(context, actor);
  return things.filter(({ title }) => foldedMatch(fold(title), fold(q))).slice(0, mostNames);
}

const openProcedures = (context: Context, actor: Actor): LinkedThing[] =>
  linkedProcedures(
    context,
    actor,
    [...allProcedures(context).values()].filter((now) => now.current ?? now.coming).map((now) => now.procedure.key),
  );
const openActivities = (context: Context, actor: Actor): LinkedThing[] =>
  linkedActivities(
    context,
    actor,
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

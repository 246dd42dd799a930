import { maySeeWhole } from '../assets/index.ts';
import { Improvements, improvementsOf, improvementViewOf, type ImprovementSubject } from '../contingency/index.ts';
import type { Context } from '../context.ts';
import { forbidden, holds, holdsFor, missing, type Actor, type CentreId } from '../kernel/index.ts';
import { Centres, centreRef, freshnessOf, maySeeEmployeesOf } from '../organisation/index.ts';
import type { InitiativesView } from './contract.ts';

const prefix = 'initiatives-';
/** Subject key of a centre's initiatives among improvements. */
export const initiativesKey = (centreId: string): string => `${prefix}${centreId}`;
const centreOfKey = (key: string): CentreId | undefined =>
  key.startsWith(prefix) ? (key.slice(prefix.length) as CentreId) : undefined;

/** The page of a centre's initiatives, also for owners of one. */
const initiativesPath = (centreId: string): string => `/tasks/initiatives/${encodeURIComponent(centreId)}`;

const mayRead = (actor: Actor, centreId: CentreId): boolean => maySeeEmployeesOf(actor, centreId) || maySeeWhole(actor);
/** Centre managers add initiatives in their centre, with the ISK (R15, R16); CISO and team help. */
const mayKeep = (actor: Actor, centreId: CentreId): boolean =>
  holdsFor(actor, centreId, 'centreManager', 'coordinator') || holds(actor, 'ciso', 'securityTeam');

/** A centre as improvement subject: each initiative is an obligation of its owner. */
export const initiativeSubject: ImprovementSubject = {
  titleOf: (context, key) => centreRef(context, centreOfKey(key))?.title,
  find(context, actor, subjectKey) {
    const centreId = centreOfKey(subjectKey);
    const centre = centreRef(context, centreId);
    if (!centre || centreId === undefined) return undefined;
    return {
      source: 'initiative',
      key: subjectKey,
      title: centre.title,
      centreId,
      path: initiativesPath(centreId),
      isOpen: false,
      mayWrite: false,
      mayRead: mayRead(actor, centreId),
      mayKeep: mayKeep(actor, centreId),
    };
  },
};

/**
 * A centre's initiatives; others than its followers see their own. Throws AppError: missing
 * `organisation.noSuchCentre`, forbidden `initiatives.mayNotSee`.
 */
export function initiativesViewOf(context: Context, actor: Actor, centreId: CentreId): InitiativesView {
  const centre = centreRef(context, centreId);
  const seesAll = mayRead(actor, centreId);
  const views = centre
    ? improvementsOf(context, initiativesKey(centreId)).map((one) => improvementViewOf(context, actor, one))
    : [];
  const seen = views.filter(({ abilities }) => seesAll || abilities.work);
  if (!seesAll && seen.length === 0) throw forbidden('initiatives.mayNotSee');
  if (!centre) throw missing('organisation.noSuchCentre');
  return {
    centre,
    key: initiativesKey(centreId),
    improvementList: seen,
    abilities: { improve: mayKeep(actor, centreId) },
    freshness: freshnessOf(context, Improvements, Centres),
  };
}

import type { Context } from '../context.ts';
import { addDays, missing, todayOf, type Actor, type Language } from '../kernel/index.ts';
import { centreRef, centres, fold, foldedMatch, personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { ControlRef, ControlRow, ControlsQuery, ControlView } from './contract.ts';
import { linkedActivities, linkedProcedures, type LinkedThing } from './control-links.ts';
import { controlOrThrow, reviewOnOf } from './controls.ts';
import {
  mayAddSomeControl,
  mayEditControl,
  mayRetireControl,
  maySeeControl,
  maySeeStandards,
  maySeeWorkOn,
} from './permissions.ts';
import { controlRef, namedRequirements, requirementRef, standardTitle } from './requirement-views.ts';
import { gapsWithout } from './retire-control.ts';
import { reviewLead, standardsFreshness } from './standard-views.ts';
import { Controls, type Control } from './standard-list.ts';
import { knownRequirements, knownStandards } from './standards.ts';
import { compareDanish } from '../texts/format.ts';

/** A user of a control in a feature above: risks. `kind` has its texts in the tab. */
export type ControlUser = LinkedThing & { kind: string };
/** From the application, since standards know no risk. */
export type UsedBy = (context: Context, controlKey: string, actor: Actor) => readonly ControlUser[];

function standardsOf(context: Context, control: Control, language: Language): string[] {
  const keys = new Set(control.requirementKeys.map((key) => knownRequirements(context).get(key)?.standardKey));
  return [...knownStandards(context).values()]
    .filter(({ key }) => keys.has(key))
    .map((standard) => standardTitle(standard, language));
}

export function controlRow(context: Context, control: Stored<Control>, language: Language): ControlRow {
  const { ownerId, assessedOn, changedAt } = control;
  const centre = centreRef(context, control.centreId);
  const reviewOn = reviewOnOf(control);
  return {
    ...controlRef(control),
    ...(ownerId === undefined ? {} : { owner: personRef(context, ownerId) }),
    ...(centre === undefined ? {} : { centre }),
    requirements: control.requirementKeys.filter((key) => knownRequirements(context).has(key)).length,
    standards: standardsOf(context, control, language),
    ...(assessedOn === undefined ? {} : { assessedOn }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    overdue: reviewOn !== undefined && reviewOn < todayOf(context.clock),
    changedAt,
  };
}

const stateOrder = ['running', 'planned', 'retired'];
const effectOrder = ['notAssessed', 'none', 'partly', 'effective'];
/** Sorts missing reviews and owners last. */
const last = '~';
const orders: Record<ControlsQuery['sort'], (one: ControlRow, other: ControlRow) => number> = {
  title: (one, other) => compareDanish(one.title, other.title),
  owner: (one, other) => compareDanish(one.owner?.name ?? last, other.owner?.name ?? last),
  state: (one, other) => stateOrder.indexOf(one.state) - stateOrder.indexOf(other.state),
  effect: (one, other) => effectOrder.indexOf(one.effect) - effectOrder.indexOf(other.effect),
  requirements: (one, other) => one.requirements - other.requirements,
  reviewOn: (one, other) => (one.reviewOn ?? last).localeCompare(other.reviewOn ?? last),
  changedAt: (one, other) => one.changedAt.localeCompare(other.changedAt),
};

/** A query's controls, sorted. Retired ones only on request. */
export function controlRows(context: Context, { language }: Actor, query: ControlsQuery): ControlRow[] {
  const { q, state, effect, standardKey, ownerId, centreId, review } = query;
  const today = todayOf(context.clock);
  const until = { due: addDays(today, reviewLead), overdue: addDays(today, -1) };
  const inStandard = (control: Control) =>
    control.requirementKeys.some((key) => knownRequirements(context).get(key)?.standardKey === standardKey);
  const found = context
    .list(Controls)
    .all()
    .filter((control) => (state === undefined ? control.state !== 'retired' : control.state === state))
    .filter((control) => effect === undefined || control.effect === effect)
    .filter((control) => standardKey === undefined || inStandard(control))
    .filter((control) => ownerId === undefined || control.ownerId === ownerId)
    .filter((control) => centreId === undefined || control.centreId === centreId)
    .filter((control) => q === undefined || foldedMatch(fold(`${control.title} ${control.description}`), fold(q)))
    .filter((control) => review === undefined || (reviewOnOf(control) ?? last) <= until[review])
    .map((control) => controlRow(context, control, language))
    .sort((one, other) => orders[query.sort](one, other) || compareDanish(one.title, other.title));
  return query.descending ? found.reverse() : found;
}

export function controlsView(context: Context, actor: Actor, query: ControlsQuery) {
  const rows = controlRows(context, actor, query);
  return {
    controls: rows.slice(query.offset, query.offset + query.limit),
    total: rows.length,
    centres: centres(context).map(({ key, title }) => ({ id: key, title })),
    abilities: { addControl: mayAddSomeControl(actor) },
    freshness: standardsFreshness(context),
  };
}

const mostNames = 50;

/** Controls by name, to choose from: at most 50. */
export const controlNames = (context: Context, q: string): ControlRef[] =>
  context
    .list(Controls)
    .all()
    .filter(({ state, title }) => state !== 'retired' && foldedMatch(fold(title), fold(q)))
    .sort((one, other) => compareDanish(one.title, other.title))
    .slice(0, mostNames)
    .map(controlRef);

/** One control with everything linked that the reader may open. Throws AppError `missing`, also when not visible. */
export function controlView(context: Context, actor: Actor, controlKey: string, usedBy: UsedBy): ControlView {
  const control = controlOrThrow(context, controlKey);
  if (!maySeeControl(actor, control)) throw missing('standards.noSuchControl');
  const { language } = actor;
  const { description, evidence, reviewMonths, requirementKeys, retiredReason, state } = control;
  const keeps = mayEditControl(actor, control);
  return {
    ...controlRow(context, control, language),
    description,
    evidence,
    reviewMonths,
    requirementList: namedRequirements(context, requirementKeys, language),
    procedures: linkedProcedures(context, actor, control.procedureKeys),
    wheelActivities: linkedActivities(context, actor, control.wheelActivityKeys),
    // Owners without a role see their control, but not others' risks.
    usedBy: maySeeStandards(actor) ? [...usedBy(context, controlKey, actor)] : [],
    gapsWithout: gapsWithout(context, control).map(({ requirement, standard }) => ({
      ...requirementRef(requirement, language),
      standard: standardTitle(standard, language),
    })),
    ...(retiredReason === undefined ? {} : { retiredReason }),
    changedBy: personRef(context, control.changedBy),
    assessments: (maySeeWorkOn(actor, control) ? control.assessments : []).map(({ effect, note, by, at }) => ({
      effect,
      note,
      at,
      by: personRef(context, by),
    })),
    abilities: {
      edit: keeps && state !== 'retired',
      assess: keeps && state === 'running',
      retire: mayRetireControl(actor, control) && state !== 'retired',
    },
    freshness: standardsFreshness(context),
  };
}

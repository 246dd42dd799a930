import { Assets } from '../../assets/index.ts';
import { Improvements } from '../../contingency/index.ts';
import type { Context } from '../../context.ts';
import { todayOf, yearOf, type Actor, type CentreId } from '../../kernel/index.ts';
import { maySeeWhole } from '../../assets/index.ts';
import { centreRef, centres, freshnessOf } from '../../organisation/index.ts';
import type { UnitRow } from '../contract.ts';
import { InspectionFindings, Inspections } from '../inspection-lists.ts';
import { inspectionsOfCentre } from '../inspections.ts';
import { leadsUnit, mayPlan, mayReadInspection } from '../permissions.ts';
import { inspectionRowOf, visibleReasons } from './inspection-views.ts';
import { lastHeldOn, reasonsByCentre, weightOf } from '../programme/reasons.ts';
import { compareDanish } from '../../texts/format.ts';

/** A year's programme as visible to the actor: all of it, or their units and own inspections. From memory. */
export function programmeView(context: Context, actor: Actor, asked?: number) {
  const today = todayOf(context.clock);
  const year = asked ?? yearOf(today);
  const isInYear = ({ plannedOn }: { plannedOn: string }) => plannedOn.startsWith(String(year));
  const units = centres(context)
    .filter(({ key }) => maySeeWhole(actor) || leadsUnit(actor, key as CentreId))
    .map(({ key }): { unit: UnitRow; weight: number } => {
      const reasons = reasonsByCentre(context).get(key) ?? [];
      const last = lastHeldOn(context, key);
      return {
        weight: weightOf(reasons),
        unit: {
          centre: centreRef(context, key) ?? { id: key, title: key },
          reasons: visibleReasons(actor, [...reasons]),
          ...(last === undefined ? {} : { lastHeldOn: last }),
          visits: inspectionsOfCentre(context, key)
            .filter(isInYear)
            .map(({ key: visit, title, plannedOn, state }) => ({ key: visit, title, plannedOn, state })),
        },
      };
    })
    .sort((one, other) => other.weight - one.weight || compareDanish(one.unit.centre.title, other.unit.centre.title))
    .map(({ unit }) => unit);
  const rows = context
    .list(Inspections)
    .all()
    .filter((inspection) => isInYear(inspection) && mayReadInspection(context, actor, inspection))
    .sort((one, other) => one.plannedOn.localeCompare(other.plannedOn) || one.key.localeCompare(other.key))
    .map((inspection) => inspectionRowOf(context, actor, inspection));
  const count = (state: (typeof rows)[number]['state']) => rows.filter((row) => row.state === state).length;
  return {
    year,
    units,
    inspections: rows,
    counts: {
      planned: count('planned'),
      held: count('held'),
      closed: count('closed'),
      late: rows.filter(({ late }) => late).length,
      unvisited: units.filter(({ visits }) => visits.length === 0).length,
      open: rows.reduce((sum, { open }) => sum + open, 0),
    },
    abilities: { plan: mayPlan(actor) },
    freshness: freshnessOf(context, Inspections, InspectionFindings, Improvements, Assets),
  };
}

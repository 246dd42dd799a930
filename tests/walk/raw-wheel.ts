import { z } from 'zod';
import type { World } from '../../teams-app/emulator/world.ts';
import { addDays, datesOf, intervalAfter, latest } from './raw-dates.ts';
import { dayIn, jsonIn, placesInUse, rawItems, text, type Fields, type Place, type Work } from './raw-items.ts';

const revision = z.object({
  ...{ from: z.string(), scope: z.enum(['organisation', 'centres']), rule: z.string().optional() },
  ...{ startsOn: z.string(), basis: z.enum(['calendar', 'lastDone']), endsOn: z.string().optional() },
});
/** A rule with its last day. */
type Stretch = z.output<typeof revision> & { until: string };

const never = '9999-12-31';
/** Days ahead to search: a task may have been moved to an earlier day. */
const ahead = 800;

/** The open tasks of the wheel, whatever their due day, from its two lists and the centres. */
export function rawWheel(world: World, today: string): Work[] {
  const places = placesInUse(world);
  const touched = Map.groupBy(rawItems(world, 'WheelTasks'), (task) => text(task, 'ActivityKey'));
  return rawItems(world, 'WheelActivities')
    .filter((activity) => dayIn(activity, 'ClosedOn') === '')
    .flatMap((activity) => {
      const revisions = jsonIn(activity, 'Revisions', z.array(revision).min(1));
      const stretches = revisions.map((one, index): Stretch => {
        const next = revisions[index + 1];
        return { ...one, until: next ? addDays(next.from, -1) : never };
      });
      const own = touched.get(text(activity, 'Key')) ?? [];
      const title = text(activity, 'Title');
      return (['organisation', 'centres'] as const).flatMap((scope) =>
        (scope === 'organisation' ? [{ id: '', opensOn: '' }] : places).flatMap((place) => {
          const here = own.filter((task) => text(task, 'CentreId') === place.id);
          const of = stretches.filter((one) => one.scope === scope);
          return [...byCalendar(of, place, here, today), ...sinceLast(of, stretches.at(-1), place, here)].map(
            (due) => ({
              ...{ title, centreId: place.id, due },
            }),
          );
        }),
      );
    });
}

const isOpen = (task: Fields): boolean => ['planned', 'inProgress'].includes(text(task, 'State'));
const runOf = (task: Fields): number | undefined => {
  const run = task['Run'];
  return typeof run === 'number' ? run : undefined;
};
const dueOf = (task: Fields): string => dayIn(task, 'MovedTo') || dayIn(task, 'Occurrence');

/** Fixed dates, each by the rule valid then; none before the activity or the centre existed. */
function byCalendar(stretches: readonly Stretch[], { opensOn }: Place, here: readonly Fields[], today: string) {
  const known = new Map(
    here.flatMap((task) => (runOf(task) === undefined ? [[dayIn(task, 'Occurrence'), task] as const] : [])),
  );
  return stretches
    .filter(({ basis }) => basis === 'calendar')
    .flatMap(({ rule, startsOn, from, until, endsOn = never }) =>
      datesOf(rule, startsOn, addDays(today, ahead)).filter(
        (day) => day >= from && day <= until && day <= endsOn && day >= opensOn,
      ),
    )
    .flatMap((day) => {
      const task = known.get(day);
      if (!task) return [day];
      return isOpen(task) ? [dueOf(task)] : [];
    });
}

/** The one date relative to the last time: already begun, or an interval after the latest. */
function sinceLast(stretches: readonly Stretch[], now: Stretch | undefined, place: Place, here: readonly Fields[]) {
  const rules = stretches.filter(({ basis }) => basis === 'lastDone');
  const [first] = rules;
  if (!first || !now) return [];
  const begun = here
    .filter((task) => runOf(task) !== undefined && isOpen(task))
    .toSorted((one, other) => (runOf(one) ?? 0) - (runOf(other) ?? 0))[0];
  if (begun) {
    const counts = now.basis === 'lastDone' && now.scope === first.scope;
    return counts || dayIn(begun, 'Occurrence') < now.from ? [dueOf(begun)] : [];
  }
  const last = latest(
    ...here.map((task) => {
      // A cancelled one counts as done on its due day by the rule.
      if (text(task, 'State') === 'done') return dayIn(task, 'DoneOn') || dayIn(task, 'Occurrence');
      return text(task, 'State') === 'cancelled' && runOf(task) !== undefined ? dayIn(task, 'Occurrence') : '';
    }),
  );
  for (const { rule, startsOn, from, until, endsOn = never } of rules) {
    const next = last === '' ? startsOn : intervalAfter(rule, last);
    const due = latest(next, from);
    if (next !== '' && due <= until && due <= endsOn) return [latest(due, place.opensOn)];
  }
  return [];
}

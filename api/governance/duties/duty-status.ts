import type { Context } from '../../context.ts';
import { cachedByKey } from '../../derivation.ts';
import { addDays, addMonths, dayOfMonth, yearOf, type CentreId, type LocalDate } from '../../kernel/index.ts';
import { centres, type Centre } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { dutyStates } from '../contract.ts';
import type { Duty, Evidence, Shown } from './duty.ts';

/** Status of a duty on a day, for one that owes it. */
export interface DutyStatus {
  state: 'done' | 'missing';
  /** The latest evidence. */
  latest?: Evidence;
  /** Valid until this day. */
  until?: LocalDate;
  /** Missing since this day; absent when never done. */
  since?: LocalDate;
}

const endOfMonth = (day: LocalDate): LocalDate => dayOfMonth(yearOf(day), Number(day.slice(5, 7)), 31);

/** The last day a record proves the duty done. */
export const holdsUntil = ({ every }: Pick<Duty, 'every'>, { on, until }: Evidence): LocalDate =>
  until ?? endOfMonth(addMonths(on, every === 'appointment' ? 12 : every));

/** From one owner's records known at the end of the day; later ones are ignored. */
export function statusOn(duty: Pick<Duty, 'every'>, records: readonly Evidence[], day: LocalDate): DutyStatus {
  let latest: Evidence | undefined;
  let until: LocalDate | undefined;
  for (const record of records) {
    if (record.on > day) continue;
    if (!latest || record.on >= latest.on) latest = record;
    if (record.from !== undefined && record.from > day) continue;
    const end = holdsUntil(duty, record);
    if (until === undefined || end > until) until = end;
  }
  if (!latest) return { state: 'missing' };
  if (until === undefined) return { state: 'missing', latest };
  return until >= day ? { state: 'done', latest, until } : { state: 'missing', latest, since: addDays(until, 1) };
}

/** A duty with its data of a day. */
export interface DutyNow extends Omit<DutyStatus, 'state'> {
  duty: Duty;
  state: (typeof dutyStates)[number];
  /** Of the day's year until the day, latest first. */
  ofYear: readonly Evidence[];
  /** Each centre that owes it, in order. */
  centres?: readonly (DutyStatus & { centreId: CentreId })[];
}

const cache = cachedByKey<DutyNow>();

/** A duty's status on a day (R9–R16); recomputed when its records change. From memory. */
export function dutyNow(context: Context, duty: Duty, day: LocalDate): DutyNow {
  const shown = duty.evidence(context);
  const owing = duty.perCentre ? centres(context) : undefined;
  return cache(context, `${duty.key} ${day.slice(0, 4)}`, [shown, owing, day], () => made(duty, shown, owing, day));
}

function made(duty: Duty, { all, byCentre }: Shown, owing: readonly Stored<Centre>[] | undefined, day: LocalDate) {
  const year = day.slice(0, 4);
  const ofYear = all.filter(
    ({ on, centreId }) => on <= day && on.startsWith(year) && (!owing || centreId !== undefined),
  );
  if (!owing) return { duty, ofYear, ...statusOn(duty, all, day) };
  const each = owing
    .filter(({ opensOn = '' }) => opensOn <= day)
    .map(({ key }) => {
      const centreId = key as CentreId;
      return { centreId, ...statusOn(duty, byCentre.get(centreId) ?? [], day) };
    });
  const count = each.filter(({ state }) => state === 'done').length;
  const latest = ofYear[0];
  return { duty, ofYear, centres: each, state: stateOf(count, each.length), ...(latest ? { latest } : {}) };
}

function stateOf(done: number, all: number): DutyNow['state'] {
  if (done === all) return 'done';
  return done === 0 ? 'missing' : 'partly';
}

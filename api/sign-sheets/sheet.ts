import {
  dayBegins,
  earlierDay,
  instant,
  localDate,
  type Instant,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import { hoursToUndo, type signedStates } from './contract.ts';
import type { SignSheet, Tick } from './sheet-list.ts';

const hour = 3_600_000;
export type SignedState = (typeof signedStates)[number];

export const signatureOf = ({ ticks }: Pick<SignSheet, 'ticks'>, personId: string): Tick | undefined =>
  ticks.find(({ person }) => person === personId);

/** A person's state on a sheet; `owes`: still owes the subject. */
export function stateOn(sheet: Pick<SignSheet, 'ticks'>, personId: string, owes: boolean): SignedState {
  const tick = signatureOf(sheet, personId);
  if (tick?.recordedAt !== undefined) return 'recorded';
  if (!owes) return 'done';
  return tick ? 'ticked' : 'open';
}

/** With these people ticked or unticked. Receipts stay; idempotent. Pure. */
export function ticked(
  { ticks, people }: Pick<SignSheet, 'ticks' | 'people'>,
  chosen: readonly string[],
  signed: boolean,
  mark: { by: PersonId; at: Instant },
): Tick[] {
  const wanted = new Set(chosen.filter((person) => people.some((one) => one === person)));
  if (!signed) return ticks.filter(({ person, recordedAt }) => recordedAt !== undefined || !wanted.has(person));
  const known = new Set(ticks.map(({ person }) => person));
  return [...ticks, ...[...wanted].filter((person) => !known.has(person)).map((person) => ({ person, ...mark }))];
}

/** Ticks without a receipt: all, or those final at a moment. */
export const toRecord = ({ ticks }: Pick<SignSheet, 'ticks'>, endedBefore?: Instant): Tick[] =>
  ticks.filter(({ at, recordedAt }) => recordedAt === undefined && (endedBefore === undefined || at <= endedBefore));

/** Ticks before this moment are final. */
export const finalBefore = (now: Instant): Instant => instant(new Date(Date.parse(now) - hoursToUndo * hour));

/** When the first pending tick becomes a receipt automatically. */
export function recordedBy(sheet: Pick<SignSheet, 'ticks'>): Instant | undefined {
  const first = toRecord(sheet)
    .map(({ at }) => at)
    .sort()[0];
  return first === undefined ? undefined : instant(new Date(Date.parse(first) + hoursToUndo * hour));
}

/** The moment of a signature: the tick's on the day of the meeting, else noon of that day. */
export function signedAt(heldOn: LocalDate, { at }: Pick<Tick, 'at'>): Instant {
  const moment = instant(new Date(at));
  if (earlierDay(heldOn, localDate(moment)) === localDate(moment)) return moment;
  return instant(new Date(Date.parse(dayBegins(heldOn)) + 12 * hour));
}

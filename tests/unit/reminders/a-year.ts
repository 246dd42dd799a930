import fc from 'fast-check';
import type { Context } from '../../../api/context.ts';
import type { RecipientState } from '../../../api/deliveries/index.ts';
import { addDays, daysBetween, nowOf, type LocalDate } from '../../../api/kernel/index.ts';
import { isLegallyRequired, planDigests, ReminderWishes, type Digest } from '../../../api/reminders/index.ts';
import { isWorkingDay } from '../../../api/working-days.ts';
import { day } from '../organisation/builders.ts';
import { aTownThatOwes, danish, goesOnLeave, planAndSend, type Owed, type Sent } from './builders.ts';

export const firstDay = day('2026-01-01');
const daysInYear = 365;
export const lastDay = addDays(firstDay, daysInYear - 1);
/** Hours of the program's runs; the closed ones check that nothing is sent. */
const hours = [6, 8, 9, 12, 15, 16, 20];
const staff = ['anne', 'bo', 'team'] as const;
const followers = ['isk-nord', 'manager-nord', 'committee'] as const;
export const kinds = ['acknowledgePolicy', 'takeCourse', 'doWheelTask'] as const;

const date = fc.integer({ min: 0, max: daysInYear - 1 });
const debt = fc.record({
  person: fc.constantFrom(...staff, ...followers),
  kind: fc.constantFrom(...kinds),
  since: fc.integer({ min: -40, max: daysInYear - 1 }),
  /** Sometimes due before it exists, as when an overdue task is passed on. */
  term: fc.integer({ min: -20, max: 90 }),
  doneAfter: fc.option(fc.integer({ min: 0, max: 200 }), { freq: 1 }),
  doneAt: fc.constantFrom(...hours),
  moved: fc.option(fc.record({ after: fc.integer({ min: 0, max: 120 }), by: fc.integer({ min: -30, max: 60 }) })),
});
const wish = fc.record({
  hour: fc.constantFrom(8, 9, 12, 15),
  rhythm: fc.constantFrom('daily' as const, 'weekly' as const),
  weekday: fc.integer({ min: 1, max: 5 }),
  muted: fc.subarray(['doWheelTask', 'takeCourse']),
});

/** Events of a year. */
export const aScript = fc.record({
  debts: fc.array(debt, { minLength: 4, maxLength: 12 }),
  wishes: fc.record(Object.fromEntries([...staff, ...followers].map((who) => [who, fc.option(wish, { freq: 1 })]))),
  leaves: fc.array(fc.record({ who: fc.constantFrom(...staff), from: date, days: fc.integer({ min: 1, max: 60 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  /** The program is down from a day and hour for some runs. */
  down: fc.array(fc.record({ from: date, turn: fc.nat(hours.length - 1), turns: fc.integer({ min: 1, max: 70 }) }), {
    maxLength: 4,
  }),
  /** Teams' responses, in a cycle. */
  answers: fc.array(fc.constantFrom<RecipientState>('sent', 'sent', 'sent', 'uncertain', 'failed'), {
    minLength: 1,
    maxLength: 5,
  }),
  /** A crash between planning and sending. */
  dies: fc.array(date, { maxLength: 3 }),
});
export type Script = typeof aScript extends fc.Arbitrary<infer Value> ? Value : never;

/** A card, with the state when it was sent. */
export interface YearCard extends Sent {
  on: LocalDate;
  hour: number;
  /** Keys open at that time. */
  open: ReadonlySet<string>;
}
export interface YearDay {
  on: LocalDate;
  /** The program was up at every run of the day. */
  isUp: boolean;
  /** Each person's obligations in the evening, and whether at work. */
  owed: readonly Owed[];
  away: ReadonlySet<string>;
}
export interface Year {
  cards: YearCard[];
  days: YearDay[];
}

const turnOf = (dayNumber: number, turn: number) => dayNumber * hours.length + turn;

/** Simulates the year with the real job and a sender that only writes the ledger. */
export async function lived(
  script: Script,
  everyNight: (context: Context) => Promise<unknown> = async () => undefined,
): Promise<Year> {
  const owes: Owed[] = [];
  const { context, setNow } = await aTownThatOwes(owes, danish(firstDay, 0));
  for (const [who, wishes] of Object.entries(script.wishes))
    if (wishes)
      await context.list(ReminderWishes).create({ key: who, title: who, wishes, changedAt: nowOf(context.clock) });
  const down = new Set(
    script.down.flatMap(({ from, turn, turns }) => Array.from({ length: turns }, (_, nth) => turnOf(from, turn) + nth)),
  );
  const year: Year = { cards: [], days: [] };
  let answered = 0;
  const answer = () => script.answers[answered++ % script.answers.length] ?? 'sent';

  for (let number = 0; number < daysInYear; number += 1) {
    const on = addDays(firstDay, number);
    setNow(danish(on, 0, 5));
    await everyNight(context);
    const away = new Set<string>();
    for (const { who, from, days } of script.leaves) {
      const leave = { absentFrom: addDays(firstDay, from), absentTo: addDays(firstDay, from + days - 1) };
      if (from === number) await goesOnLeave(context, who, leave);
    }
    for (const { who, from, days } of latestLeaves(script, number))
      if (from <= number && number < from + days) away.add(who);
    let isUp = true;
    for (const [turn, hour] of hours.entries()) {
      settleDebts(script, owes, number, hour);
      setNow(danish(on, hour, 1));
      if (down.has(turnOf(number, turn))) {
        isUp = false;
        continue;
      }
      if (script.dies.includes(number) && hour === 9) {
        await planDigests(context);
        continue;
      }
      const sent = await planAndSend(context, answer);
      const open = new Set(owes.flatMap(({ key, isDone }) => (isDone === true ? [] : [key])));
      for (const one of sent) year.cards.push({ ...one, on, hour, open });
    }
    year.days.push({ on, isUp, owed: owes.map((one) => ({ ...one })), away });
  }
  return year;
}

/** The list of people has one leave a person: the latest recorded. */
const latestLeaves = (script: Script, number: number) => {
  const latest = new Map<string, Script['leaves'][number]>();
  for (const leave of [...script.leaves].sort((one, other) => one.from - other.from))
    if (leave.from <= number) latest.set(leave.who, leave);
  return latest.values();
};

/** Opens, moves and ends what is due by this hour. */
function settleDebts({ debts }: Script, owes: Owed[], number: number, hour: number): void {
  for (const [index, debt] of debts.entries()) {
    const key = `debt-${index}`;
    if (debt.since > number) continue;
    let owed = owes.find((one) => one.key === key);
    if (!owed) {
      const since = addDays(firstDay, debt.since);
      owed = { key, kind: debt.kind, personId: debt.person, since, due: addDays(since, debt.term) };
      owes.push(owed);
    }
    if (debt.moved && debt.since + debt.moved.after === number && hour === 12)
      owed.due = addDays(addDays(firstDay, debt.since + debt.term), debt.moved.by);
    const doneOn = debt.doneAfter === null ? Infinity : debt.since + debt.doneAfter;
    if (number > doneOn || (number === doneOn && hour >= debt.doneAt)) owed.isDone = true;
  }
}

/** Whether a card names an obligation, among the own or others'. */
export const names = ({ lines, escalations }: Digest, key: string): boolean =>
  lines.some(({ obligation }) => obligation.key === key) ||
  escalations.some(({ obligations }) => obligations.some((one) => one.key === key));

/** A person to be told of an obligation, from a number of days after its due date. */
export interface Listener {
  who: string;
  after: number;
}

/**
 * The longest time between two cards to a person about an overdue obligation, in days on which it was possible: the
 * program was up, the person at work, and Teams accepted the card.
 */
export function longestSilence({ cards, days }: Year, key: string, { who, after }: Listener): number {
  const theirs = cards.filter(({ personId }) => personId === who);
  const heard = new Set(
    theirs.filter(({ state, digest }) => state !== 'failed' && names(digest, key)).map(({ on }) => on),
  );
  const failed = new Set(theirs.filter(({ state }) => state === 'failed').map(({ on }) => on));
  let latest: LocalDate | undefined;
  let due: string | undefined;
  let closed = 0;
  let longest = 0;
  for (const { on, isUp, away, owed } of days) {
    const now = owed.find((one) => one.key === key);
    const isMoved = due !== undefined && now?.due !== due;
    due = now?.due;
    const waits = now !== undefined && now.personId !== who && isLegallyRequired(now.kind) && away.has(now.personId);
    if (!now || now.isDone === true || waits || daysBetween(day(now.due), on) <= after) {
      latest = undefined;
      continue;
    }
    if (latest === undefined || isMoved || heard.has(on)) {
      latest = isMoved || heard.has(on) ? on : addDays(on, -1);
      closed = 0;
      continue;
    }
    if (!isWorkingDay(on) || !isUp || away.has(who) || failed.has(on)) closed += 1;
    else longest = Math.max(longest, daysBetween(latest, on) - closed);
  }
  return longest;
}

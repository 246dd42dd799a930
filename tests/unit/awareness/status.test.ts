import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysWhenBack, dueAfterPauses, plainDueDays, yearAfter } from '../../../api/awareness/due-date.ts';
import { countedOn, roundsOverlap, roundState } from '../../../api/awareness/course-round.ts';
import { exemptionHolds, statuses, type Learner, type Taken } from '../../../api/awareness/status.ts';
import { addDays, daysBetween, type LocalDate } from '../../../api/kernel/index.ts';
import { isEmployed } from '../../../api/organisation/index.ts';
import { day } from '../organisation/builders.ts';
import { anExemption, aStoredRound } from './builders.ts';

const around = (middle: string, days: number) =>
  fc.integer({ min: -days, max: days }).map((by) => addDays(day(middle), by));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const taken: fc.Arbitrary<Taken> = fc.record({
  completedOn: around('2026-11-01', 900),
  source: fc.constantFrom('import' as const, 'manager' as const, 'selfDeclared' as const),
});
const inOrder = (completions: readonly Taken[]): Taken[] =>
  [...completions].sort((one, other) => one.completedOn.localeCompare(other.completedOn));
const learner: fc.Arbitrary<Learner> = fc.record({
  person: fc.record({
    hiredOn: maybe(around('2026-11-01', 200)),
    leftOn: maybe(around('2027-01-01', 100)),
    absentFrom: maybe(around('2026-12-01', 100)),
    absentTo: maybe(around('2027-01-01', 100)),
  }),
  because: maybe(fc.constantFrom('everybody' as const, 'centre' as const)),
  completions: fc.array(taken, { maxLength: 4 }).map(inOrder),
  exemptions: fc.array(
    fc
      .record({
        from: around('2026-12-01', 90),
        until: maybe(around('2027-01-01', 90)),
        endedOn: maybe(around('2027-01-01', 90)),
      })
      .map((one) => anExemption('one', one)),
    { maxLength: 2 },
  ),
});
const round = fc
  .record({
    opensOn: around('2026-10-01', 40),
    length: fc.integer({ min: 0, max: 200 }),
    newWithinDays: fc.integer({ min: 1, max: 120 }),
    basis: fc.constantFrom('round' as const, 'lastCompletion' as const),
  })
  .map(({ length, ...rest }) => ({ ...rest, dueOn: addDays(rest.opensOn, length) }));
const today = around('2026-12-15', 120);

const better = ['overdue', 'open', 'paused', 'exempt', 'done'];

describe('the standing of a person in a round', () => {
  it('is exactly one state with one due date, whatever the dates', () => {
    fc.assert(
      fc.property(round, maybe(around('2027-09-01', 30)), today, learner, (one, nextOpensOn, on, who) => {
        const status = statuses(one, nextOpensOn, on)(who);
        expect(status.state === 'notObliged').toBe(who.because === undefined || !isEmployed(who.person, on));
        if (status.state === 'notObliged') return;
        expect(status.due).toMatch(/^\d{4}-\d\d-\d\d$/);
        if (status.state === 'overdue') expect(status.due < on).toBe(true);
        if (status.state === 'open') expect(status.due >= on).toBe(true);
      }),
    );
  });

  it('gets no worse by a completion more, but that one’s first and old one begins the twelve months', () => {
    fc.assert(
      fc.property(round, today, learner, taken, (one, on, who, more) => {
        const known = who.completions.some(({ completedOn }) => completedOn < one.opensOn);
        fc.pre(one.basis === 'round' || known || more.completedOn >= one.opensOn);
        const judge = statuses(one, undefined, on);
        const before = judge(who);
        const after = judge({ ...who, completions: inOrder([...who.completions, more]) });
        expect(better.indexOf(after.state)).toBeGreaterThanOrEqual(better.indexOf(before.state));
      }),
    );
  });

  it('is done from the day the round opened, and not by what was taken before in a round with one date', () => {
    const judge = statuses(aStoredRound('r'), undefined, day('2026-11-24'));
    const state = (completedOn: string) =>
      judge({
        person: {},
        because: 'everybody',
        completions: [{ completedOn: day(completedOn), source: 'import' }],
        exemptions: [],
      }).state;
    expect(state('2026-09-30')).toBe('open');
    expect(state('2026-10-01')).toBe('done');
  });

  it('counts what is taken until the next round opens, and no longer', () => {
    const judge = statuses(aStoredRound('r'), day('2027-10-01'), day('2027-09-30'));
    const state = (completedOn: string) =>
      judge({
        person: {},
        because: 'everybody',
        completions: [{ completedOn: day(completedOn), source: 'import' }],
        exemptions: [],
      }).state;
    expect(state('2027-09-30')).toBe('done');
    expect(state('2027-10-01')).toBe('overdue');
  });

  it('shows what others recorded before one’s own word', () => {
    const status = statuses(
      aStoredRound('r'),
      undefined,
      day('2026-11-24'),
    )({
      person: {},
      because: 'everybody',
      completions: [
        { completedOn: day('2026-10-05'), source: 'selfDeclared' },
        { completedOn: day('2026-10-06'), source: 'import' },
      ],
      exemptions: [],
    });
    expect(status).toMatchObject({ state: 'done', completion: { source: 'import' } });
  });

  it('waits while on leave, and gives fourteen days when back', () => {
    const who = (absentTo: string): Learner => ({
      person: { absentFrom: day('2026-12-01'), absentTo: day(absentTo) },
      because: 'everybody',
      completions: [],
      exemptions: [],
    });
    const on = (date: string) => statuses(aStoredRound('r'), undefined, day(date));
    expect(on('2027-02-10')(who('2027-02-15'))).toMatchObject({ state: 'paused' });
    expect(on('2027-02-16')(who('2027-02-15'))).toMatchObject({ state: 'open', due: '2027-03-01' });
    expect(on('2027-03-02')(who('2027-02-15'))).toMatchObject({ state: 'overdue' });
    expect(on('2026-12-20')(who('2026-12-15'))).toMatchObject({ state: 'open', due: '2027-01-31' });
  });

  it('stays overdue for whoever went on leave after the last day', () => {
    const who: Learner = {
      person: { absentFrom: day('2027-02-10'), absentTo: day('2027-03-01') },
      because: 'everybody',
      completions: [],
      exemptions: [],
    };
    expect(statuses(aStoredRound('r'), undefined, day('2027-03-05'))(who)).toMatchObject({
      state: 'overdue',
      due: '2027-01-31',
    });
  });

  it('comes back when an exemption ends, by its last day or by hand', () => {
    fc.assert(
      fc.property(around('2026-12-01', 60), fc.integer({ min: 0, max: 90 }), fc.boolean(), (from, length, byHand) => {
        const until = addDays(from, length);
        const end = byHand ? { endedOn: addDays(until, 1) } : { until };
        const who: Learner = {
          person: {},
          because: 'everybody',
          completions: [],
          exemptions: [anExemption('one', { from, ...end })],
        };
        const on = (date: LocalDate) => statuses(aStoredRound('r'), undefined, date)(who);
        expect(on(until).state).toBe('exempt');
        const back = on(addDays(until, 1));
        if (from > '2027-01-31') expect(back.state).toBe('overdue');
        else expect(back).toMatchObject({ state: 'open' });
        if (back.state === 'open') expect(daysBetween(until, back.due)).toBeGreaterThanOrEqual(daysWhenBack);
      }),
    );
  });

  it('was never exempt by an exemption that was ended on its first day', () => {
    const one = anExemption('one', { from: day('2026-11-24'), endedOn: day('2026-11-24') });
    expect(exemptionHolds(one, day('2026-11-24'))).toBe(false);
  });
});

describe('the due date', () => {
  const due = (changes: Parameters<typeof aStoredRound>[1], hiredOn?: string, latest?: string) =>
    plainDueDays(aStoredRound('r', changes))(
      hiredOn === undefined ? undefined : day(hiredOn),
      latest === undefined ? undefined : day(latest),
    );

  it('is the round’s for those who were there', () => {
    expect(due({}, '2020-01-01', '2025-12-01')).toBe('2027-01-31');
    expect(due({})).toBe('2027-01-31');
    expect(due({}, '2026-10-01')).toBe('2027-01-31');
  });

  it('is some days after the hire date for the new, also after the round’s date', () => {
    expect(due({}, '2026-10-02')).toBe('2026-11-01');
    expect(due({}, '2027-01-20')).toBe('2027-02-19');
    expect(due({}, '2027-03-01')).toBe('2027-03-31');
    expect(due({ newWithinDays: 200 }, '2026-09-01')).toBe('2027-03-20');
  });

  it('is twelve months after the latest completion, within the round', () => {
    const basis = { basis: 'lastCompletion' } as const;
    expect(due(basis, '2020-01-01', '2025-11-15')).toBe('2026-11-15');
    expect(due(basis, '2020-01-01', '2025-03-01')).toBe('2026-10-01');
    expect(due(basis, '2020-01-01', '2026-05-01')).toBe('2027-01-31');
    expect(due(basis, '2020-01-01')).toBe('2027-01-31');
    expect(due(basis, '2026-11-01', '2025-11-15')).toBe('2026-12-01');
  });

  it('believes a completion for a year and not a day longer', () => {
    const judge = statuses(aStoredRound('r', { basis: 'lastCompletion' }), undefined, day('2026-11-24'));
    const state = (completedOn: string) =>
      judge({
        person: {},
        because: 'everybody',
        completions: [{ completedOn: day(completedOn), source: 'import' }],
        exemptions: [],
      });
    expect(state('2026-02-01')).toMatchObject({ state: 'done', due: '2027-01-31' });
    expect(state('2026-01-31')).toMatchObject({ state: 'open', due: '2027-01-31' });
    expect(state('2025-11-23')).toMatchObject({ state: 'overdue', due: '2026-11-23' });
  });

  it('knows the leap day', () => {
    expect(yearAfter(day('2024-02-29'))).toBe('2025-02-28');
    expect(yearAfter(day('2023-02-28'))).toBe('2024-02-28');
  });

  it('is never moved to an earlier day by leave', () => {
    const pause = fc.record({ from: around('2026-12-01', 90), to: maybe(around('2027-01-01', 90)) });
    fc.assert(
      fc.property(around('2027-01-01', 60), fc.array(pause, { maxLength: 3 }), (plain, pauses) => {
        expect(dueAfterPauses(plain, pauses) >= plain).toBe(true);
      }),
    );
  });
});

describe('rounds of a course', () => {
  it('are never open at the same time, and once begun there is always one that runs or was closed by hand', () => {
    const starts = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 1000 }), (given, after) => {
        const opened = [...given].sort((one, other) => one - other).map((days) => addDays(day('2026-01-01'), days));
        const on = addDays(day('2026-01-01'), after);
        const states = opened.map((opensOn, index) => roundState({ opensOn, nextOpensOn: opened[index + 1] }, on));
        const begun = opened.some((opensOn) => opensOn <= on);
        expect(states.filter((state) => state === 'open')).toHaveLength(begun ? 1 : 0);
      }),
    );
  });

  it('are counted on their last day once they are over', () => {
    const span = { opensOn: day('2025-10-01'), nextOpensOn: day('2026-10-01') };
    expect(countedOn(span, day('2026-09-30'))).toBe('2026-09-30');
    expect(countedOn(span, day('2026-11-24'))).toBe('2026-09-30');
    expect(countedOn({ ...span, closedOn: day('2026-02-01') }, day('2026-11-24'))).toBe('2026-02-01');
    expect(countedOn({ ...span, closedOn: day('2026-12-01') }, day('2026-11-24'))).toBe('2026-09-30');
  });

  it('overlap while both want the course taken', () => {
    const one = aStoredRound('one');
    const next = { opensOn: day('2027-01-31'), dueOn: day('2027-03-01') };
    expect(roundsOverlap(one, aStoredRound('two', next))).toBe(true);
    expect(roundsOverlap({ ...one, closedOn: day('2027-01-30') }, aStoredRound('two', next))).toBe(false);
    expect(roundsOverlap(one, aStoredRound('two', { ...next, opensOn: day('2027-02-01') }))).toBe(false);
  });
});

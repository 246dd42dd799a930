import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, type Instant } from '../../../../api/kernel/index.ts';
import {
  hoursBetween,
  injectsDue,
  isPosting,
  metOf,
  missingInEvaluation,
  passes,
  recoveryKey,
} from '../../../../api/contingency/exercises/test-rules.ts';
import { aTest } from '../builders.ts';

const start = instant(new Date('2026-11-24T09:00:00Z'));
const after = (minutes: number): Instant => instant(new Date(Date.parse(start) + minutes * 60_000));
const hour = 60;

const criterion = fc.record(
  {
    key: fc.constantFrom('a', 'b', 'c', recoveryKey),
    text: fc.constant('x'),
    hours: fc.double({ min: 0, max: 100, noNaN: true }),
  },
  { requiredKeys: ['key', 'text'] },
);
const criteria = fc.uniqueArray(criterion, { selector: ({ key }) => key, maxLength: 4 });
const result = fc.record(
  {
    key: fc.constantFrom('a', 'b', 'c', recoveryKey),
    met: fc.boolean(),
    hours: fc.double({ min: 0, max: 200, noNaN: true }),
    note: fc.constant(''),
  },
  { requiredKeys: ['key', 'met', 'note'] },
);
const results = fc.uniqueArray(result, { selector: ({ key }) => key, maxLength: 4 });
const recovery = fc.option(fc.double({ min: 0, max: 200, noNaN: true }), { nil: undefined });
const given = fc.record({ criteria, results, recovery }).map(({ recovery: hours, ...rest }) => ({
  ...rest,
  ...(hours === undefined ? {} : { recovery: hours }),
}));

describe('whether a test was passed', () => {
  it('is passed exactly when there is something to meet and all of it was met', () => {
    fc.assert(
      fc.property(given, (test) => {
        expect(passes(test)).toBe(test.criteria.length > 0 && test.criteria.every((one) => metOf(one, test) === true));
      }),
    );
  });

  it('is never passed when a time was measured above its limit, whatever was ticked', () => {
    fc.assert(
      fc.property(given, fc.double({ min: 0.01, max: 50, noNaN: true }), (test, over) => {
        const late = { key: 'late', text: 'x', hours: 4 };
        const measured = { key: 'late', met: true, hours: 4 + over, note: '' };
        expect(passes({ ...test, criteria: [...test.criteria, late], results: [...test.results, measured] })).toBe(
          false,
        );
      }),
    );
  });

  it('does not become failed when something is measured faster', () => {
    fc.assert(
      fc.property(given, fc.double({ min: 0, max: 1, noNaN: true }), (test, share) => {
        if (!passes(test)) return;
        const faster = test.results.map((one) => ('hours' in one ? { ...one, hours: (one.hours ?? 0) * share } : one));
        const quick = 'recovery' in test ? { recovery: test.recovery * share } : {};
        expect(passes({ ...test, results: faster, ...quick })).toBe(true);
      }),
    );
  });

  it('takes the recovery from the test itself, and a time exactly at its limit as met', () => {
    const criteria = [{ key: recoveryKey, text: 'I gang igen', hours: 4 }];
    expect(metOf({ ...criteria[0], key: recoveryKey, text: '', hours: 4 }, { results: [], recovery: 4 })).toBe(true);
    expect(passes({ criteria, results: [], recovery: 4.01 })).toBe(false);
    expect(metOf({ key: recoveryKey, text: '', hours: 4 }, { results: [] })).toBeUndefined();
  });

  it('is not passed without criteria, as somebody may have left a list item', () => {
    expect(passes({ criteria: [], results: [] })).toBe(false);
  });
});

describe('what an evaluation lacks', () => {
  const ended = aTest('t', { state: 'ended', results: [], wentWell: '', toImprove: ' ' });
  it('is all of it to begin with', () => {
    expect(missingInEvaluation(ended, 0)).toEqual(['results', 'wentWell', 'toImprove']);
  });
  it('is a measured time too when something was stopped or restored', () => {
    const stop = aTest('t', { kind: 'fullStop', recovery: undefined, toImprove: 'Lidt' });
    expect(missingInEvaluation(stop, 0)).toEqual(['recovery']);
  });
  it('is an improvement when it was not passed', () => {
    const failed = aTest('t', { results: [{ key: 'k1', met: false, note: '' }], toImprove: 'Meget' });
    expect(missingInEvaluation(failed, 0)).toEqual(['improvement']);
    expect(missingInEvaluation(failed, 1)).toEqual([]);
  });
});

describe('the clock of injects', () => {
  const injects = [
    { key: 'late', minute: 30, text: 'B' },
    { key: 'first', minute: 0, text: 'A' },
  ];
  const running = aTest('t', { state: 'running', startedAt: start, injects });
  const keys = (test = running, minutes = 0) => injectsDue(test, after(minutes)).map(({ key }) => key);

  it('gives each when its minute has come, the first first', () => {
    expect(keys(running, 0)).toEqual(['first']);
    expect(keys(running, 29.9)).toEqual(['first']);
    expect(keys(running, 30)).toEqual(['first', 'late']);
  });
  it.each(['planned', 'ended', 'closed', 'cancelled'] as const)('gives nothing in a test that is %s', (state) => {
    expect(keys(aTest('t', { state, startedAt: start, injects }), 60)).toEqual([]);
  });
  it('stops after a day, and waits when the clock stands before the start', () => {
    expect(isPosting(running, after(24 * hour))).toBe(true);
    expect(keys(running, 24 * hour + 1)).toEqual([]);
    expect(keys(running, -1)).toEqual([]);
  });
  it('never takes back what it has given while the test runs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_440 }), fc.integer({ min: 0, max: 1_440 }), (one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        expect(keys(running, late)).toEqual(expect.arrayContaining(keys(running, early)));
      }),
    );
  });
  it('measures hours between two moments, never less than none', () => {
    expect(hoursBetween(start, after(90))).toBe(1.5);
    expect(hoursBetween(after(90), start)).toBe(0);
  });
});

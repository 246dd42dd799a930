import { describe, expect, it } from 'vitest';
import { createLookPlan, type LookOutcome, type LookPlan } from '../../../api/sharepoint/look-plan.ts';

const second = 1_000;
const minute = 60 * second;

/** A plan of a number of lists, each third only the program's, whose polls end at once. */
function aPlan(lists: number, { told = false, unitsPerMinute = 8, pollSeconds = 20 } = {}) {
  let now = 0;
  const plan: LookPlan = createLookPlan({ unitsPerMinute, pollMs: pollSeconds * second, now: () => now });
  const names = Array.from({ length: lists }, (_, at) => `List${at}`);
  for (const [at, name] of names.entries()) {
    plan.add(name, at % 3 === 0 ? 'program' : 'people');
    plan.setTold(name, told);
  }
  const looks: { list: string; at: number }[] = [];
  const outcomes = new Map<string, LookOutcome>();
  return {
    plan,
    names,
    looks,
    outcomes,
    /** Advances time, a second at a time. */
    pass(milliseconds: number, each: () => void = () => undefined) {
      const from = looks.length;
      for (const end = now + milliseconds; now < end; now += second) {
        each();
        for (const list of plan.begin()) {
          looks.push({ list, at: now });
          plan.ended(list, outcomes.get(list) ?? 'nothing');
        }
      }
      return looks.slice(from).map(({ list }) => list);
    },
  };
}
const gapsOf = (looks: readonly { list: string; at: number }[], list: string) => {
  const times = looks.filter((look) => look.list === list).map(({ at }) => at);
  return times.slice(1).map((at, before) => (at - (times[before] ?? 0)) / minute);
};

describe('lists of which nothing is told', () => {
  it.each([60, 120, 600])('%i of them cost no more than the budget in any ten minutes', (count) => {
    const { pass } = aPlan(count);
    for (let part = 0; part < 12; part += 1) expect(pass(10 * minute).length).toBeLessThanOrEqual(82);
  });

  it('are each looked at within minutes, those that nobody edits by hand four times more seldom', () => {
    const { pass, looks, plan } = aPlan(60);
    pass(180 * minute);
    for (const [list, most] of [
      ['List1', 8],
      ['List59', 8],
      ['List0', 30],
    ] as const) {
      const gaps = gapsOf(looks, list);
      expect(Math.max(...gaps), list).toBeLessThan(most);
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
      expect(mean / plan.everyMinutes(list), list).toBeCloseTo(1, 0);
    }
    expect(plan.everyMinutes('List0')).toBeCloseTo(4 * plan.everyMinutes('List1'), 5);
  });

  it('are looked at every poll while somebody reads them, and no more when nobody does', () => {
    const { pass, plan } = aPlan(60);
    const read = pass(10 * minute, () => plan.read('List7')).filter((list) => list === 'List7');
    expect(read.length).toBeGreaterThanOrEqual(29);
    pass(2 * minute);
    expect(pass(10 * minute).filter((list) => list === 'List7').length).toBeLessThan(4);
  });
});

describe('lists that are told', () => {
  it('cost a few units a minute while nothing happens, and some list is looked at every minute', () => {
    const many = aPlan(60, { told: true });
    for (let part = 0; part < 12; part += 1) expect(many.pass(10 * minute).length).toBeLessThanOrEqual(45);
    const few = aPlan(2, { told: true });
    const looked = few.pass(60 * minute).length;
    expect(looked).toBeGreaterThanOrEqual(58);
    expect(looked).toBeLessThanOrEqual(60);
  });

  it('are looked at at once when they are told of, and again a poll later however often they are', () => {
    const { pass, plan, outcomes } = aPlan(60, { told: true });
    outcomes.set('List5', 'something');
    pass(5 * minute);
    plan.want('List5');
    expect(pass(second)).toContain('List5');
    const more = pass(minute, () => plan.want('List5')).filter((list) => list === 'List5');
    expect(more).toHaveLength(3);
  });

  it('are looked at twice more when the change cannot be read yet, and then no more', () => {
    const { pass, plan } = aPlan(60, { told: true });
    pass(5 * minute);
    plan.want('List5');
    expect(plan.isSettled('List5')).toBe(false);
    expect(pass(5 * minute).filter((list) => list === 'List5')).toHaveLength(3);
    expect(plan.isSettled('List5')).toBe(true);
  });
});

describe('lists that cannot be looked at', () => {
  it('are tried one each poll while Microsoft 365 is away, and all are looked at when it is back', () => {
    const { pass, outcomes, names } = aPlan(60, { told: true });
    for (const name of names) outcomes.set(name, 'away');
    expect(pass(30 * minute).length).toBeLessThanOrEqual(30 * 8);
    outcomes.clear();
    expect(new Set(pass(minute))).toEqual(new Set(names));
    expect(pass(10 * minute).length).toBeLessThanOrEqual(82 + 120);
  });

  it('are tried one each poll in all when SharePoint refuses them, and hold up no other', () => {
    const { pass, outcomes, names, looks } = aPlan(60);
    for (const name of names.slice(0, 10)) outcomes.set(name, 'failed');
    pass(60 * minute);
    const looked = pass(60 * minute);
    const refused = looked.filter((list) => outcomes.has(list));
    expect(refused.length).toBeLessThanOrEqual(181);
    expect(looked.length - refused.length).toBeGreaterThan(400);
    expect(Math.max(...gapsOf(looks, 'List59'))).toBeLessThan(10);
  });

  it('are all looked at when SharePoint takes one of them again, as after a new certificate', () => {
    const { pass, outcomes, names } = aPlan(60, { told: true });
    for (const name of names) outcomes.set(name, 'failed');
    pass(120 * minute);
    outcomes.clear();
    expect(new Set(pass(minute))).toEqual(new Set(names));
  });
});

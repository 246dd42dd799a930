import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate, type Instant } from '../../../api/kernel/index.ts';
import { isInForce, statusesOf, type Paper, type Round } from '../../../api/approvals/version-status.ts';
import { day } from '../organisation/builders.ts';

const at = (date: string) => `${date}T10:00:00.000Z` as Instant;
const round = (number: number, state: Round['state'], endedOn?: string, purpose?: string): Round => ({
  round: number,
  state,
  ...(endedOn === undefined ? {} : { endedAt: at(endedOn) }),
  ...(purpose === undefined ? {} : { purpose }),
});
const paper = (number: number, rounds: Round[], reviewMonths = 12): Paper => ({
  key: `v${number}`,
  ...{ number, rounds, reviewMonths },
});
const today = day('2026-11-24');
const stateOf = (rounds: Round[], on = today) => statusesOf([paper(1, rounds)], false, on).get('v1');

describe('the state of a version', () => {
  it.each([
    ['draft', []],
    ['draft', [round(1, 'withdrawn', '2026-11-01')]],
    ['waiting', [round(1, 'open')]],
    ['waiting', [round(1, 'returned', '2026-11-01'), round(2, 'open')]],
    ['returned', [round(1, 'returned', '2026-11-01')]],
    ['rejected', [round(1, 'returned', '2026-10-01'), round(2, 'rejected', '2026-11-01')]],
    ['valid', [round(1, 'returned', '2026-10-01'), round(2, 'approved', '2026-11-01')]],
    ['valid', [round(1, 'approved', '2025-11-24')]],
    ['expired', [round(1, 'approved', '2025-11-23')]],
    ['valid', [round(1, 'approved', '2025-01-01'), round(2, 'approved', '2025-12-30', 'renewal')]],
    ['expired', [round(1, 'approved', '2025-01-01'), round(2, 'open', undefined, 'renewal')]],
    ['valid', [round(1, 'approved', '2026-01-01'), round(2, 'rejected', '2026-11-01', 'renewal')]],
  ] as const)('is %s after %j', (state, rounds) => {
    expect(stateOf([...rounds])?.state).toBe(state);
  });

  it('is in force from the end of its approval, and looked at again from the latest renewal', () => {
    const status = stateOf([
      round(1, 'approved', '2025-01-31'),
      round(2, 'approved', '2026-01-31', 'renewal'),
      round(3, 'returned', '2026-10-01', 'renewal'),
    ]);
    expect(status).toEqual({ state: 'valid', validFrom: '2025-01-31', reviewOn: '2027-01-31', renewing: false });
  });

  it('counts the Danish day on which an approval ended', () => {
    const late = { round: 1, state: 'approved', endedAt: '2026-11-23T23:30:00.000Z' as Instant } as const;
    expect(stateOf([late])?.validFrom).toBe('2026-11-24');
  });

  it('is superseded by the next approved one, and retired with its procedure', () => {
    const papers = [paper(1, [round(1, 'approved', '2025-01-01')]), paper(2, [round(1, 'approved', '2026-01-01')])];
    const states = (retired: boolean) => [...statusesOf(papers, retired, today).values()].map(({ state }) => state);
    expect(states(false)).toEqual(['superseded', 'valid']);
    expect(states(true)).toEqual(['superseded', 'retired']);
  });

  it('stays in force while the next version is on its way, sent back or rejected', () => {
    for (const state of ['open', 'returned', 'rejected', 'withdrawn'] as const) {
      const papers = [paper(1, [round(1, 'approved', '2026-01-01')]), paper(2, [round(1, state, '2026-02-01')])];
      expect(statusesOf(papers, false, today).get('v1')?.state).toBe('valid');
    }
  });
});

const states = ['open', 'approved', 'rejected', 'returned', 'withdrawn'] as const;
const someDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(day('2023-01-01'), days));
const someRounds = fc
  .array(fc.record({ state: fc.constantFrom(...states), ended: someDay, isRenewal: fc.boolean() }), { maxLength: 5 })
  .map((rounds) =>
    rounds.map(({ state, ended, isRenewal }, index) =>
      round(index + 1, state, state === 'open' ? undefined : ended, isRenewal ? 'renewal' : undefined),
    ),
  );
const someProcedure = fc
  .array(fc.tuple(someRounds, fc.integer({ min: 1, max: 36 })), { minLength: 1, maxLength: 5 })
  .map((all) => all.map(([rounds, months], index) => paper(index + 1, rounds, months)));

describe('whatever has been decided', () => {
  it('has at most one version in force, none above it approved, and the order of the items does not matter', () => {
    fc.assert(
      fc.property(someProcedure, someDay, fc.boolean(), (papers, on, retired) => {
        const statuses = statusesOf(papers, retired, on);
        const inForce = papers.filter(({ key }) => isInForce(statuses.get(key)?.state ?? 'draft'));
        expect(inForce.length).toBeLessThanOrEqual(retired ? 0 : 1);
        const [current] = inForce;
        for (const { key, number } of papers)
          if (current && number > current.number) expect(statuses.get(key)?.validFrom).toBeUndefined();
        const turned = statusesOf(
          papers.toReversed().map((one) => ({ ...one, rounds: one.rounds.toReversed() })),
          retired,
          on,
        );
        for (const { key } of papers) expect(turned.get(key)).toEqual(statuses.get(key));
      }),
    );
  });

  it('is to be looked at after it came into force, and expires on the day after, once and for all until renewed', () => {
    fc.assert(
      fc.property(someProcedure, someDay, (papers, on) => {
        for (const { state, validFrom, reviewOn } of statusesOf(papers, false, on).values()) {
          if (validFrom === undefined) expect([reviewOn, isInForce(state)]).toEqual([undefined, false]);
          else {
            expect(reviewOn !== undefined && reviewOn > validFrom).toBe(true);
            if (state === 'valid') expect(on <= (reviewOn ?? on)).toBe(true);
            if (state === 'expired') expect(on > (reviewOn ?? on)).toBe(true);
          }
        }
      }),
    );
  });

  it('is not changed by a renewal that was refused, and later by one that was given', () => {
    fc.assert(
      fc.property(someRounds, someDay, someDay, (rounds, ended, on) => {
        const plain = statusesOf([paper(1, rounds)], false, on).get('v1');
        const with_ = (state: Round['state']) =>
          statusesOf([paper(1, [...rounds, round(9, state, ended, 'renewal')])], false, on).get('v1');
        expect(with_('rejected')).toEqual(plain);
        const renewed = with_('approved');
        expect(renewed?.validFrom).toBe(plain?.validFrom);
        if (plain?.reviewOn !== undefined && renewed?.reviewOn !== undefined)
          expect(renewed.reviewOn >= plain.reviewOn).toBe(true);
        expect(localDate(at(ended))).toBe(ended);
      }),
    );
  });
});

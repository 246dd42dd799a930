import { describe, expect, it } from 'vitest';
import { hasReserved } from '../../../api/deliveries/index.ts';
import { settled, type Left, type Outcome, type Settlement } from '../../../api/deliveries/settled.ts';
import type { Recipient, RecipientState } from '../../../api/deliveries/index.ts';
import type { Instant, PersonId } from '../../../api/kernel/index.ts';

const at = '2026-11-24T09:00:00.000Z' as Instant;
const person = (name: string) => name as PersonId;
const block = (states: Record<string, RecipientState>, holder?: string) => ({
  holder,
  recipients: Object.entries(states).map(([name, state]): Recipient => ({ person: person(name), state })),
});
const settle = (changes: Partial<Settlement> = {}): Settlement => ({
  holder: 'me',
  outcomes: new Map(),
  underWay: new Set(),
  reserve: 2,
  retries: true,
  verdict: () => ({ state: 'send' }),
  left: () => 'inDoubt',
  repeatWhenUncertain: false,
  at,
  ...changes,
});
const outcomes = (given: Record<string, Outcome>) =>
  new Map(Object.entries(given).map(([name, outcome]) => [person(name), outcome]));
const statesOf = (result: ReturnType<typeof settled>) =>
  Object.fromEntries((result?.recipients ?? []).map(({ person: name, state }) => [name, state]));

describe('settling a block', () => {
  it('writes outcomes and reserves the next in one', () => {
    const result = settled(
      block({ a: 'reserved', b: 'reserved', c: 'waiting', d: 'waiting', e: 'waiting' }, 'me'),
      settle({ outcomes: outcomes({ a: { state: 'sent', activity: '1' }, b: { state: 'blocked' } }) }),
    );
    expect(statesOf(result)).toEqual({ a: 'sent', b: 'blocked', c: 'reserved', d: 'reserved', e: 'waiting' });
    expect(result?.holder).toBe('me');
  });

  it('changes nothing when the write was made although its answer was lost', () => {
    const before = block({ a: 'reserved', b: 'waiting', c: 'waiting', d: 'waiting' }, 'me');
    const settlement = settle({ outcomes: outcomes({ a: { state: 'sent', activity: '1' } }) });
    const made = settled(before, settlement);
    expect(made && settled(made, settlement)).toBeUndefined();
  });

  it('makes everybody uncertain whom a dead run had reserved, and reserves anew in the same write', () => {
    const result = settled(block({ a: 'reserved', b: 'sent', c: 'waiting' }, 'dead'), settle());
    expect(statesOf(result)).toEqual({ a: 'uncertain', b: 'sent', c: 'reserved' });
    expect(result?.recipients[0]).toMatchObject({ code: 'interrupted', at });
  });

  it('knows from the journal who never left, and what became of the others', () => {
    const left: Record<string, Left> = { a: 'notSent', b: 'inDoubt', c: { state: 'sent', activity: '7', at } };
    const result = settled(
      block({ a: 'reserved', b: 'reserved', c: 'reserved', d: 'sent' }, 'dead'),
      settle({ reserve: 0, left: (holder, name) => (holder === 'dead' ? (left[name] ?? 'notSent') : 'inDoubt') }),
    );
    expect(statesOf(result)).toEqual({ a: 'waiting', b: 'uncertain', c: 'sent', d: 'sent' });
    expect(result?.recipients[0]).toEqual({ person: 'a', state: 'waiting' });
    expect(result?.recipients[2]).toMatchObject({ activity: '7', at });
  });

  it('queues them again for kinds that may repeat', () => {
    const result = settled(block({ a: 'reserved' }, 'dead'), settle({ repeatWhenUncertain: true, reserve: 0 }));
    expect(result?.recipients).toEqual([{ person: 'a', state: 'waiting', attempts: 1, isRepeat: true }]);
  });

  it('believes an outcome that arrives after another run had called the recipient uncertain', () => {
    const taken = settled(block({ a: 'reserved' }, 'me'), settle({ holder: 'other', reserve: 0 }));
    expect(statesOf(taken)).toEqual({ a: 'uncertain' });
    const told = taken && settled(taken, settle({ outcomes: outcomes({ a: { state: 'sent', activity: '1' } }) }));
    expect(statesOf(told)).toEqual({ a: 'sent' });
  });

  it('lets go of reserved recipients when nothing may be sent, except those under way', () => {
    const result = settled(
      block({ a: 'reserved', b: 'reserved', c: 'waiting' }, 'me'),
      settle({ reserve: 0, underWay: new Set([person('a')]) }),
    );
    expect(statesOf(result)).toEqual({ a: 'reserved', b: 'waiting', c: 'waiting' });
  });

  it('names nobody as holder when nobody is reserved', () => {
    const result = settled(block({ a: 'reserved' }, 'me'), settle({ outcomes: outcomes({ a: { state: 'sent' } }) }));
    expect(result).toMatchObject({ holder: undefined });
  });

  it('counts those under way among the reserved, so that no more are reserved than asked for', () => {
    const result = settled(
      block({ a: 'reserved', b: 'waiting', c: 'waiting' }, 'me'),
      settle({ underWay: new Set([person('a')]) }),
    );
    expect(statesOf(result)).toEqual({ a: 'reserved', b: 'reserved', c: 'waiting' });
  });

  it('ends people who need no message without reserving them', () => {
    const result = settled(
      block({ a: 'waiting', b: 'waiting', c: 'waiting', d: 'waiting' }),
      settle({
        reserve: 1,
        verdict: (name) => {
          if (name === person('a')) return { state: 'notNeeded' };
          return name === person('b') ? { state: 'notApplicable', code: 'noTeams' } : { state: 'send' };
        },
      }),
    );
    expect(statesOf(result)).toEqual({ a: 'notNeeded', b: 'notApplicable', c: 'reserved', d: 'waiting' });
    expect(result?.recipients[1]).toEqual({ person: 'b', state: 'notApplicable', code: 'noTeams', at });
  });

  it('leaves those who were tried before to the sweep for them', () => {
    const tried = { holder: undefined, recipients: [{ person: person('a'), state: 'waiting' as const, attempts: 1 }] };
    expect(settled(tried, settle({ retries: false }))).toBeUndefined();
    expect(statesOf(settled(tried, settle({ retries: true })))).toEqual({ a: 'reserved' });
  });

  it('knows a block in which somebody is reserved', () => {
    expect(hasReserved(block({ a: 'reserved' }, 'dead'))).toBe(true);
    expect(hasReserved(block({ a: 'sent' }, 'dead'))).toBe(false);
  });
});

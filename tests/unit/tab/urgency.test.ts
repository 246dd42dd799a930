import { describe, expect, it } from 'vitest';
import { endOfWeek, urgencyOf } from '../../../tab/obligations/urgency.ts';

describe('urgencyOf', () => {
  const tuesday = '2026-11-24';
  it.each([
    ['2026-11-23', 'overdue'],
    ['2026-11-24', 'week'],
    ['2026-11-29', 'week'],
    ['2026-11-30', 'later'],
  ] as const)('says of what is due on %s: %s', (due, urgency) => {
    expect(urgencyOf({ state: 'open', due }, tuesday)).toBe(urgency);
  });

  it('calls nothing overdue that waits or is done', () => {
    expect(urgencyOf({ state: 'paused', due: '2026-01-01' }, tuesday)).toBe('paused');
    expect(urgencyOf({ state: 'done', due: '2026-01-01' }, tuesday)).toBe('done');
  });
});

describe('endOfWeek', () => {
  it.each([
    ['2026-11-23', '2026-11-29'],
    ['2026-11-29', '2026-11-29'],
    ['2026-12-31', '2027-01-03'],
    ['2026-03-27', '2026-03-29'],
  ])('of %s is the Sunday %s', (day, sunday) => {
    expect(endOfWeek(day)).toBe(sunday);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asField, endFromField, fromField } from '../../../tab/contingency/downtime/moments.ts';

const was = process.env['TZ'];
beforeAll(() => {
  process.env['TZ'] = 'Europe/Copenhagen';
});
afterAll(() => {
  if (was === undefined) delete process.env['TZ'];
  else process.env['TZ'] = was;
});
const again = (moment: string) => fromField(asField(Date.parse(moment)), Date.parse(moment));

describe('a field for day and time', () => {
  it('gives the moment back that it was filled with, to the minute', () => {
    expect(again('2026-11-24T09:12:40.000Z')).toBe('2026-11-24T09:12:00.000Z');
    expect(again('2027-03-28T01:30:00.000Z')).toBe('2027-03-28T01:30:00.000Z');
  });

  it('does so in the night when the clock shows an hour twice', () => {
    expect(again('2026-10-25T00:30:00.000Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(again('2026-10-25T01:30:00.000Z')).toBe('2026-10-25T01:30:00.000Z');
    expect(fromField('2026-10-25T02:30', Date.parse('2026-10-25T09:00:00Z'))).toBe('2026-10-25T01:30:00.000Z');
  });

  it('is nothing while it is not filled in', () => {
    expect([fromField(''), fromField('i går')]).toEqual([undefined, undefined]);
  });

  it('means, as the end of what began in that minute, now: never its beginning', () => {
    const [start, now] = ['2026-11-24T09:12:40.000Z', Date.parse('2026-11-24T09:12:55.500Z')];
    const end = (at: number) => endFromField('2026-11-24T10:12', start, at);
    expect(end(now)).toBe('2026-11-24T09:12:55.500Z');
    expect(end(now + 600_000)).toBe('2026-11-24T09:12:59.999Z');
    // A device whose clock is behind.
    expect(end(now - 600_000)).toBe('2026-11-24T09:12:41.000Z');
    expect(endFromField('2026-11-24T10:13', start, now + 600_000)).toBe('2026-11-24T09:13:00.000Z');
    expect(endFromField('', start, now)).toBeUndefined();
  });
});

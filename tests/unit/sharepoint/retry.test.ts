import { describe, expect, it } from 'vitest';
import { decide, waitAsked, type Attempt } from '../../../api/sharepoint/retry.ts';

const attempt = (changes: Partial<Attempt>): Attempt => ({
  method: 'GET',
  status: 429,
  graphCode: '',
  attempts: 1,
  throttledWithoutLimit: 0,
  hasQueryShape: false,
  repeatable: false,
  patienceMs: 600_000,
  ...changes,
});
const asked = (headers: Record<string, string>) => new Headers(headers);

describe('decide', () => {
  it('waits for the larger of Retry-After and RateLimit-Reset', () => {
    const headers = asked({ 'Retry-After': '3', 'RateLimit-Reset': '20' });
    expect(decide(attempt({ headers }))).toMatchObject({ do: 'repeat', afterMs: 20_000 });
    const other = asked({ 'Retry-After': '30', 'RateLimit-Reset': '20' });
    expect(decide(attempt({ headers: other }))).toMatchObject({ do: 'repeat', afterMs: 30_000 });
  });

  it('obeys a Retry-After above three minutes in full', () => {
    expect(decide(attempt({ status: 503, headers: asked({ 'Retry-After': '240' }) }))).toMatchObject({
      afterMs: 240_000,
    });
  });

  it('reads a Retry-After that is a date', () => {
    const headers = asked({ 'Retry-After': 'Tue, 24 Nov 2026 09:00:10 GMT' });
    expect(waitAsked(headers, () => Date.parse('2026-11-24T09:00:00Z'))).toBe(10_000);
  });

  it('gives up at once when the wait is longer than the patience', () => {
    const headers = asked({ 'Retry-After': '30' });
    expect(decide(attempt({ headers, patienceMs: 8_000 }))).toMatchObject({ do: 'giveUp', queryShape: false });
  });

  it.each([429, 503, 509])('repeats a POST that was turned away (status %i)', (status) => {
    expect(decide(attempt({ method: 'POST', status })).do).toBe('repeat');
  });

  it.each([0, 500, 502, 504])('never repeats a POST or PATCH that may have been done (status %i)', (status) => {
    expect(decide(attempt({ method: 'POST', status })).do).toBe('giveUp');
    expect(decide(attempt({ method: 'PATCH', status })).do).toBe('giveUp');
    expect(decide(attempt({ method: 'POST', status, repeatable: true })).do).toBe('repeat');
  });

  it.each(['GET', 'PUT', 'DELETE'])('repeats %s after a time-out or a reset', (method) => {
    expect(decide(attempt({ method, status: 504 })).do).toBe('repeat');
    expect(decide(attempt({ method, status: 0 })).do).toBe('repeat');
  });

  it.each([400, 401, 403, 404, 405, 406, 409, 410, 411, 412, 413, 415, 416, 422, 423, 501, 507])(
    'takes status %i as an answer',
    (status) => {
      expect(decide(attempt({ status })).do).toBe('giveUp');
    },
  );

  it('takes a throttled filter for the row threshold after a few tries', () => {
    const filter = { hasQueryShape: true, headers: asked({ 'Retry-After': '1' }) };
    expect(decide(attempt({ ...filter, attempts: 3, throttledWithoutLimit: 3 })).do).toBe('repeat');
    expect(decide(attempt({ ...filter, attempts: 4, throttledWithoutLimit: 4 }))).toMatchObject({
      do: 'giveUp',
      queryShape: true,
    });
  });

  it("holds back everything when the limit is the application's own", () => {
    const limit = asked({ 'Retry-After': '5', 'RateLimit-Reset': '5' });
    expect(decide(attempt({ headers: limit })).pauseAll).toBe(true);
    expect(decide(attempt({ headers: asked({ 'Retry-After': '5' }), throttledWithoutLimit: 1 })).pauseAll).toBe(false);
  });

  it('doubles its own waits and stops after twelve attempts', () => {
    const waits = [1, 2, 3, 10].map((attempts) => decide(attempt({ status: 504, attempts }), () => 1));
    expect(waits).toMatchObject([{ afterMs: 500 }, { afterMs: 1_000 }, { afterMs: 2_000 }, { afterMs: 30_000 }]);
    expect(decide(attempt({ status: 504, attempts: 12 })).do).toBe('giveUp');
  });

  it('tries a 500 only once more', () => {
    expect(decide(attempt({ status: 500, attempts: 1 })).do).toBe('repeat');
    expect(decide(attempt({ status: 500, attempts: 2 })).do).toBe('giveUp');
  });
});

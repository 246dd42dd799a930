import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, errorOf } from '../../../tab/shared/api/api-error.ts';
import { addressOf, call } from '../../../tab/shared/api/client.ts';

describe('addressOf', () => {
  it('fills in parameters, safe for any key', () => {
    expect(addressOf('GET /api/policy/versions/:versionKey/missing', { params: { versionKey: 'v4/0 å' } })).toBe(
      '/api/policy/versions/v4%2F0%20%C3%A5/missing',
    );
  });

  it('leaves out what is undefined or empty, and keeps zero', () => {
    expect(addressOf('GET /api/people', { query: { q: 'Åse', centreId: undefined, sort: '', offset: 0 } })).toBe(
      '/api/people?q=%C3%85se&offset=0',
    );
  });
});

describe('call', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it.each([
    [true, 'signIn'],
    [false, 'offline'],
  ])('without a token from Teams, online %s, fails as %s', async (onLine, kind) => {
    vi.stubGlobal('navigator', { onLine });
    // The library is not initialised here, as outside Teams.
    await expect(call('GET /api/me', {})).rejects.toMatchObject({ kind });
  });
});

describe('errorOf', () => {
  const body = {
    error: {
      kind: 'invalid',
      code: 'policy.number',
      message: 'Nummeret findes',
      details: {},
      requestId: 'r1',
      fields: [{ path: 'number', code: 'taken', message: 'Brug et højere nummer' }],
    },
  };

  it('keeps kind, code, words, fields and number of the API’s answer', () => {
    const error = errorOf(422, body, { requestId: 'other' });
    expect(error).toMatchObject({
      kind: 'invalid',
      code: 'policy.number',
      message: 'Nummeret findes',
      requestId: 'r1',
    });
    expect(error.fields).toEqual(body.error.fields);
  });

  it.each([
    [401, 'signIn'],
    [403, 'forbidden'],
    [404, 'missing'],
    [429, 'unavailable'],
    [500, 'unexpected'],
    [502, 'unavailable'],
    [503, 'unavailable'],
  ])('takes a bare %i as %s', (status, kind) => {
    expect(errorOf(status, '<html>', { requestId: 'r2' })).toMatchObject({ kind, requestId: 'r2' });
  });

  it.each([
    ['7', 7_000],
    [undefined, 10_000],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 10_000],
    ['999999', 300_000],
  ])('waits as long as a 429 with Retry-After %s says', (retryAfter, milliseconds) => {
    expect(errorOf(429, body, { retryAfter }).waitMilliseconds).toBe(milliseconds);
    expect(errorOf(503, body, { retryAfter }).waitMilliseconds).toBeUndefined();
  });

  it('tries again only what may pass', () => {
    expect(new ApiError('unavailable').mayPass).toBe(true);
    expect(new ApiError('offline').mayPass).toBe(true);
    expect(new ApiError('forbidden').mayPass).toBe(false);
    expect(new ApiError('unexpected').mayPass).toBe(false);
  });
});

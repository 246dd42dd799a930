import { generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { entraVerifier } from './served-api.ts';
import { apiWorld, claims, clientId, issuer, publicJwk, sign, tenantId, type ApiWorld } from './api-world.ts';

const now = () => Math.floor(Date.now() / 1000);
const without = (name: string): JWTPayload =>
  Object.fromEntries(Object.entries(claims('ciso')).filter(([key]) => key !== name));
const teamsOnDesktop = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
const changed = (changes: JWTPayload) => sign({ ...claims('ciso'), ...changes });

describe('a token', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
  });
  afterAll(() => world.close());

  const good: Record<string, () => Promise<string>> = {
    'for our client id': () => sign(claims('ciso')),
    'for our application id address': () => changed({ aud: `api://tab.example/${clientId}` }),
    'for our bare application id address': () => changed({ aud: `api://${clientId}` }),
    'of version 1 from the same tenant': () => changed({ iss: `https://sts.windows.net/${tenantId}/`, ver: '1.0' }),
    'of version 1, which names its client otherwise': () =>
      sign({ ...without('azp'), appid: teamsOnDesktop, iss: `https://sts.windows.net/${tenantId}/`, ver: '1.0' }),
    'that Teams on the desktop asked for': () => changed({ azp: teamsOnDesktop }),
    'with more scopes than ours': () => changed({ scp: 'openid access_as_user' }),
  };
  it.each(Object.entries(good))('%s opens', async (_what, token) => {
    expect((await world.ask('GET', '/api/me', { token: await token() })).status).toBe(200);
  });

  const other = generateKeyPair('RS256');
  const bad: Record<string, () => Promise<string>> = {
    'that is no token': async () => 'abc',
    'that is not signed': async () => new UnsecuredJWT(claims('ciso')).encode(),
    'signed by another key under the same name': async () => sign(claims('ciso'), (await other).privateKey),
    'signed by a key that Entra does not publish': async () => sign(claims('ciso'), (await other).privateKey, 'else'),
    'signed with the public key as a secret': () =>
      new SignJWT(claims('ciso'))
        .setProtectedHeader({ alg: 'HS256', kid: 'entra-1' })
        .sign(new TextEncoder().encode(JSON.stringify(publicJwk))),
    'whose person was changed after signing': async () => {
      const [head, , signature] = (await sign(claims('anne'))).split('.');
      return [head, Buffer.from(JSON.stringify(claims('ciso'))).toString('base64url'), signature].join('.');
    },
    'for another app': () => changed({ aud: '33333333-3333-3333-3333-333333333333' }),
    'for an address that only begins with ours': () => changed({ aud: `api://${clientId}/else` }),
    'for another app of the tenant whose address ends as ours': () =>
      changed({ aud: `api://${tenantId}/${clientId}`, iss: `https://sts.windows.net/${tenantId}/`, ver: '1.0' }),
    'for our address on another host': () => changed({ aud: `api://else.example/${clientId}` }),
    'for Graph': () => changed({ aud: 'https://graph.microsoft.com' }),
    'for several audiences': () => changed({ aud: [clientId, 'else'] }),
    'from another tenant': () =>
      changed({ iss: 'https://login.microsoftonline.com/99999999-9999-9999-9999-999999999999/v2.0' }),
    'whose tenant claim is another’s': () => changed({ tid: '99999999-9999-9999-9999-999999999999' }),
    'without a tenant claim': () => sign(without('tid')),
    'from the bot’s channel': () => changed({ iss: 'https://api.botframework.com' }),
    'without our scope': () => changed({ scp: 'openid profile' }),
    'that another app of the tenant asked for': () => changed({ azp: '33333333-3333-3333-3333-333333333333' }),
    'of version 1 that another app asked for': () =>
      sign({ ...without('azp'), appid: '33333333-3333-3333-3333-333333333333', ver: '1.0' }),
    'that does not say who asked for it': () => sign(without('azp')),
    'with a scope that only begins with ours': () => changed({ scp: 'access_as_user.read' }),
    'of an app, with roles and no scope': () => sign({ ...without('scp'), roles: ['access_as_user'] }),
    'that has expired': () => changed({ exp: now() - 1 }),
    'that never expires': () => sign(without('exp')),
    'that is not valid yet': () => changed({ nbf: now() + 600 }),
    'without a person': () => sign(without('oid')),
    'with an empty person': () => changed({ oid: '' }),
    'without an issuer': () => sign(without('iss')),
    'whose issuer only begins as ours': () => changed({ iss: `${issuer}/else` }),
  };
  it.each(Object.entries(bad))('%s is refused with 401', async (_what, token) => {
    const answer = await world.ask('GET', '/api/me', { token: await token() });
    expect([answer.status, answer.code]).toEqual([401, 'access.signIn']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  });

  it('that opened is refused once it has expired', async () => {
    const token = await sign(claims('ciso'));
    const status = async () => (await world.ask('GET', '/api/me', { token })).status;
    expect([await status(), await status()]).toEqual([200, 200]);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_601_000 });
    try {
      expect(await status()).toBe(401);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is judged by the time of Entra, whatever the machine’s is', async () => {
    const moved = await apiWorld({ verifyToken: entraVerifier(undefined, () => Date.now() - 7_200_000) });
    const status = async (token: string) => (await moved.ask('GET', '/api/me', { token })).status;
    expect(await status(await changed({ exp: now() - 7_100, nbf: now() - 7_300 }))).toBe(200);
    expect(await status(await changed({ exp: now() - 7_300 }))).toBe(401);
    await moved.close();
  });

  it.each(['Basic abc', 'Bearer', 'bearer a b', 'abc'])('in the header %j is none', async (authorization) => {
    const answer = await world.ask('GET', '/api/me', { headers: { authorization } });
    expect(answer.status).toBe(401);
  });

  it('in the address opens nothing', async () => {
    const token = await sign(claims('ciso'));
    expect((await world.ask('GET', `/api/me?access_token=${token}`)).status).toBe(401);
  });
});

describe('when Entra’s keys cannot be had', () => {
  it.each([
    ['no answer', () => Promise.reject(new TypeError('fetch failed'))],
    ['an error', () => Promise.resolve(new Response('busy', { status: 503 }))],
    ['nonsense', () => Promise.resolve(Response.json({ hello: 1 }))],
  ])('(%s) it is 503 and worth another try, never 401 and never open', async (_what, fetch) => {
    const world = await apiWorld({ fetch });
    const answer = await world.ask('GET', '/api/me', { token: await sign(claims('ciso')) });
    expect([answer.status, answer.code]).toEqual([503, 'access.keysAway']);
    expect(answer.headers.get('retry-after')).toBe('5');
    await world.close();
  });
});

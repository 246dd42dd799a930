import express from 'express';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fetch } from '../../../api/kernel/index.ts';
import { createBot } from '../../../bot/index.ts';
import { botContext } from '../../unit/bot/bot-context.ts';
import { listening } from './bot-on-a-desk.ts';

const appId = '33333333-3333-4333-8333-333333333333';
const tenantId = '44444444-4444-4444-8444-444444444444';
const serviceUrl = 'https://smba.trafficmanager.net/teams/';
/** Nobody is greeted for this one: it tests authentication. */
const activity = {
  type: 'typing',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:x' },
  conversation: { id: 'a:1', tenantId },
};

let endorsements: string[] | undefined;
let keysAway: boolean;
let keyReads: number;
let key: { privateKey: CryptoKey; publicKey: CryptoKey };
let other: { privateKey: CryptoKey; publicKey: CryptoKey };
let server: Awaited<ReturnType<typeof listening>>;

beforeAll(async () => {
  [key, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
});
beforeEach(async () => {
  endorsements = ['msteams'];
  keysAway = false;
  keyReads = 0;
  await server?.close();
  const fetch: Fetch = async (url) => {
    if (keysAway) throw new TypeError('fetch failed');
    if (url === 'https://login.botframework.com/v1/.well-known/openidconfiguration')
      return Response.json({ issuer: 'x', jwks_uri: 'https://login.botframework.com/v1/.well-known/keys' });
    keyReads += 1;
    const jwk = { ...(await exportJWK(key.publicKey)), kid: 'k1', ...(endorsements ? { endorsements } : {}) };
    return Response.json({ keys: [{ kty: 'EC', kid: 'odd' }, 'nonsense', jwk] });
  };
  const { context } = botContext();
  const bot = createBot({ context, chatSettings: { appId, tenantId, fetch, accessToken: async () => 'x' } });
  const app = express();
  app.post('/api/messages', (request, response) => bot.handler(request, response));
  server = await listening(app);
});
afterAll(() => server.close());

interface Twist {
  claims?: JWTPayload;
  header?: { alg?: string; kid?: string };
  signer?: CryptoKey;
  expires?: string;
}
const token = ({ claims = {}, header = {}, signer = key.privateKey, expires = '1h' }: Twist = {}) =>
  new SignJWT({ iss: 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(signer);
const post = async (authorization: string) => {
  const response = await fetch(`${server.address}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify(activity),
  });
  return [response.status, await response.text()] as const;
};

describe('the channel’s token', () => {
  test('is taken when all is right, and within five minutes of clock difference', async () => {
    expect(await post(`Bearer ${await token()}`)).toEqual([200, '']);
    expect(await post(`Bearer ${await token({ expires: '-4m' })}`)).toEqual([200, '']);
  });

  test.each<[string, Twist]>([
    ['expired', { expires: '-6m' }],
    ['of another issuer', { claims: { iss: 'https://login.microsoftonline.com/x/v2.0' } }],
    [
      'of the Emulator',
      { claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: appId } },
    ],
    ['for another audience', { claims: { aud: '55555555-5555-4555-8555-555555555555' } }],
    ['without the serviceurl claim', { claims: { serviceurl: undefined } }],
    ['with another serviceurl', { claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' } }],
    ['by an unknown key', { header: { kid: 'k2' } }],
  ])('is refused when %s', async (_, twist) => {
    expect(await post(`Bearer ${await token(twist)}`)).toEqual([401, '']);
  });

  test('is refused when signed by somebody else under a known key id', async () => {
    expect(await post(`Bearer ${await token({ signer: other.privateKey })}`)).toEqual([401, '']);
  });

  test.each(['', 'Bearer', 'Bearer x.y.z', 'Basic eA=='])('is refused as "%s"', async (header) => {
    expect(await post(header)).toEqual([401, '']);
  });

  test('is refused unsigned', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl, exp: 4_102_444_800 };
    expect(await post(`Bearer ${part({ alg: 'none', kid: 'k1' })}.${part(claims)}.`)).toEqual([401, '']);
  });

  test.each([
    ['for another channel', ['webchat']],
    ['for none', undefined],
  ])('is refused when its key is endorsed %s', async (_, given) => {
    endorsements = given;
    expect(await post(`Bearer ${await token()}`)).toEqual([401, '']);
  });
});

describe('the channel’s keys', () => {
  test('are read once, also when many unknown key ids come', async () => {
    await post(`Bearer ${await token()}`);
    await Promise.all([1, 2, 3].map(async (n) => post(`Bearer ${await token({ header: { kid: `x${n}` } })}`)));
    expect(keyReads).toBe(1);
  });

  test('that cannot be read make the answer 503, and are read again for the next', async () => {
    keysAway = true;
    expect(await post(`Bearer ${await token()}`)).toEqual([503, '']);
    keysAway = false;
    expect(await post(`Bearer ${await token()}`)).toEqual([200, '']);
  });
});

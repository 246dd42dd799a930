import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../../teams-app/emulator/index.ts';
import { apps, tenantId } from '../../../teams-app/emulator/municipality.ts';
import { anne, emulatorWithAnne } from './world.ts';

const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;
const audience = apps.app.clientId;

describe("a tab's token", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await emulatorWithAnne();
  });
  afterAll(() => emulator.close());

  /** As a relying party does: read the OpenID document, fetch its keys, verify. */
  async function verify(token: string) {
    const discovered = await fetch(`${emulator.address}/${tenantId}/v2.0/.well-known/openid-configuration`);
    const { jwks_uri } = (await discovered.json()) as { jwks_uri: string };
    expect(jwks_uri).toBe(`https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`);
    const keys = createRemoteJWKSet(new URL(jwks_uri), {
      [customFetch]: (url: string, init: RequestInit) => fetch(emulator.address + new URL(url).pathname, init),
    });
    const { payload } = await jwtVerify(token, keys, { issuer, audience });
    if (payload['tid'] !== tenantId) throw new Error('tid');
    if (payload['scp'] !== 'access_as_user') throw new Error('scp');
    return payload;
  }

  it('says who the person is, in the claims of a v2.0 token', async () => {
    await expect(verify(await emulator.world.entra.personToken(anne))).resolves.toMatchObject({
      ver: '2.0',
      oid: anne,
      tid: tenantId,
      scp: 'access_as_user',
      name: 'Anne Holm',
      preferred_username: 'anne.holm@ishoj.example',
    });
  });

  it.each([
    ['audience', { audience: 'someone-else' }, /aud/],
    ['issuer', { issuer: 'https://sts.example' }, /iss/],
    ['tenant', { tenant: '11111111-2222-4333-8444-555555555555' }, /iss/],
    ['tenant claim only', { claims: { tid: 'other' } }, /tid/],
    ['scope', { scope: 'User.Read' }, /scp/],
    ['missing scope', { scope: '' }, /scp/],
    ['time', { expired: true }, /exp/],
    ['key', { otherKey: true }, /no applicable key/],
  ])('can be minted with a wrong %s, and is refused', async (_name, twist, message) => {
    await expect(verify(await emulator.world.entra.mint({ personId: anne, ...twist }))).rejects.toThrow(message);
  });

  it('is not given for somebody who is not there', async () => {
    await expect(async () => emulator.world.entra.personToken('nobody')).rejects.toThrow(/Nobody/);
  });
});

describe('signing keys', () => {
  it('survive a restart, so that tokens handed out before stay valid', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'emulator-keys-'));
    try {
      const options = { database: join(folder, 'world.sqlite') };
      const before = await startEmulator(options);
      const token = await before.world.entra.appToken(apps.app.clientId);
      await before.close();
      const after = await startEmulator(options);
      const caller = await after.world.entra.verifyGraphToken(token);
      await after.close();
      expect(caller.clientId).toBe(apps.app.clientId);
      expect(decodeJwt(token).aud).toBe('https://graph.microsoft.com');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('of Bot Framework vouch for Teams', async () => {
    const emulator = await emulatorWithAnne();
    const page = async (path: string) =>
      (await (await fetch(emulator.address + path)).json()) as Record<string, unknown>;
    const document = await page('/v1/.well-known/openidconfiguration');
    expect(document).toMatchObject({ issuer: 'https://api.botframework.com' });
    const keys = await page(new URL(String(document['jwks_uri'])).pathname);
    expect(keys['keys']).toMatchObject([{ kty: 'RSA', alg: 'RS256', endorsements: ['msteams'] }]);
    await emulator.close();
  });
});

import { createHash, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTokens, graphScope, type Credential } from '../../../api/sharepoint/index.ts';
import { apps, siteId, tenantId } from '../../../teams-app/emulator/municipality.ts';
import { selfSignedCertificate } from '../entra/certificate.ts';
import { listsOnADesk, type ListsOnADesk } from './on-a-desk.ts';

let desk: ListsOnADesk;
beforeAll(async () => void (desk = await listsOnADesk([])));
afterAll(() => desk.close());
beforeEach(() => void desk.sent.splice(0));

const { clientId, secret } = apps.app;
const tokensBy = (credential: Credential, fetch = desk.fetch) =>
  createTokens({ tenantId, clientId, credential, fetch });

describe('tokens from Entra', () => {
  it('asks once for all who wait, and not again while the token is good', async () => {
    const tokens = tokensBy({ secret });
    const got = await Promise.all([tokens(graphScope), tokens(graphScope), tokens(graphScope)]);
    expect(new Set([...got, await tokens(graphScope)]).size).toBe(1);
    expect(desk.sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('proves itself by certificate', async () => {
    const { certificate, privateKey } = selfSignedCertificate();
    desk.emulator.world.entra.registerCertificate(clientId, certificate);
    const thumbprint = createHash('sha256').update(new X509Certificate(certificate).raw).digest('hex');
    expect(await tokensBy({ certificate: { thumbprint, privateKey } })(graphScope)).toMatch(/^ey/);
  });

  it('tells a refused credential from Entra being away', async () => {
    await expect(tokensBy({ secret: 'wrong' })(graphScope)).rejects.toMatchObject({
      kind: 'unexpected',
      code: 'sharepoint.badCredential',
    });
    const away = () => Promise.reject(new TypeError('fetch failed'));
    await expect(tokensBy({ secret }, away)(graphScope)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'sharepoint.away',
    });
    const page = async () => new Response('<html>', { status: 502 });
    await expect(tokensBy({ secret }, page)(graphScope)).rejects.toMatchObject({ code: 'sharepoint.away' });
  });

  it('gives another in place of one that the service refused, and Graph is asked again with it', async () => {
    const tokens = tokensBy({ secret });
    const first = await tokens(graphScope);
    const second = await tokens(graphScope, first);
    expect(second).not.toBe(first);
    expect(await tokens(graphScope, first)).toBe(second);
    const { faults } = desk.emulator.world;
    const ask = () => desk.graphOf('app').get(`/sites/${siteId}/lists`);
    faults.put({ graph: { unauthorized: { next: 1 } } });
    await expect(ask()).resolves.toBeDefined();
    faults.put({ graph: { unauthorized: { next: 2 } } });
    await expect(ask()).rejects.toMatchObject({ code: 'sharepoint.badToken' });
    faults.reset();
  });

  it('asks again after a failure', async () => {
    let failing = true;
    const tokens = tokensBy({ secret }, (url, init) =>
      failing ? Promise.reject(new TypeError('fetch failed')) : desk.fetch(url, init),
    );
    await expect(tokens(graphScope)).rejects.toThrow();
    failing = false;
    expect(await tokens(graphScope)).toMatch(/^ey/);
  });
});

import { createHash, X509Certificate } from 'node:crypto';
import {
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../../teams-app/emulator/index.ts';
import { apps, tenantId } from '../../../teams-app/emulator/municipality.ts';
import { selfSignedCertificate } from './certificate.ts';
import { emulatorWithAnne } from './world.ts';

/** Sends MSAL's requests to loopback, otherwise unchanged. */
class Rewriter implements INetworkModule {
  readonly asked: string[] = [];
  readonly root: () => string;
  constructor(root: () => string) {
    this.root = root;
  }
  async go<T>(method: string, url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    const { origin, pathname, search } = new URL(url);
    this.asked.push(`${method} ${origin}${pathname}`);
    const response = await fetch(this.root() + pathname + search, {
      method,
      ...(options?.headers ? { headers: options.headers } : {}),
      ...(options?.body ? { body: options.body } : {}),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as T,
    };
  }
  sendGetRequestAsync<T>(url: string, options?: NetworkRequestOptions) {
    return this.go<T>('GET', url, options);
  }
  sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions) {
    return this.go<T>('POST', url, options);
  }
}

const authority = `https://login.microsoftonline.com/${tenantId}`;
const graph = { scopes: ['https://graph.microsoft.com/.default'] };
const connector = { scopes: ['https://api.botframework.com/.default'] };
const { clientId } = apps.app;

describe('the real msal-node gets its tokens', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await emulatorWithAnne();
  });
  afterAll(() => emulator.close());

  const bySecret = (clientSecret: string, network = new Rewriter(() => emulator.address)) =>
    new ConfidentialClientApplication({
      auth: { clientId, clientSecret, authority },
      system: { networkClient: network },
    });

  it('by secret, for Graph and for the connector, and asks once for each', async () => {
    const network = new Rewriter(() => emulator.address);
    const msal = bySecret(apps.app.secret, network);
    const first = await msal.acquireTokenByClientCredential(graph);
    const second = await msal.acquireTokenByClientCredential(graph);
    const other = await msal.acquireTokenByClientCredential(connector);
    expect(second?.accessToken).toBe(first?.accessToken);
    expect(network.asked).toEqual(Array(2).fill(`POST ${authority}/oauth2/v2.0/token`));
    await expect(emulator.world.entra.verifyGraphToken(first?.accessToken ?? '')).resolves.toMatchObject({ clientId });
    await expect(emulator.world.entra.verifyConnectorToken(other?.accessToken ?? '')).resolves.toMatchObject({
      clientId,
    });
  });

  it('and reports a wrong secret with the number that Entra gives', async () => {
    await expect(bySecret('wrong').acquireTokenByClientCredential(graph)).rejects.toMatchObject({
      errorCode: 'invalid_client',
      message: expect.stringContaining('AADSTS7000215') as string,
    });
  });

  describe('by certificate', () => {
    const own = selfSignedCertificate();
    const byCertificate = ({ certificate, privateKey }: typeof own) =>
      new ConfidentialClientApplication({
        auth: {
          clientId,
          authority,
          clientCertificate: {
            thumbprintSha256: createHash('sha256').update(new X509Certificate(certificate).raw).digest('hex'),
            privateKey,
          },
        },
        system: { networkClient: new Rewriter(() => emulator.address) },
      });

    it('is refused until the certificate is registered, and taken afterwards', async () => {
      await expect(byCertificate(own).acquireTokenByClientCredential(graph)).rejects.toThrow('AADSTS700027');
      emulator.world.entra.registerCertificate(clientId, own.certificate);
      const answer = await byCertificate(own).acquireTokenByClientCredential(graph);
      await expect(emulator.world.entra.verifyGraphToken(answer?.accessToken ?? '')).resolves.toMatchObject({
        clientId,
      });
    });

    it('is refused when another key signed in its name', async () => {
      emulator.world.entra.registerCertificate(clientId, own.certificate);
      const forged = { certificate: own.certificate, privateKey: selfSignedCertificate().privateKey };
      await expect(byCertificate(forged).acquireTokenByClientCredential(graph)).rejects.toThrow('AADSTS700027');
    });
  });
});

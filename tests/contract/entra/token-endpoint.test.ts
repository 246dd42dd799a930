import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../../teams-app/emulator/index.ts';
import { apps } from '../../../teams-app/emulator/municipality.ts';
import { askForToken, emulatorWithAnne, tokenPath } from './world.ts';

const good = {
  grant_type: 'client_credentials',
  client_id: apps.app.clientId,
  client_secret: apps.app.secret,
  scope: 'https://graph.microsoft.com/.default',
};

describe('the token endpoint refuses as Entra does', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await emulatorWithAnne();
  });
  afterAll(() => emulator.close());

  it('gives a Graph token that Graph takes and the connector does not', async () => {
    const { status, body } = await askForToken(emulator.address, good);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: expect.any(Number) as number });
    const token = String(body['access_token']);
    await expect(emulator.world.entra.verifyGraphToken(token)).resolves.toMatchObject({
      clientId: apps.app.clientId,
      roles: [...apps.app.graphRoles],
    });
    await expect(emulator.world.entra.verifyConnectorToken(token)).rejects.toThrow(/aud/);
  });

  it('tells no time of the machine, which is not that of the desk', async () => {
    const { headers } = await fetch(emulator.address + tokenPath, { method: 'POST', body: new URLSearchParams(good) });
    expect(headers.get('date')).toBeNull();
  });

  it('remembers a verified token without verifying it again', async () => {
    const token = await emulator.world.entra.appToken(apps.weak.clientId);
    const first = await emulator.world.entra.verifyGraphToken(token);
    expect(await emulator.world.entra.verifyGraphToken(token)).toBe(first);
  });

  it.each([
    ['a wrong secret', { client_secret: 'guess' }, 401, 'invalid_client', 7000215],
    ['an empty secret', { client_secret: '' }, 401, 'invalid_client', 7000215],
    ['an unknown app', { client_id: '00000000-0000-4000-8000-000000000000' }, 400, 'unauthorized_client', 700016],
    [
      'a scope that is not /.default',
      { scope: 'https://graph.microsoft.com/Sites.Read.All' },
      400,
      'invalid_scope',
      1002012,
    ],
    ['an unknown resource', { scope: 'https://example.org/.default' }, 400, 'invalid_resource', 500011],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
    ['no scope', { scope: '' }, 400, 'invalid_request', 900144],
  ])('refuses %s', async (_name, change, status, error, number) => {
    const answer = await askForToken(emulator.address, { ...good, ...change });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error, error_codes: [number] });
    expect(answer.body['error_description']).toMatch(new RegExp(`^AADSTS${number}: .+ Trace ID: .+ Timestamp: `));
  });

  it('refuses an app that proves nothing', async () => {
    const { client_secret: _left, ...bare } = good;
    const answer = await askForToken(emulator.address, bare);
    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client', error_codes: [7000216] } });
  });

  it('refuses another tenant', async () => {
    const answer = await askForToken(emulator.address, good, '/11111111-2222-4333-8444-555555555555/oauth2/v2.0/token');
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request', error_codes: [90002] } });
  });
});

import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { localDate } from '../../../api/kernel/index.ts';
import { graphScope } from '../../../api/sharepoint/index.ts';
import { readEnv } from '../../../teams-app/config/env.ts';
import { registration } from '../../../teams-app/config/registration.ts';
import { selfSigned } from '../../../teams-app/commands/setup/self-signed.ts';
import { apps, tenantId } from '../../../teams-app/emulator/municipality.ts';
import { connect } from '../../../teams-app/program/connect.ts';
import { secretsOf } from '../../../teams-app/program/operations-look.ts';
import { listsOnADesk, type ListsOnADesk } from './on-a-desk.ts';

let desk: ListsOnADesk;
const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
const path = join(folder, 'app.pem');
beforeAll(async () => void (desk = await listsOnADesk([])));
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const { clientId } = apps.app;
/** A certificate of so many days from today, which the app has in Entra unless `isKnown` is false. */
function aCertificate(fromDays: number, toDays: number, isKnown = true) {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000);
  const own = selfSigned({ name: 'app', from: day(fromDays), to: day(toDays), bits: 2048 });
  const register = () => desk.emulator.world.entra.registerCertificate(clientId, own.certificate);
  if (isKnown) register();
  return { pem: own.certificate + own.privateKey, until: localDate(day(toDays)), register };
}
/** As mounted secrets are replaced: by another file of the same name. */
function replace(text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

it('a certificate that has ended is replaced in its file, and the next token is asked for with the new one', async () => {
  replace(aCertificate(-2, -1).pem);
  const { values } = readEnv({ APP_ID: clientId, APP_CERTIFICATE_KEY_FILE: path });
  const app = values && registration(values, 'APP', []);
  if (!app) throw new Error('there is no app');
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn<(fields: Record<string, unknown>) => void>() };
  const settings = { tenantId, licences: Infinity, organisation: { name: 'Test' } } as Parameters<typeof connect>[0];
  const { tokens } = connect(settings, app, { fetch: desk.fetch, clock: { now: () => new Date() }, log });
  const [shown, problems] = [
    () => secretsOf({ app, microsoft365: { kind: 'cloud' } }),
    () => log.error.mock.calls.map(([fields]) => fields['problem']),
  ];
  await expect(tokens(graphScope)).rejects.toMatchObject({ code: 'sharepoint.badCredential' });
  expect(shown()).toMatchObject([{ kind: 'certificate' }]);

  const second = aCertificate(-1, 10);
  replace(second.pem.slice(0, 900));
  await expect(tokens(graphScope)).rejects.toMatchObject({ code: 'sharepoint.badCredential' });
  expect(shown()).toMatchObject([{ replacement: 'unusable' }]);
  expect(problems()).toEqual([expect.stringContaining('KEY is not a private key')]);

  replace(second.pem);
  const token = await tokens(graphScope);
  expect(token).toMatch(/^ey/);
  expect(shown()).toEqual([{ app: 'app', kind: 'certificate', expiresOn: second.until }]);
  expect(log.info).toHaveBeenCalledOnce();

  // One that nobody has uploaded yet does not take the other's place.
  const third = aCertificate(-1, 20, false);
  replace(third.pem);
  const again = await tokens(graphScope, token);
  expect(again).toMatch(/^ey/);
  expect(shown()).toMatchObject([{ replacement: 'unknown' }]);
  expect(problems()).toHaveLength(2);

  third.register();
  expect(await tokens(graphScope, again)).toMatch(/^ey/);
  expect(shown()).toEqual([{ app: 'app', kind: 'certificate', expiresOn: third.until }]);

  rmSync(path);
  expect(shown()).toMatchObject([{ replacement: 'unusable' }]);
});

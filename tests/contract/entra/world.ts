import { startEmulator, type Emulator } from '../../../teams-app/emulator/index.ts';
import { tenantId } from '../../../teams-app/emulator/municipality.ts';

export const anne = '0d5f2f5e-58f0-4b6c-9d29-0a8f3d1e0a01';

/** A Microsoft 365 in memory with one employee who has the app. */
export async function emulatorWithAnne(): Promise<Emulator> {
  const emulator = await startEmulator({ database: ':memory:' });
  emulator.world.directory.addUser({
    id: anne,
    displayName: 'Anne Holm',
    userPrincipalName: 'anne.holm@ishoj.example',
    accountEnabled: true,
    teamsLicence: true,
    appInstalled: true,
  });
  return emulator;
}

export const tokenPath = `/${tenantId}/oauth2/v2.0/token`;

/** Posts a form to the token endpoint. */
export async function askForToken(
  address: string,
  form: Record<string, string>,
  path = tokenPath,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(address + path, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

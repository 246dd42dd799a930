import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { organisationName, siteHost, sitePath, tenantId } from '../emulator/municipality.ts';
import { cisoGroup, seedCentres } from '../seed/index.ts';
import type { Desk } from './desk.ts';
import { startDesk } from './start-desk.ts';

/** Where commands look for a desk when nothing else is said. */
const usualPort = '3979';

export interface EmptyDesk {
  desk: Desk;
  /** How one begins, line by line. */
  begin: readonly string[];
}

/**
 * A Microsoft 365 with people and a site, and nothing else, in a folder of its own with an example of `centres.csv`.
 */
export async function startEmptyDesk(config: Parameters<typeof startDesk>[0], fresh: boolean): Promise<EmptyDesk> {
  const folder = join(config.dataDir, 'empty');
  const port = config.microsoft365.kind === 'desk' ? config.microsoft365.port : 0;
  const desk = await startDesk({ ...config, dataDir: folder, stateDir: folder }, { fresh, port, empty: true });
  const rows = seedCentres.flatMap(({ title, departments }) => departments.map(({ name }) => `${title};${name}`));
  writeFileSync(join(folder, 'centres.csv'), ['Center;Afdeling', ...rows, ''].join('\n'));
  const answers = [
    `TENANT_ID=${tenantId}`,
    'PUBLIC_URL=https://isms.example.dk',
    `SITE_HOST=${siteHost}`,
    `SITE_PATH=${sitePath}`,
    `ORGANISATION_NAME="${organisationName}"`,
  ];
  const { address } = desk;
  const elsewhere = new URL(address).port === usualPort ? [] : [`export EMULATOR_URL=${address}`];
  const begin = [
    ...elsewhere,
    `export SETTINGS_FILE=${join(folder, 'setup.env')}`,
    `npm run practise -- setup ${answers.map((one) => `--set ${one}`).join(' ')}`,
    `Its centres:             ${join(folder, 'centres.csv')}`,
    `Its group with the CISO: ${cisoGroup.id}`,
  ];
  return { desk, begin };
}

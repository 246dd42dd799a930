import type { Log } from '../../api/context.ts';
import type { AppRegistration, Config } from '../config/config.ts';
import { connect, siteIdOf } from '../program/connect.ts';
import { provisionHere } from '../program/provision-here.ts';
import type { Desk } from '../desk/desk.ts';
import { startDesk } from '../desk/start-desk.ts';

type DeskAlone = Parameters<typeof startDesk>[0] &
  Pick<Config, 'tenantId' | 'site'> & { provisioning?: AppRegistration };

/**
 * The desk as a separate process, so that the program can be killed, or run three times, against a lasting Microsoft
 * 365: listens on EMULATOR_PORT, with lists provisioned and people seeded.
 */
export async function runDeskAlone(config: DeskAlone, log: Log, fresh: boolean): Promise<Desk> {
  const { microsoft365, provisioning } = config;
  if (microsoft365.kind !== 'desk' || !provisioning) throw new Error('A desk is never started for a real tenant.');
  const { emulatorUrl: _elsewhere, ...here } = microsoft365;
  const desk = await startDesk({ ...config, microsoft365: here }, { fresh, port: microsoft365.port });
  const { graph } = connect(config, provisioning, { ...desk, log });
  await provisionHere(graph, await siteIdOf(config, graph, provisioning), desk);
  desk.seed();
  return desk;
}

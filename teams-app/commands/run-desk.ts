import { needed, type Settings } from '../config/index.ts';
import type { startEmptyDesk } from '../desk/empty-desk.ts';
import { createLog } from '../program/logging.ts';
import { CommandError, onlyOptions, type Command } from './command.ts';
import type { runDeskAlone } from './run-desk-alone.ts';

type Given = Parameters<typeof startEmptyDesk>[0] & Parameters<typeof runDeskAlone>[0] & Pick<Settings, 'logLevel'>;

async function seededDesk(config: Given, isFresh: boolean) {
  const { runDeskAlone: run } = await import('./run-desk-alone.ts');
  const desk = await run(config, createLog(config.logLevel), isFresh);
  return { desk, begin: [`Start the program with   EMULATOR_URL=${desk.address}`] };
}

async function emptyDesk(config: Given, isFresh: boolean) {
  const { startEmptyDesk: start } = await import('../desk/empty-desk.ts');
  return start(config, isFresh);
}

/** The desk as a separate process; the program finds it by EMULATOR_URL. */
export const runDesk: Command = {
  usage: 'desk [--fresh] [--empty]',
  describe:
    'runs the Microsoft 365 of this machine on its own, until it is stopped; --empty: one that has people and a site only, to practise setup on',
  talks: true,
  async run({ args, print, config: load }) {
    onlyOptions(args, '--fresh', '--empty');
    const config = await load();
    if (config.microsoft365.kind === 'cloud')
      throw new CommandError(
        'There is no desk on a real tenant. Run it in a terminal without SETTINGS_FILE and a tenant’s settings.',
      );
    if (config.microsoft365.emulatorUrl !== undefined)
      throw new CommandError('EMULATOR_URL names a desk that runs already: unset it to run one here.');
    const given = needed(config, 'tenantId', 'site', 'provisioning');
    const isFresh = args.includes('--fresh');
    const { desk, begin } = args.includes('--empty')
      ? await emptyDesk(given, isFresh)
      : await seededDesk(given, isFresh);
    print(`Microsoft 365 on a desk: ${desk.address}`);
    print(`Graph on its own port:   ${desk.graphAddress}/v1.0`);
    for (const line of begin) print(line);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    await desk.close();
    return 0;
  },
};

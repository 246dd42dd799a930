import { needed } from '../config/index.ts';
import { createLog } from '../program/logging.ts';
import { CommandError, onlyOptions, type Command } from './command.ts';

/** The desk as a separate process; the program finds it by EMULATOR_URL. */
export const runDesk: Command = {
  usage: 'desk [--fresh]',
  describe: 'runs the Microsoft 365 of this machine on its own, until it is stopped',
  talks: true,
  async run({ args, print, config: load }) {
    onlyOptions(args, '--fresh');
    const config = await load();
    if (config.microsoft365.kind === 'cloud') throw new CommandError('There is no desk on a real tenant.');
    if (config.microsoft365.emulatorUrl !== undefined)
      throw new CommandError('EMULATOR_URL names a desk that runs already: unset it to run one here.');
    const { runDeskAlone } = await import('./run-desk-alone.ts');
    const desk = await runDeskAlone(
      needed(config, 'tenantId', 'site', 'provisioning'),
      createLog(config.logLevel),
      args.includes('--fresh'),
    );
    print(`Microsoft 365 on a desk: ${desk.address}`);
    print(`Graph on its own port:   ${desk.graphAddress}/v1.0`);
    print(`Start the program with   EMULATOR_URL=${desk.address}`);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    await desk.close();
    return 0;
  },
};

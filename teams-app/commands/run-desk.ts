import { createLog } from '../logging.ts';
import { CommandError, type Command } from './command.ts';

/** The desk as a process of its own; the program finds it by EMULATOR_URL. */
export const runDesk: Command = {
  usage: 'desk [--fresh]',
  describe: 'runs the Microsoft 365 of this machine on its own, until it is stopped',
  async run({ args, print, config: load }) {
    const config = await load();
    if (config.microsoft365.kind === 'cloud') throw new CommandError('There is no desk on a real tenant.');
    const { runDeskAlone } = await import('../desk/run-alone.ts');
    const desk = await runDeskAlone(config, createLog(config.logLevel), args.includes('--fresh'));
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

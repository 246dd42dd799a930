import { flushCompileCache } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isPlausible, systemClock } from '../api/kernel/index.ts';
import { addressee, ConfigError, loadConfig, type Config } from './config/index.ts';
import type { Desk } from './desk/desk.ts';
import { createLog } from './program/logging.ts';
import { startProgram, type Program } from './program/program.ts';
import { StartRefused } from './config/start-refused.ts';
import { told, whyNot } from './program/why-not.ts';

/** Starts the program as configured; on the desk with its Microsoft 365. */
async function main(): Promise<void> {
  // Process 1 of a container ignores a signal without a handler, and a start may wait ten minutes.
  let whenTold = (): void => process.exit(0);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => whenTold());
  const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });
  const config = await loadConfig();
  known = config;
  process.stdout.write(`${addressee(config)}\n`);
  if (values.fresh) refuseFresh(config);
  refuseAbsurdClock();
  const log = createLog(config.logLevel);
  const desk = await deskOf(config, values.fresh);
  const program = await startProgram(
    config,
    { log, fetch: desk?.fetch ?? ((url, init) => fetch(url, init)), clock: desk?.clock ?? systemClock },
    desk,
  );
  whenTold = () => void end(program, desk, config);
  process.stdout.write(greeting(program, desk));
  if (desk && config.openBrowser) process.send?.({ page: `${program.address}/` });
  // With NODE_COMPILE_CACHE the next start is faster, also after a kill.
  flushCompileCache();
}

/** Refuses `--fresh` where it would have no effect. */
function refuseFresh({ microsoft365 }: Config): void {
  if (microsoft365.kind === 'cloud') throw new ConfigError(['--fresh is of the desk: a real tenant is never emptied.']);
  if (microsoft365.emulatorUrl !== undefined)
    throw new ConfigError(['--fresh does nothing with EMULATOR_URL: give it to npm run isms -- desk.']);
}

/** With such a clock tokens are rejected, and every due date is wrong. */
function refuseAbsurdClock(): void {
  const now = systemClock.now();
  if (isPlausible(now)) return;
  throw new StartRefused(
    `The clock of this machine says ${now.toISOString().slice(0, 16)}.`,
    'Set it right (time service), and start again.',
  );
}

/** A load balancer that asks every second sees within it that this instance of several is not ready. */
const drainMs = 4_000;

/**
 * Work that does not end in time is left as after a crash: the journal has it (docs/operating.md). Supervisors wait 10
 * seconds (Docker) to 90 (systemd) before a kill.
 */
async function end(program: Program, desk: Desk | undefined, { redisUrl, endPatience }: Config): Promise<void> {
  program.readiness.drain();
  if (redisUrl !== undefined) await sleep(drainMs);
  const late = setTimeout(() => {
    process.stderr.write('Not everything ended in time: the next start goes on from the journal.\n');
    process.exit(0);
  }, endPatience * 1_000);
  await program.close();
  await desk?.close();
  clearTimeout(late);
  process.exit(0);
}

/** The desk is loaded only when used, so that production never loads it. */
async function deskOf(config: Config, fresh: boolean): Promise<Desk | undefined> {
  if (config.microsoft365.kind === 'cloud') return undefined;
  const { startDesk } = await import('./desk/start-desk.ts');
  return startDesk(config, { fresh });
}

const greeting = ({ address }: Program, desk: Desk | undefined): string =>
  desk
    ? [
        `Sikkerhedshjulet:        ${address}/`,
        `Microsoft 365 on a desk: ${desk.address}`,
        `Graph on its own port:   ${desk.graphAddress}/v1.0`,
        '',
      ].join('\n')
    : `Sikkerhedshjulet: ${address}/tab/\n`;

let known: Config | undefined;
main().catch((thrown: unknown) => {
  process.stderr.write(thrown instanceof ConfigError ? `${thrown.message}\n` : told(whyNot(thrown, known)));
  process.exit(1);
});

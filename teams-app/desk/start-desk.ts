import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isWorkingTime, workingTimeFrom } from '../../api/working-days.ts';
import { forgetJournal } from '../../api/journal/index.ts';
import type { Config } from '../config/config.ts';
import type { Clock } from '../emulator/clock.ts';
import { startEmulator } from '../emulator/index.ts';
import { isSeeded, seedDesk, seedImported } from '../emulator/seed/index.ts';
import { fillChats } from './fill-chats.ts';
import { fetchFrom, messagesOf, type Desk } from './desk.ts';
import { findDesk } from './find-desk.ts';

export interface DeskOptions {
  /** Deletes what the desk remembers before it starts (`npm start -- --fresh`). */
  fresh?: boolean;
  /** Port of all hosts; any free one when absent. */
  port?: number;
}

/**
 * Starts the Microsoft 365 of this machine in this process, or finds the one that runs on its own when EMULATOR_URL
 * says where. Its memory is one file in DATA_DIR. Throws when the configuration is not for the desk.
 */
export async function startDesk(config: Config, { fresh = false, port = 0 }: DeskOptions = {}): Promise<Desk> {
  const { microsoft365 } = config;
  if (microsoft365.kind !== 'desk') throw new Error('A desk is never started for a real tenant.');
  if (microsoft365.emulatorUrl !== undefined) return findDesk(microsoft365.emulatorUrl);

  const emulator = await startEmulator({
    database: databaseIn(config, fresh),
    port,
    graphPort: microsoft365.graphPort,
    ...(Number.isFinite(config.licences) ? { licences: config.licences } : {}),
  });
  const { world, address, graphAddress, control, close } = emulator;
  return {
    fetch: fetchFrom(address),
    clock: world.clock,
    address,
    graphAddress,
    control,
    world,
    seed: () => {
      if (isSeeded(world)) return undefined;
      beginAtWork(world.clock);
      return seedDesk(world, {
        people: microsoft365.people,
        acknowledgeWithinDays: config.organisation.acknowledgeWithinDays,
      });
    },
    fillChats: (context, cardFor) => fillChats(context, world, cardFor),
    load: (people) => seedImported(world, people),
    connect: async (program) => {
      world.teams.setBot(messagesOf(program));
      world.control.onProcess(() => program.process());
      world.control.describePeople((personId) => program.describe(personId));
    },
    close,
  };
}

const hour = 3_600_000;

/**
 * A new municipality begins at a time when its cards leave: whoever tries it in the evening or on a Sunday finds the clock
 * at 9 on the next working day.
 */
function beginAtWork(clock: Clock): void {
  const now = clock.now();
  if (clock.offset() !== 0 || isWorkingTime(now)) return;
  clock.set(new Date(Date.parse(workingTimeFrom(now)) + hour).toISOString());
}

/** The file that the desk remembers everything in; `:memory:` remembers nothing. */
function databaseIn({ dataDir, stateDir }: Config, fresh: boolean): string {
  if (dataDir === ':memory:') return dataDir;
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'microsoft365.sqlite');
  // What was promised in the old municipality is nothing to the new one.
  if (fresh) forgetJournal(stateDir);
  if (fresh) for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
  return file;
}

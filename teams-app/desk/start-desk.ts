import { forgetJournal } from '../../api/journal/index.ts';
import type { Config } from '../config/config.ts';
import { startEmulator, type Emulator, type EmulatorOptions } from '../emulator/index.ts';
import { isSeeded, seedDesk, seedImported } from '../seed/index.ts';
import { deskFileIn, noteFilled } from './desk-file.ts';
import { takeFolder, type DeskFolder } from './desk-folder.ts';
import { fillChats } from './fill-chats.ts';
import { fetchFrom, messagesOf, type Desk } from './desk.ts';
import { findDesk } from './find-desk.ts';
import { isWorkingTime, workingTimeFrom } from '../../api/working-days.ts';
import type { Clock } from '../emulator/clock.ts';

export interface DeskOptions {
  /** Forgets what the desk remembers before it starts (`npm start -- --fresh`); a damaged file is put aside. */
  fresh?: boolean;
  /** Port of all hosts; any free one when absent. */
  port?: number;
}

/** What a desk needs of the settings. */
type DeskConfig = Pick<Config, 'microsoft365' | 'dataDir' | 'stateDir' | 'licences' | 'organisation'>;

/**
 * Starts the Microsoft 365 of this machine in this process, or finds the one that runs on its own when EMULATOR_URL
 * says where. Its memory is one file in DATA_DIR, which belongs to one process. Throws StartRefused when folder or file
 * cannot be used.
 */
export async function startDesk(config: DeskConfig, { fresh = false, port = 0 }: DeskOptions = {}): Promise<Desk> {
  const { microsoft365 } = config;
  if (microsoft365.kind !== 'desk') throw new Error('A desk is never started for a real tenant.');
  if (microsoft365.emulatorUrl !== undefined) return findDesk(microsoft365.emulatorUrl);

  const folder = config.dataDir === ':memory:' ? undefined : await takeFolder(config.dataDir);
  const emulator = await started(config, folder, fresh, {
    port,
    graphPort: microsoft365.graphPort,
    ...(Number.isFinite(config.licences) ? { licences: config.licences } : {}),
  }).catch((thrown: unknown) => {
    folder?.release();
    throw thrown;
  });
  const { world, address, graphAddress, control } = emulator;
  folder?.note({ address });
  return {
    fetch: fetchFrom(emulator.ask),
    clock: world.clock,
    address,
    graphAddress,
    control,
    world,
    seed: () => {
      const isNew = !isSeeded(world);
      if (isNew) beginAtWork(world.clock);
      const options = {
        people: microsoft365.people,
        acknowledgeWithinDays: config.organisation.acknowledgeWithinDays,
      };
      const seeded = isNew ? seedDesk(world, options) : undefined;
      if (folder) noteFilled(folder, world.db);
      return seeded;
    },
    fillChats: (context, cardFor) => fillChats(context, world, cardFor),
    load: (people) => {
      const items = seedImported(world, people);
      if (folder) noteFilled(folder, world.db);
      return items;
    },
    connect: async (program) => {
      folder?.note({ address: program.address });
      world.teams.setBot(messagesOf(program));
      world.control.onProcess(() => program.process());
      world.control.describePeople((personId) => program.describe(personId));
    },
    async close() {
      if (folder) noteFilled(folder, world.db);
      await emulator.close();
      folder?.release();
    },
  };
}

async function started(
  { stateDir }: DeskConfig,
  folder: DeskFolder | undefined,
  fresh: boolean,
  options: Omit<EmulatorOptions, 'database'>,
): Promise<Emulator> {
  const database = folder ? deskFileIn(folder, fresh) : ':memory:';
  // What was promised in the old municipality is nothing to the new one.
  if (folder && fresh) forgetJournal(stateDir);
  return startEmulator({ database, ...options });
}

const hour = 3_600_000;

/**
 * A new municipality begins at a time when its cards leave: whoever tries it in the evening or on a Sunday finds the clock
 * at 9 on the next working day.
 */
export function beginAtWork(clock: Clock): void {
  const now = clock.now();
  if (clock.offset() !== 0 || isWorkingTime(now)) return;
  clock.set(new Date(Date.parse(workingTimeFrom(now)) + hour).toISOString());
}

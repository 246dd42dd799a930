import { forgetJournal } from '../../api/journal/index.ts';
import type { Config } from '../config/config.ts';
import { startEmulator, type Emulator, type EmulatorOptions } from '../emulator/index.ts';
import { fillEmptyTenant, isSeeded, seedDesk, seedImported } from '../seed/index.ts';
import { deskFileIn, noteFilled } from './desk-file.ts';
import { takeFolder, type DeskFolder } from './desk-folder.ts';
import { fetchFrom, messagesOf, type Desk, type CardFor } from './desk.ts';
import { findDesk } from './find-desk.ts';
import { answersIn } from './read-profile.ts';
import { isWorkingTime, workingTimeFrom } from '../../api/working-days.ts';
import type { Clock } from '../emulator/clock.ts';
import type { Context } from '../../api/context.ts';
import { Campaigns, DeliveryBlocks, flushConversations, recordConversation } from '../../api/deliveries/index.ts';
import type { World } from '../emulator/world.ts';

export interface DeskOptions {
  /** Deletes the desk's data before start (`npm start -- --fresh`); a damaged file is renamed. */
  fresh?: boolean;
  /** Port of all hosts; default any free one. */
  port?: number;
  /**
   * A tenant with people and a site, and nothing else: no apps, no lists, no catalogue. `seed` adds nothing to it.
   */
  empty?: boolean;
}

const profileUnused =
  'PROFILE is not used: the desk at EMULATOR_URL answers by the profile that it was started with.\n→ Give it to the desk: PROFILE=… npm run isms -- desk\n';

/** The desk's settings. */
type DeskConfig = Pick<Config, 'microsoft365' | 'dataDir' | 'stateDir' | 'licences' | 'organisation'>;

/**
 * Starts the local Microsoft 365 in this process, or connects to the one at EMULATOR_URL. Its data is one file in
 * DATA_DIR, used by one process. Throws StartRefused when folder, file or profile is unusable.
 */
export async function startDesk(
  config: DeskConfig,
  { fresh = false, port = 0, empty = false }: DeskOptions = {},
): Promise<Desk> {
  const { microsoft365 } = config;
  if (microsoft365.kind !== 'desk') throw new Error('A desk is never started for a real tenant.');
  if (microsoft365.emulatorUrl !== undefined) {
    if (microsoft365.profile !== undefined) process.stderr.write(profileUnused);
    return findDesk(microsoft365.emulatorUrl);
  }

  const answers = microsoft365.profile === undefined ? {} : answersIn(microsoft365.profile);
  const folder = config.dataDir === ':memory:' ? undefined : await takeFolder(config.dataDir);
  const emulator = await started(config, folder, fresh, {
    port,
    graphPort: microsoft365.graphPort,
    answers,
    empty,
    ...(Number.isFinite(config.licences) ? { licences: config.licences } : {}),
  }).catch((thrown: unknown) => {
    folder?.release();
    throw thrown;
  });
  const { world, address, graphAddress, control } = emulator;
  folder?.note({ address });
  if (world.tenant.isEmpty && !isSeeded(world)) fillEmptyTenant(world, microsoft365.people);
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
  // Promises of the old municipality are void.
  if (folder && fresh) forgetJournal(stateDir);
  return startEmulator({ database, ...options });
}

const hour = 3_600_000;

/**
 * A new municipality starts in working hours, so that cards are sent: in the evening or on a Sunday the clock starts at
 * 9 on the next working day.
 */
export function beginAtWork(clock: Clock): void {
  const now = clock.now();
  if (clock.offset() !== 0 || isWorkingTime(now)) return;
  clock.set(new Date(Date.parse(workingTimeFrom(now)) + hour).toISOString());
}

/** Larger worlds are for measurements, without readers of chats. */
const mostPeople = 10_000;

/**
 * Adds the seeded campaigns' cards to the chats, as they would be today, so that the ledger's "sent" is true on the
 * desk: receipts where people have answered, else the question.
 */
async function fillChats(context: Context, world: World, cardFor: CardFor): Promise<void> {
  const blocks = context.list(DeliveryBlocks).all();
  const recipients = blocks.reduce((sum, block) => sum + block.recipients.length, 0);
  if (recipients > mostPeople) return;
  for (const block of blocks) {
    const campaign = context.list(Campaigns).get(block.campaignKey);
    if (!campaign) continue;
    const placed = block.recipients.map((recipient) => {
      if (recipient.state !== 'sent' || recipient.at === undefined || !world.directory.user(recipient.person))
        return recipient;
      const { summary, card } = cardFor(campaign.kind, campaign.subjectKey, recipient.person);
      const { activity, ...chat } = world.teams.place(
        recipient.person,
        { summary, card: typeof card === 'object' ? { ...card } : {} },
        recipient.at,
      );
      recordConversation(context, { person: recipient.person, ...chat, state: 'open' });
      return { ...recipient, activity };
    });
    await context.list(DeliveryBlocks).update(block.key, () => ({ recipients: placed }), 'background');
  }
  await flushConversations(context);
}

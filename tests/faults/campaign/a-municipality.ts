import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { Assets } from '../../../api/assets/index.ts';
import { ContingencyPlans, ContingencyPlanVersions } from '../../../api/contingency/index.ts';
import { CriticalServices } from '../../../api/critical-services/index.ts';
import type { ListDefinition } from '../../../api/sharepoint/index.ts';
import { provision } from '../../../api/sharepoint/index.ts';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { Campaigns, DeliveryBlocks, type Campaign, type Recipient } from '../../../api/deliveries/index.ts';
import { localDate } from '../../../api/kernel/index.ts';
import { PolicyVersions, policyCampaignKey } from '../../../api/policy/index.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { connect, siteIdOf } from '../../../teams-app/program/connect.ts';
import { fetchFrom } from '../../../teams-app/desk/desk.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import { startEmulator } from '../../../teams-app/emulator/index.ts';
import { seedDesk, type Seeded } from '../../../teams-app/seed/index.ts';
import type { World } from '../../../teams-app/emulator/world.ts';
import { allLibraries, allLists } from '../../../teams-app/program/lists.ts';
import { createLog } from '../../../teams-app/program/logging.ts';
import { aStateFolder } from '../../support/journal-folder.ts';
import { startProgramProcess, type ProgramProcess } from '../../support/program-process.ts';
import { startedWith } from '../../support/started-file.ts';
import { until } from '../../support/until.ts';

/** The seeded draft to publish. */
export const versionKey = 'policy-5-0';
const versionNumber = '5.0';
export const campaignKey = policyCampaignKey(versionKey);

/** A seeded Microsoft 365 in this process that outlives the program's runs. */
export interface Municipality {
  world: World;
  seeded: Seeded;
  /** Address of all hosts of its desk. */
  address: string;
  /** Starts the program as a separate process, on the desk at `url` if given. */
  start(url?: string): Promise<ProgramProcess>;
  /** Publishes version 5.0 as the CISO. Rejects when the program crashes. */
  publish(program: ProgramProcess): Promise<void>;
  /** Calls the program's API as a person. */
  as(program: ProgramProcess, personId: string, path: string): Promise<unknown>;
  /** Runs all due work of the program. */
  process(program: ProgramProcess): Promise<void>;
  /** The records of a list as stored in SharePoint. */
  records<R extends { key: string }>(definition: ListDefinition<R>): R[];
  campaign(): Campaign | undefined;
  ledger(): Recipient[];
  versionState(): string | undefined;
  /** Recipient blocks of the campaign. */
  blocksMade(): number;
  /** Ids of employed people not on leave: a publication's audience. */
  audience(): string[];
  /** The person presses the card's button; resolves with the bot's response status. */
  press(personId: string): Promise<number>;
  /** Number of send calls of the bot, whatever the response. */
  sends(): number;
  /** Cards about version 5.0 in a person's chat: message ids. */
  cardsOf(personId: string): string[];
  /** Waits until no request of the dead program is pending. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts at the given time, else at a desk's default. `env` is for its programs, `file` another file to start them by.
 */
export async function aMunicipality(
  people: number,
  begins?: string,
  env: Readonly<Record<string, string>> = {},
  file?: string,
): Promise<Municipality> {
  const config = readConfig({ DATA_DIR: ':memory:', PEOPLE: String(people) }, deskValues);
  const emulator = await startEmulator({ database: ':memory:' });
  const { world } = emulator;
  if (begins !== undefined) world.clock.set(begins);
  const surroundings = { fetch: fetchFrom(emulator.address), clock: world.clock, log: createLog('error') };
  const { graph } = connect(config, deskValues.provisioning, surroundings);
  await provision(graph, await siteIdOf(config, graph, deskValues.provisioning), allLists, allLibraries);
  const seeded = seedDesk(world, { people });
  // Without plans, and systems that need one, no packs are drawn, which takes longer than the start of a program.
  for (const { name } of [ContingencyPlans, ContingencyPlanVersions, CriticalServices, Assets]) {
    const list = world.sites.lists.find(name);
    if (list) for (const item of world.sites.items.page(list, 0, 1_000)) world.sites.items.remove(list, item);
  }
  const programs: ProgramProcess[] = [];
  const state = aStateFolder();

  const read = new WeakMap<object, { sequence: number; records: readonly unknown[] }>();
  /** Polled: read again only when the list has changed. */
  const records = <R extends { key: string }>(definition: ListDefinition<R>): R[] => {
    const list = world.sites.lists.find(definition.name);
    if (!list) throw new Error(`no list ${definition.name}`);
    const sequence = world.sites.items.sequence(list, 0);
    const before = read.get(definition);
    // Cached by definition.
    if (before?.sequence === sequence) return [...(before.records as readonly R[])];
    const { decode } = codecOf(definition);
    const now = world.sites.items.page(list, 0, 1_000_000).map((item) => {
      const decoded = decode(item.fields);
      if ('problems' in decoded) throw new Error(`${definition.name} ${item.id}: ${decoded.problems.join(', ')}`);
      return decoded.record;
    });
    read.set(definition, { sequence, records: now });
    return [...now];
  };
  const blocksOfCampaign = () => records(DeliveryBlocks).filter((block) => block.campaignKey === campaignKey);
  const ask = async (program: ProgramProcess, method: string, path: string, personId?: string, body?: unknown) => {
    const response = await fetch(program.address + path, {
      method,
      headers: {
        ...(personId === undefined ? {} : { authorization: `Bearer ${await world.entra.personToken(personId)}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as unknown;
  };
  /** An older version's card has become a line that names the version, too, and asks for nothing. */
  const isAbout = (card: string) => card.includes(versionNumber) && !card.includes('"actions":[]');
  const cardsOf = (personId: string) =>
    world.teams
      .chat(personId)
      .messages.filter(({ from, card }) => from === 'bot' && isAbout(JSON.stringify(card)))
      .map(({ id }) => id);
  const traffic = () => {
    const { graph, connector } = world.stats.snapshot();
    return graph.requests + connector.calls;
  };

  return {
    world,
    seeded,
    records,
    address: emulator.address,
    start: async (url = emulator.address) => {
      const program = await startProgramProcess(
        { EMULATOR_URL: url, DATA_DIR: ':memory:', STATE_DIR: state.folder, ...env },
        startedWith,
        file,
      );
      programs.push(program);
      return program;
    },
    publish: async (program) =>
      void (await ask(program, 'POST', `/api/policy/versions/${versionKey}/publish`, seeded.person('ciso').id, {
        reason: 'Godkendt af Byrådet.',
      })),
    as: (program, personId, path) => ask(program, 'GET', path, personId),
    process: async (program) => void (await ask(program, 'POST', '/emulator/process')),
    campaign: () => records(Campaigns).find(({ key }) => key === campaignKey),
    ledger: () => blocksOfCampaign().flatMap((block) => block.recipients),
    versionState: () => records(PolicyVersions).find(({ key }) => key === versionKey)?.state,
    blocksMade: () => blocksOfCampaign().length,
    audience: () => {
      const today = localDate(world.clock.now());
      return seeded.people
        .filter(
          ({ hiredOn, leftOn, absentFrom }) => hiredOn <= today && leftOn === undefined && absentFrom === undefined,
        )
        .map(({ id }) => id)
        .toSorted();
    },
    press: async (personId) => {
      const [messageId] = cardsOf(personId);
      if (messageId === undefined) throw new Error(`no card for ${personId}`);
      return (await world.teams.press(personId, { messageId, index: 0 })).status;
    },
    sends: () => world.stats.snapshot().connector.byKind['send']?.calls ?? 0,
    cardsOf,
    quiet: async () => {
      let before = -1;
      let looks = 0;
      // Longer than these tests' slowest response, 40 ms.
      await until('the desk to be quiet', () => {
        const now = traffic();
        looks = now === before ? looks + 1 : 0;
        before = now;
        return looks >= 4;
      });
    },
    close: async () => {
      await Promise.all(programs.map((program) => program.kill()));
      await emulator.close();
      state.remove();
    },
  };
}

/** Who has a receipt for the version in SharePoint, once for each item. */
export const receiptsFor = (municipality: Municipality): string[] =>
  municipality
    .records(Acknowledgements)
    .filter((receipt) => receipt.versionKey === versionKey && receipt.outcome === 'acknowledged')
    .map(({ personId }) => personId);

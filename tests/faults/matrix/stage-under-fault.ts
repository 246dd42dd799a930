import { randomUUID } from 'node:crypto';
import type { Fetch } from '../../../api/kernel/index.ts';
import { addDays, localDate } from '../../../api/kernel/index.ts';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import type { ListDefinition } from '../../../api/sharepoint/index.ts';
import { workingDayFrom } from '../../../api/working-days.ts';
import { apps } from '../../../teams-app/emulator/municipality.ts';
import { actionsOf } from '../../../teams-app/emulator/teams/card-tree.ts';
import type { Stage } from '../../kills/stories/index.ts';
import { atDanishTime } from '../../support/danish-time.ts';
import type { JourneyWorld, WorldPerson } from '../../support/world.ts';
import type { Fault } from './fault-rows.ts';
import { again, outcomeOf, wronglyTold } from './told.ts';

/** Calls of a step that a lasting fault strikes. */
const struckCalls = 6;
/** Tries of a person under a fault that comes and goes; then the fault is over for this act. */
const patience = 4;
const mostTries = 10;

export interface FaultyStage extends Stage {
  /** ISO. */
  began: string;
  /** What people were told or met that they should not have. */
  problems: string[];
  /** Errors that people were told, by code or card. */
  told: string[];
  /** Another fault from now on; undefined: none. */
  use(fault: Fault | undefined): void;
  /** Before each step of a story. */
  onStep(act: () => void): void;
  /** Everything that waits is done, without faults. */
  settle(): Promise<void>;
}

/** Counts the program's calls, and ends a lasting fault after some. */
export function callCounter(): { around: (fetch: Fetch) => Fetch; on(act: (() => void) | undefined): void } {
  let each: (() => void) | undefined;
  return {
    around: (fetch) => (url, init) => {
      each?.();
      return fetch(url, init);
    },
    on: (act) => void (each = act),
  };
}

export async function aStage(
  world: JourneyWorld,
  calls: ReturnType<typeof callCounter>,
  seed: number,
): Promise<FaultyStage> {
  const site = world.desk.world;
  if (!site) throw new Error('the desk runs elsewhere');
  const people: WorldPerson[] = await world.people();
  const problems: string[] = [];
  const told: string[] = [];
  let fault: Fault | undefined;
  let draws = seed;
  let step = (): void => undefined;

  const lift = () => {
    calls.on(undefined);
    site.faults.reset();
    site.entra.setApp(apps.app.clientId, { state: 'ok' });
  };
  /**
   * `forWork`: a lasting fault ends after some calls, for work waits minutes between its tries; else when it was told.
   */
  const strike = (forWork = false) => {
    if (!fault) return;
    draws += 1;
    site.faults.put({ ...fault.patch, seed: draws });
    if (fault.app) site.entra.setApp(apps.app.clientId, { state: fault.app });
    if (!fault.lasts || !forWork) return;
    let left = struckCalls;
    calls.on(() => {
      left -= 1;
      if (left < 0) lift();
    });
  };

  async function tried<Value>(what: string, attempt: () => Promise<Value | undefined>): Promise<Value> {
    step();
    try {
      for (let tries = 1; tries <= mostTries; tries += 1) {
        if (tries === 1) strike();
        if (tries > (fault?.lasts ? 1 : patience)) lift();
        const done = await attempt();
        if (done !== undefined) return done;
      }
    } finally {
      lift();
    }
    throw new Error(`${what}: in vain`);
  }

  const tokens = new Map<string, string>();
  async function ask(personId: string, method: string, path: string, headers: Record<string, string>, body?: BodyInit) {
    const token = tokens.get(personId) ?? (await site?.entra.personToken(personId)) ?? '';
    tokens.set(personId, token);
    const key = randomUUID();
    return tried(`${method} ${path}`, async () => {
      const response = await fetch(world.program.address + path, {
        method,
        headers: {
          connection: 'close',
          authorization: `Bearer ${token}`,
          ...headers,
          ...(method === 'GET' ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body }),
      });
      const text = await response.text();
      if (response.ok) return { body: text === '' ? undefined : (JSON.parse(text) as unknown) };
      for (const wrong of wronglyTold(response.status, response.headers.get('content-type') ?? '', text))
        problems.push(`${method} ${path} ${wrong}`);
      told.push(`${method} ${path}: ${response.status} ${/"code":"([^"]+)"/.exec(text)?.[1] ?? ''}`);
      return undefined;
    });
  }

  const cardOf = (personId: string, words: string, title: string) =>
    site.teams
      .chat(personId)
      .messages.findLast(
        ({ from, card }) =>
          from === 'bot' &&
          card !== undefined &&
          JSON.stringify(card).includes(words) &&
          actionsOf(card).some((action) => action.title === title),
      );
  async function press(personId: string, words: string, title: string, inputs: Record<string, string> = {}) {
    const [first] = [cardOf(personId, words, title)];
    if (!first) return false;
    let wanted = title;
    await tried(`press ${title}`, async () => {
      const answer = await site?.teams.press(personId, { messageId: first.id, title: wanted, inputs });
      const shown = answer?.card ?? answer?.value;
      if (answer?.status !== 200 || answer.type === 'unreachable') {
        if (!fault?.refusesTeams) problems.push(`press ${title} was answered ${answer?.status} ${answer?.type}`);
        return undefined;
      }
      const outcome = outcomeOf(shown);
      if (outcome === 'fault') problems.push(`press ${title} was answered as a fault of ours`);
      if (outcome === 'refused') problems.push(`press ${title} was refused: ${JSON.stringify(shown).slice(0, 600)}`);
      if (outcome !== 'done') told.push(`press ${title}: ${outcome}`);
      if (outcome === 'promised') {
        lift();
        await world.program.process();
      }
      if (outcome === 'done' || outcome === 'promised' || outcome === 'refused') return true;
      const now = site?.teams.chat(personId).messages.find(({ id }) => id === first.id);
      wanted = actionsOf(now?.card ?? {}).find((action) => again.includes(action.title))?.title ?? title;
      return undefined;
    });
    return true;
  }

  const later = (minutes: number) =>
    site.clock.set(new Date(site.clock.now().getTime() + minutes * 60_000).toISOString());
  async function run(what: string) {
    try {
      await world.program.process();
    } catch (failure) {
      problems.push(`${what}: ${String(failure)}`);
    }
  }
  async function process() {
    step();
    strike(true);
    await run('work under the fault');
    lift();
    // A job that failed is tried again after a quarter of an hour.
    later(16);
    if (fault) await run('work after the fault');
  }

  const began = site.clock.now().toISOString();
  const today = () => localDate(site.clock.now());
  return {
    began,
    problems,
    told,
    use: (next) => void (fault = next),
    onStep: (act) => void (step = act),
    person: (name) => {
      const found = people.find((one) => one.name === name);
      if (!found) throw new Error(`nobody is called ${name}`);
      return found.id;
    },
    holders: (role) => people.filter(({ roles }) => roles.includes(role)).map(({ id }) => id),
    as: async (personId, method, path, body) =>
      (
        await ask(
          personId,
          method,
          path,
          body === undefined ? {} : { 'content-type': 'application/json' },
          body === undefined ? undefined : JSON.stringify(body),
        )
      ).body,
    upload: async (personId, to, fileName, bytes) => {
      const [method = '', path = ''] = to.split(' ');
      const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(fileName) };
      return (await ask(personId, method, path, headers, new Uint8Array(bytes))).body;
    },
    press,
    say: async (personId, text) => {
      await tried(`say ${text}`, async () => {
        const { id, answer } = await site.teams.say(personId, text);
        // Teams tries again what was answered 503, and shows that it was not sent.
        const isRefused = answer.status === 500 && fault?.refusesTeams;
        if (![200, 202, 503].includes(answer.status) && !isRefused)
          problems.push(`say ${text} was answered ${answer.status}`);
        const came = site.teams.chat(personId).messages.some(({ replyTo }) => replyTo === id);
        if (!came) told.push(`say ${text}: no answer`);
        return came || undefined;
      });
    },
    process,
    nextDay: async () => {
      site.clock.set(atDanishTime(workingDayFrom(addDays(today(), 1)), '09:00'));
      await process();
    },
    today,
    records: <R extends { key: string }>(definition: ListDefinition<R>): R[] => {
      const list = site.sites.lists.find(definition.name);
      if (!list) throw new Error(`no list ${definition.name}`);
      const { decode } = codecOf(definition);
      return site.sites.items.page(list, 0, 1_000_000).map((item) => {
        const decoded = decode(item.fields);
        if ('problems' in decoded) throw new Error(`${definition.name} ${item.id}: ${decoded.problems.join(', ')}`);
        return decoded.record;
      });
    },
    settle: async () => {
      lift();
      fault = undefined;
      await process();
      await process();
    },
  };
}

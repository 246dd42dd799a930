import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { AuditEntries } from '../../api/audit/index.ts';
import { DeliveryBlocks } from '../../api/deliveries/index.ts';
import { addDays, localDate, type LocalDate } from '../../api/kernel/index.ts';
import { workingDayFrom } from '../../api/working-days.ts';
import { allLists } from '../../teams-app/program/lists.ts';
import { aMunicipality, type Municipality } from '../faults/campaign/a-municipality.ts';
import type { ProgramProcess } from '../support/program-process.ts';
import { atDanishTime, inWorkingHours } from '../support/danish-time.ts';
import { tollGate, type TollGate, type Write } from '../support/toll-gate.ts';
import { until } from '../support/until.ts';
import type { IsWanted, KilledAt, NamedWrite, When } from './points.ts';
import type { Stage } from './stories/index.ts';
import { inDoubt, isNameless, repeatWords, toldBy } from './what-is-told.ts';
import { nameOfWrite } from './writes.ts';

/** A municipality whose program may be killed at any write; it is then started again, and people press once more. */
export interface Town extends Stage {
  municipality: Municipality;
  /** The Danish day in so many days, by the town's clock. */
  day(days: number): LocalDate;
  now(): string;
  /** Half an hour passes, and all due work is done: a daily job that died is tried again after a quarter of one. */
  later(): Promise<void>;
  /** So many days pass, and all due work is done. */
  passes(days: number): Promise<void>;
  /** Writes since the latest `killAt`. */
  writes(): readonly NamedWrite[];
  /** Kills the program at each wanted write from now on; undefined: counts only. */
  killAt(isWanted: IsWanted | undefined, when: When): void;
  killNoMore(): void;
  /** Writes at which it was killed. */
  killed(): readonly KilledAt[];
  /** What there is, without what may differ after a kill. */
  state(): State;
  close(): Promise<void>;
}

export interface State {
  /** Items by list; of the trail by act, since the story began. */
  lists: Readonly<Record<string, number>>;
  /** Entries of the trail that tell changes without the name of an act. */
  nameless: number;
  /** Unmarked cards of the bot by person, as their first words. */
  chats: Readonly<Record<string, readonly string[]>>;
  /** People whom a message may have reached or not: they may have one more, or one less. */
  inDoubt: ReadonlySet<string>;
}

/** Lists about the program's own runs, those of pages that a restart begins anew, and what a daily job closes. */
const ownLists = new Set([
  ...['JobRuns', 'Cursors', 'ConversationPages', 'ProvisionedLists', 'DirectoryState'],
  ...['AuditEntries', 'ClosedMonths'],
]);
/**
 * The first words of a card. How many tasks a digest counts depends on when that day it was made; and where the answer
 * to its press was lost, it says what is left, or that the task was done already.
 */
const wordsOf = (said: string): string =>
  said
    .slice(0, 60)
    .replace(/^Du har (?:\d+ )?opgaver? .*|^(?:Tak, \S+ )?Opgaven .* (?:er markeret|var allerede).*/, 'Du har opgaver');
const mostTries = 60;
/** A card that is in doubt does not come that day. */
const looksForCards = 20;

const counted = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

/** Answers that are worth another press. */
class TryAgain extends Error {}

/** `file` is the program. */
export async function aTown(size: number, file: string): Promise<Town> {
  const municipality = await aMunicipality(size, inWorkingHours(new Date()), {}, file);
  const { world } = municipality;
  const gate: TollGate = await tollGate(municipality.address);
  let program: ProgramProcess = await municipality.start(gate.address);
  const killed: KilledAt[] = [];
  let began = world.clock.now().toISOString();
  let starting: Promise<void> | undefined;

  const nameOf = ({ request, act }: Write): NamedWrite => ({ name: nameOfWrite(world, request), act });
  const kill = async (write: Write) => {
    killed.push({ ...nameOf(write), number: gate.writes().length });
    await program.kill();
    starting = (async () => {
      program = await municipality.start(gate.address);
    })();
    await starting;
  };
  async function again<Value>(what: string, attempt: () => Promise<Value>): Promise<Value> {
    for (let tries = 1; ; tries += 1) {
      await starting;
      try {
        return await attempt();
      } catch (failure) {
        const isWorthIt = failure instanceof TryAgain || failure instanceof TypeError;
        if (!isWorthIt || tries >= mostTries) throw new Error(`${what}: ${String(failure)}`, { cause: failure });
        await sleep(100);
      }
    }
  }
  const jsonHeaders = { 'content-type': 'application/json' };
  async function ask(
    method: string,
    path: string,
    key: string,
    personId?: string,
    body?: BodyInit,
    headers: Record<string, string> = jsonHeaders,
  ): Promise<unknown> {
    const response = await fetch(program.address + path, {
      method,
      headers: {
        connection: 'close',
        ...(personId === undefined ? {} : { authorization: `Bearer ${await world.entra.personToken(personId)}` }),
        ...(body === undefined ? {} : headers),
        ...(method === 'GET' ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (response.status >= 500 || response.status === 429) throw new TryAgain(`${response.status} ${text}`);
    if (!response.ok) throw new Error(`${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
  const cardOf = (personId: string, words: string) =>
    world.teams
      .chat(personId)
      .messages.findLast(({ from, card }) => from === 'bot' && JSON.stringify(card ?? '').includes(words));

  const entriesSince = (start: string) => municipality.records(AuditEntries).filter(({ at }) => at >= start);
  const process = () => again('process', () => ask('POST', '/emulator/process', '')).then(() => undefined);
  const later = async () => {
    // A job that dies at its retry too is tried once more before the next day, as it would be.
    let before: number;
    do {
      before = killed.length;
      world.clock.set(new Date(world.clock.now().getTime() + 1_800_000).toISOString());
      await process();
    } while (killed.length > before);
  };
  const people = z
    .array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) }))
    .parse(await ask('GET', '/emulator/people', ''));

  return {
    municipality,
    person: (name) => {
      const found = people.find((one) => one.name === name);
      if (!found) throw new Error(`nobody is called ${name}`);
      return found.id;
    },
    holders: (role) => people.filter(({ roles }) => roles.includes(role)).map(({ id }) => id),
    as: (personId, method, path, body) => {
      const key = randomUUID();
      const text = body === undefined ? undefined : JSON.stringify(body);
      return again(`${method} ${path}`, () => ask(method, path, key, personId, text));
    },
    upload: (personId, to, fileName, bytes) => {
      const [method = '', path = ''] = to.split(' ');
      const key = randomUUID();
      const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(fileName) };
      return again(to, () => ask(method, path, key, personId, new Uint8Array(bytes), headers));
    },
    say: (personId, text) =>
      again(`say ${text}`, async () => {
        const { id, answer } = await world.teams.say(personId, text);
        const came = world.teams.chat(personId).messages.some(({ replyTo }) => replyTo === id);
        if (!came) throw new TryAgain(`${answer.status}`);
      }),
    press: async (personId, words, title, inputs = {}) => {
      for (let looks = 0; looks < looksForCards && !cardOf(personId, words); looks += 1) await sleep(100);
      if (!cardOf(personId, words)) return false;
      await again(`press ${title}`, async () => {
        const card = cardOf(personId, words);
        if (!card || !JSON.stringify(card.card).includes(`"title":${JSON.stringify(title)}`)) return;
        const answer = await world.teams.press(personId, { messageId: card.id, title, inputs });
        if (answer.status !== 200) throw new TryAgain(`${answer.status} ${answer.type}`);
      });
      return true;
    },
    now: () => world.clock.now().toISOString(),
    day: (days) => addDays(localDate(world.clock.now()), days),
    process,
    nextDay: async () => {
      world.clock.set(atDanishTime(workingDayFrom(addDays(localDate(world.clock.now()), 1)), '09:00'));
      await process();
      // A nightly job that died is done before the next night: a later seal would be told for both.
      await later();
    },
    today: () => localDate(world.clock.now()),
    records: municipality.records,
    later,
    passes: async (days) => {
      world.clock.set(new Date(world.clock.now().getTime() + days * 86_400_000).toISOString());
      await process();
      await later();
    },
    writes: () => gate.writes().map(nameOf),
    killNoMore: () => gate.actNoMore(),
    killAt: (isWanted, when) => {
      began = world.clock.now().toISOString();
      gate.at(isWanted && { isWanted: (write, number) => isWanted(nameOf(write), number), when, act: kill });
    },
    killed: () => killed,
    state: () => ({
      nameless: entriesSince(began).filter(isNameless).length,
      lists: {
        ...Object.fromEntries(
          allLists
            .filter(({ name }) => !ownLists.has(name))
            .map(({ name }) => {
              const list = world.sites.lists.find(name);
              return [name, list ? world.sites.items.count(list) : 0];
            }),
        ),
        ...counted(toldBy(entriesSince(began))),
      },
      inDoubt: inDoubt(municipality.records(DeliveryBlocks)),
      chats: Object.fromEntries(
        world.directory.users().map(({ id }) => [
          id,
          world.teams
            .chat(id)
            .messages.filter(({ from, card }) => from === 'bot' && !repeatWords.test(JSON.stringify(card ?? '')))
            .map(({ summary, text }) => wordsOf(summary ?? text ?? ''))
            .toSorted(),
        ]),
      ),
    }),
    close: async () => {
      await until('the last start', async () => {
        await starting;
        return true;
      });
      await municipality.close();
      await gate.close();
    },
  };
}

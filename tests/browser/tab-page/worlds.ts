import type { LocalDate } from '../../../api/kernel/index.ts';
import type { ApiAnswer, ApiName, ApiRequest } from '../../../tab/shared/api/client.ts';
import { tenantId } from '../../../teams-app/emulator/municipality.ts';
import { atDanishTime } from '../../support/danish-time.ts';
import { replaces } from '../../support/stamp.ts';
import { startSettledWorld } from '../../support/settled-world.ts';
import type { JourneyWorld, WorldPerson } from '../../support/world.ts';
import { addressOf, onlyReads } from './endpoints.ts';
import type { Opening, HostOpening } from './host-page.ts';

/** Every world's first day, a Tuesday, at nine. */
export const today = '2026-11-24' as LocalDate;

/** A reader: a role, meaning its first holder, or a name. */
export type Reader = 'employee' | 'ciso' | 'coordinator' | 'centreManager' | 'securityTeam' | 'auditor' | (string & {});

/** A request; a form's may leave out the stamp of what it was opened with. */
type Asked<Name extends ApiName> =
  Required<ApiRequest<Name>> extends { body: { expected: infer Stamp } }
    ? Omit<ApiRequest<Name>, 'body'> & {
        body: Omit<NonNullable<ApiRequest<Name>['body']>, 'expected'> & { expected?: Stamp | undefined };
      }
    : ApiRequest<Name>;

export interface TabWorld {
  journey: JourneyWorld;
  /** Keys of prepared records, by name. */
  keys: Record<string, string>;
  person(reader: Reader): Promise<WorldPerson>;
  /** Calls the program; throws on refusal. A form without its stamp is saved over what the person has just read. */
  ask<Name extends ApiName>(reader: Reader, name: Name, request: Asked<Name>): Promise<ApiAnswer<Name>>;
  /** Sets the world's clock to nine on that day. */
  goToDay(day: LocalDate): Promise<void>;
  opening(reader: Reader, opening: Opening): Promise<HostOpening>;
}

/** Number of tabs opened in this worker. */
let tabs = 0;

async function startTabWorld(env: Record<string, string>): Promise<TabWorld> {
  const journey = await startSettledWorld(env, atDanishTime(today, '09:00'));
  const people = await journey.people();
  const tokens = new Map<string, string>();
  const person = async (reader: Reader) => {
    const found = people.find(({ name, roles }) =>
      reader === 'employee' ? name === 'Anne Jensen' : name === reader || roles.includes(reader),
    );
    if (!found) throw new Error(`nobody is ${reader}`);
    return found;
  };
  const tokenOf = async (personId: string) => {
    const token = tokens.get(personId) ?? (await newToken(journey, personId));
    tokens.set(personId, token);
    return token;
  };
  return {
    journey,
    keys: {},
    person,
    ask: async (reader, name, request) => {
      const [method = ''] = name.split(' ');
      const { body } = request as { body?: { expected?: unknown } };
      const [asker, path] = [await person(reader), addressOf(name, request)];
      const isOpened = !replaces(method, path) || body?.expected !== undefined;
      const sending = isOpened
        ? journey.as(asker, method, path, body)
        : journey.save(asker, path, body ?? {}, method === 'PUT' ? 'PUT' : 'POST');
      const answer = await sending;
      if (answer.status >= 400) throw new Error(`${name} as ${reader}: ${JSON.stringify(answer)}`);
      // The program checks its answers against the contract.
      return answer.body as ApiAnswer<typeof name>;
    },
    goToDay: async (day) => void (await journey.control('PUT', 'clock', { now: atDanishTime(day, '09:00') })),
    opening: async (reader, opening) => {
      const { id, upn } = await person(reader);
      tabs += 1;
      const ahead = journey.desk.clock.now().getTime() - Date.now();
      return { ...opening, personId: id, upn, token: await tokenOf(id), tenantId, tab: tabs, ahead };
    },
  };
}

async function newToken(journey: JourneyWorld, personId: string): Promise<string> {
  const { body } = await journey.control('POST', 'token', { personId });
  return (body as { token: string }).token;
}

const usual = { PEOPLE: '120' };
export const ownWorld = (env: Record<string, string> = {}): Promise<TabWorld> => startTabWorld({ ...usual, ...env });

let shared: Promise<TabWorld> | undefined;
/**
 * Ends the shared world, which the next file begins anew. For a file that sets the time of its worker: the jobs of a
 * running world would wait for it, and never run again.
 */
export async function endSharedWorld(): Promise<void> {
  const ending = shared;
  shared = undefined;
  await (await ending)?.journey.close();
}
/** Shared by all read-only files of a worker; ends with the worker. */
export async function sharedWorld(): Promise<TabWorld> {
  shared ??= startTabWorld(usual).then((world) => ({
    ...world,
    ask: (reader, name, request) => {
      if (!onlyReads(name)) throw new Error(`${name}: this world is shared, use ownTab`);
      return world.ask(reader, name, request);
    },
  }));
  return shared;
}

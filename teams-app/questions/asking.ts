import { isJson, needed, type Json, type Reply } from './reply.ts';

/** One call. The path begins after the part's own address. A `body` of bytes or text is sent as it is. */
export type Call = (
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Reply>;

/** The list made for this run and deleted after it. */
export interface ScratchList {
  id: string;
  name: string;
  /** As the running app, below the list. */
  app: Call;
  /** As the provisioning app, below the list. */
  owner: Call;
  /** As it was made, before the rest was added: lost columns, the column `Key`, and whether the site listed it. */
  asMade: { lost: readonly string[]; key: Json; isListed: boolean };
  /** Between two looks for the same thing. */
  pause(): Promise<void>;
}

/** The library made for this run and deleted after it. */
export interface ScratchLibrary {
  /** As the running app, below its drive. */
  app: Call;
  /** One call of an address on the files' own host, with the running app's token. */
  withToken(address: string, init: { method: string; body: string; headers: Record<string, string> }): Promise<Reply>;
}

/** Somebody who has agreed to have the bot tried on them. */
export interface Person {
  id: string;
  /** When the run began. */
  hadApp: boolean;
  /** `/users/{id}/teamwork/installedApps`, as the running app. */
  installedApps: Call;
  /** The id of the person's installation; '' without one. */
  installation(): Promise<string>;
  install(): Promise<Reply>;
  /** `/v3/conversations` of Teams, as the bot. */
  conversations: Call;
  /** Opens the chat. */
  open(): Promise<Reply>;
  /** Repeats `look` until it gives something, about a minute. */
  until<Value>(look: () => Promise<Value | undefined>): Promise<Value | undefined>;
}

/** What a question may use. Every part throws NotAsked when what it takes is not given. */
export interface Asking {
  /** What is made in the site has names that begin so. */
  readonly prefix: string;
  readonly list: ScratchList;
  readonly library: ScratchLibrary;
  /** `/sites/{id}`, as the running app and as the provisioning app. */
  readonly site: Readonly<Record<'app' | 'owner', Call>>;
  readonly siteId: string;
  readonly person: Person;
  /** Subscribes to changes of the scratch list, and ends it. */
  subscribe(): Promise<Reply>;
  /** Searches the Teams catalog by the id in the manifest. */
  catalog(): Promise<Reply>;
}

/** What the running app needs for items and files. */
export const writeRole = 'the role write on the site for the running app, by Sites.Selected';

type Fields = Readonly<Record<string, unknown>>;

/** Adds an item that must be accepted; gives its id and eTag. */
export async function added({ app }: ScratchList, fields: Fields): Promise<{ id: string; etag: string; body: Json }> {
  const { body } = needed(await tried({ app }, fields), writeRole);
  return { id: String(body['id']), etag: String(body['eTag']), body };
}

/** Tries to add an item. */
export const tried = ({ app }: Pick<ScratchList, 'app'>, fields: Fields): Promise<Reply> =>
  app('POST', '/items', { fields: { Title: 'probe', ...fields } });

/** An item's fields as they are stored. */
export async function stored({ app }: ScratchList, id: string): Promise<Json> {
  const { body } = needed(await app('GET', `/items/${id}?$expand=fields`), writeRole);
  return isJson(body['fields']) ? body['fields'] : {};
}

/** The ids of the items that a filter finds; a refusal as it came. */
export const found = (list: ScratchList, filter: string, headers: Record<string, string> = {}): Promise<Reply> =>
  list.app('GET', `/items?$filter=${encodeURIComponent(filter)}`, undefined, headers);

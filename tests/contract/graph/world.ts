import {
  AuthenticationHandler,
  Client,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import { deskFetch } from '../../../teams-app/desk/desk-fetch.ts';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../../teams-app/emulator/index.ts';
import { apps, siteHost, siteId } from '../../../teams-app/emulator/municipality.ts';

export type AppName = keyof typeof apps;
/** JSON of a response, as used in tests. A missing member is undefined at run time. */
export interface Json {
  readonly [name: string]: unknown;
  id: string;
  eTag: string;
  name: string;
  fields: Record<string, unknown>;
  value: Json[];
  '@odata.nextLink': string;
  '@odata.deltaLink': string;
  error: { code: string; message: string; innerError: Record<string, string> };
  parentReference: { siteId: string };
  createdBy: { user: unknown };
}

export interface GraphAnswer {
  status: number;
  body: Json;
  headers: Headers;
}
export interface AskOptions {
  as?: AppName | 'nobody';
  /** Replaces the app's token. */
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface GraphWorld {
  emulator: Emulator;
  /** Real `https://` hosts, served on loopback. */
  fetch: (url: string, init?: RequestInit) => Promise<Response>;
  token(app: AppName): Promise<string>;
  /** One request below `/v1.0`, or to an absolute address from Graph. As the runtime app by default. */
  ask(method: string, path: string, options?: AskOptions): Promise<GraphAnswer>;
  /** `ask` below the site. */
  site(method: string, path: string, options?: AskOptions): Promise<GraphAnswer>;
  /** Microsoft's own client, its own chain up to the socket. */
  client(app?: AppName, retries?: number): Promise<Client>;
  /** Makes a list as the provisioning app and gives its id. */
  list(displayName: string, columns?: unknown[], template?: string): Promise<string>;
  /** Adds an item as the runtime app; returns its JSON. */
  item(list: string, fields: Record<string, unknown>): Promise<Json>;
  close(): Promise<void>;
}

/** Microsoft's chain ends here instead of in `fetch`. */
class Terminal implements Middleware {
  readonly #fetch: GraphWorld['fetch'];
  constructor(fetch: GraphWorld['fetch']) {
    this.#fetch = fetch;
  }
  async execute(context: Context): Promise<void> {
    const url = typeof context.request === 'string' ? context.request : context.request.url;
    context.response = await this.#fetch(url, { ...(context.options as RequestInit), redirect: 'follow' });
  }
}

/** Chains Microsoft's handlers and the terminal. */
function chain(accessToken: () => Promise<string>, fetch: GraphWorld['fetch'], retries: number): Middleware {
  const authentication = new AuthenticationHandler({ getAccessToken: accessToken });
  const retry = new RetryHandler(new RetryHandlerOptions(0, retries));
  const telemetry = new TelemetryHandler();
  authentication.setNext(retry);
  retry.setNext(telemetry);
  telemetry.setNext(new Terminal(fetch));
  return authentication;
}

/** A token with permissions beyond the product's app. */
export async function tokenWith({ emulator }: GraphWorld, ...permissions: readonly string[]): Promise<string> {
  const { entra } = emulator.world;
  const { clientId, graphRoles } = apps.weak;
  entra.setApp(clientId, { permissions });
  const token = await entra.appToken(clientId);
  entra.setApp(clientId, { permissions: graphRoles });
  return token;
}

export async function startGraph(options: Partial<EmulatorOptions> = {}): Promise<GraphWorld> {
  const emulator = await startEmulator({ database: ':memory:', ...options });
  const fetch = deskFetch({
    'graph.microsoft.com': emulator.graphAddress,
    'login.microsoftonline.com': emulator.address,
    [siteHost]: emulator.address,
  });
  const tokens = new Map<AppName, Promise<string>>();
  const token = (app: AppName): Promise<string> => {
    const known = tokens.get(app) ?? emulator.world.entra.appToken(apps[app].clientId);
    tokens.set(app, known);
    return known;
  };
  const ask: GraphWorld['ask'] = async (method, path, { as = 'app', token: given, body, headers = {} } = {}) => {
    const bearer = given ?? (as === 'nobody' ? undefined : await token(as));
    const json = body !== undefined && !(body instanceof Uint8Array);
    const payload = json ? JSON.stringify(body) : (body as Uint8Array<ArrayBuffer> | undefined);
    const response = await fetch(path.startsWith('https://') ? path : `https://graph.microsoft.com/v1.0${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(json ? { 'content-type': 'application/json' } : {}),
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...headers,
      },
      ...(payload === undefined ? {} : { body: payload }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Json };
  };
  const site: GraphWorld['site'] = (method, path, more) => ask(method, `/sites/${siteId}${path}`, more);
  return {
    ...{ emulator, fetch, token, ask, site },
    async client(app = 'app', retries = 0) {
      const bearer = await token(app);
      return Client.initWithMiddleware({ middleware: chain(() => Promise.resolve(bearer), fetch, retries) });
    },
    async list(displayName, columns = [], template = 'genericList') {
      const body = { displayName, columns, list: { template } };
      const made = await site('POST', '/lists', { as: 'provisioning', body });
      if (made.status !== 201) throw new Error(JSON.stringify(made.body));
      return made.body.id;
    },
    async item(list, fields) {
      const made = await site('POST', `/lists/${list}/items`, { body: { fields } });
      if (made.status !== 201) throw new Error(JSON.stringify(made.body));
      return made.body;
    },
    close: () => emulator.close(),
  };
}

/** Columns of most tests: a unique key, an indexed number, and a text and a number without an index. */
export const someColumns = [
  { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
  { name: 'Score', number: {}, indexed: true },
  { name: 'Note', text: { allowMultipleLines: true, textType: 'plain' } },
  { name: 'Plain', number: {} },
];

import type { Fetch } from '../../../api/kernel/index.ts';
import {
  createGraph,
  createLists,
  createTokens,
  createUnitBudget,
  graphScope,
  provision,
  type Graph,
  type ListDefinition,
  type Lists,
} from '../../../api/sharepoint/index.ts';
import { deskFetch } from '../../../teams-app/desk/desk-fetch.ts';
import { startEmulator, type Emulator } from '../../../teams-app/emulator/index.ts';
import type { Answers } from '../../../teams-app/questions/index.ts';
import { apps, hosts, siteId, tenantId } from '../../../teams-app/emulator/municipality.ts';

export { siteId };
export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const clock = { now: () => new Date() };

export interface ListsOnADesk {
  emulator: Emulator;
  fetch: Fetch;
  /** Addresses called, newest last, with whether our token was sent. */
  sent: { method: string; url: string; token: boolean }[];
  graph: Graph;
  /** Graph as an app with all, no, or the program's permissions. */
  graphOf(app: keyof typeof apps, wait?: (milliseconds: number) => Promise<unknown>): Graph;
  token(app: keyof typeof apps): Promise<string>;
  /** Another instance of the program on the same site. */
  instance(definitions: readonly ListDefinition<{ key: string }>[]): Promise<Lists>;
  close(): Promise<void>;
}

/**
 * A Microsoft 365 in memory with provisioned lists, and the real client on it. Retry delays are shortened. `answers`
 * are another tenant's; without them it gives the desk's own.
 */
export async function listsOnADesk(
  definitions: readonly ListDefinition<{ key: string }>[],
  answers: Partial<Answers> = {},
): Promise<ListsOnADesk> {
  const emulator = await startEmulator({ database: ':memory:', answers });
  const toDesk = deskFetch(Object.fromEntries(Object.values(hosts).map((host) => [host, emulator.address])));
  const sent: ListsOnADesk['sent'] = [];
  const fetch: Fetch = (url, init) => {
    sent.push({ method: init?.method ?? 'GET', url, token: new Headers(init?.headers).has('authorization') });
    return toDesk(url, init);
  };
  const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 20)));
  const tokensOf = (app: keyof typeof apps) => {
    const { clientId, secret } = apps[app];
    return createTokens({ tenantId, clientId, credential: { secret }, fetch });
  };
  const graphOf = (app: keyof typeof apps, wait: (milliseconds: number) => Promise<unknown> = soon): Graph => {
    const tokens = tokensOf(app);
    return createGraph({
      fetch,
      accessToken: (refused) => tokens(graphScope, refused),
      budget: createUnitBudget(),
      userAgent: 'NONISV|Test|Sikkerhedshjulet/1.0',
      wait,
    });
  };
  const graph = graphOf('app');
  await provision(graphOf('provisioning'), siteId, definitions, ['Documents']);
  return {
    emulator,
    fetch,
    sent,
    graph,
    graphOf,
    token: (app) => tokensOf(app)(graphScope),
    instance: async (wanted) => {
      const lists = createLists({ graph, siteId, clock, log: silent });
      await lists.load(wanted);
      return lists;
    },
    close: () => emulator.close(),
  };
}

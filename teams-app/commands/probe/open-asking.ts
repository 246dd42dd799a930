import { setTimeout as sleep } from 'node:timers/promises';
import { graphScope, listChangesPath, odataText } from '../../../api/sharepoint/index.ts';
import { needed as neededSettings, type Settings } from '../../config/index.ts';
import { siteIdOf, type Connection, type Surroundings } from '../../program/connect.ts';
import {
  needed,
  NotAsked,
  scratchPrefix,
  textIn,
  writeRole,
  type Asking,
  type Call,
  type Reply,
  type ScratchLibrary,
  type ScratchList,
} from '../../questions/index.ts';
import { catalogPermission, rolesOf } from '../doctor/permissions.ts';
import { createFence, graphCaller, replyFrom } from './callers.ts';
import { openPerson } from './open-person.ts';
import { asPart, connectionOf, given, type Part } from './part.ts';
import { makeScratch, sweep, type Swept } from './scratch-site.ts';

export interface AskingOptions {
  /** Entra id of somebody on whom the bot may be tried. */
  person?: string;
  /** Between two looks; for tests. */
  pause?: () => Promise<void>;
}

export interface OpenAsking {
  asking: Asking;
  /** Left by earlier runs, and deleted. */
  swept: readonly string[];
  /** Deletes what was made. Gives the names of what could not be. */
  close(): Promise<string[]>;
}

/** Makes what the questions are asked of. Throws ConfigError and StartRefused. */
export async function openAsking(
  settings: Settings,
  surroundings: Surroundings,
  { person: personId, pause = () => sleep(1_000) }: AskingOptions,
): Promise<OpenAsking> {
  const config = neededSettings(settings, 'tenantId', 'site');
  const running = connectionOf(config, 'app', surroundings);
  const making = connectionOf(config, 'provisioning', surroundings);
  const registration = config.provisioning ?? neededSettings(config, 'app').app;
  const { graph } = given(config.provisioning ? making : running);
  const siteId = await siteIdOf(config, graph, registration);
  const prefix = scratchPrefix(new Date());
  const fence = createFence(siteId, prefix);
  const parts = { graph, fence, siteId, prefix, pause };
  const clean = async (): Promise<Swept> => (making instanceof NotAsked ? { removed: [], left: [] } : sweep(parts));

  const personNamed = async () => {
    if (personId === undefined) throw new NotAsked('Nobody is named with --person.', { isFailure: false });
    return openPerson(personId, config, given(running), { fetch: surroundings.fetch, fence, pause });
  };
  /** A part that cannot be had for another reason ends the run: what was made is deleted first. */
  const orClean = <Value>(work: Promise<Value>): Promise<Value> =>
    work.catch(async (thrown: unknown) => {
      await clean();
      throw thrown;
    });

  const swept = await clean();
  const scratch = making instanceof NotAsked ? making : await orClean(asPart(makeScratch(parts)));
  const person = await orClean(asPart(personNamed()));
  const below = (connection: Part<Connection>, address: string): Call =>
    graphCaller(given(connection).graph, fence, address);
  const site = `/sites/${siteId}`;
  const drive = once(async () => {
    const reply = await below(running, site)('GET', `/lists/${given(scratch).libraryId}/drive?$select=id`);
    const address = `/drives/${textIn(needed(reply, writeRole).body, 'id')}`;
    fence.open(address);
    return address;
  });

  const asking: Asking = {
    prefix,
    siteId,
    site: {
      app: (...call) => below(running, site)(...call),
      owner: (...call) => below(making, site)(...call),
    },
    get list(): ScratchList {
      const { list } = given(scratch);
      return { ...list, app: async (...call) => below(running, `${site}/lists/${list.id}`)(...call) };
    },
    get library(): ScratchLibrary {
      const { tokens } = given(running);
      return {
        app: async (...call) => below(running, await drive())(...call),
        withToken: async (address, { method, headers, body }) => {
          const authorization = `Bearer ${await tokens(graphScope)}`;
          const init = { method, body, headers: { ...headers, authorization } };
          return replyFrom(surroundings.fetch, `${method} the address`, address, init);
        },
      };
    },
    get person() {
      return given(person).person;
    },
    subscribe: () => subscribed(config, below(running, '/subscriptions'), { siteId, prefix, list: asking.list.id }),
    catalog: () => catalogSearched(config, given(running), below(running, '/appCatalogs')),
  };
  fence.open('/subscriptions');

  return {
    asking,
    swept: swept.removed,
    close: async () => {
      const { left } = await clean();
      const installed = person instanceof NotAsked ? [] : await person.close();
      for (const connection of [running, making]) if (!(connection instanceof NotAsked)) connection.stop();
      return [...left, ...installed];
    },
  };
}

/** Graph's shortest life of a subscription is 45 minutes. */
const subscriptionMs = 60 * 60_000;

async function subscribed(
  { notificationUrl, publicUrl }: Settings,
  call: Call,
  { siteId, prefix, list }: { siteId: string; prefix: string; list: string },
): Promise<Reply> {
  const address = notificationUrl ?? publicUrl;
  if (address === undefined)
    throw new NotAsked('PUBLIC_URL is not set: Microsoft Graph asks for an address.', { isFailure: false });
  const reply = await call('POST', '', {
    changeType: 'updated',
    resource: `sites/${siteId}/lists/${list}`,
    notificationUrl: `${address}${listChangesPath}/probe`,
    clientState: prefix,
    expirationDateTime: new Date(Date.now() + subscriptionMs).toISOString(),
  });
  const id = textIn(reply.body, 'id');
  if (id !== '') await call('DELETE', `/${encodeURIComponent(id)}`);
  return reply;
}

async function catalogSearched({ manifestId = '' }: Settings, { tokens }: Connection, call: Call): Promise<Reply> {
  const roles = rolesOf(await tokens(graphScope));
  if (!roles.includes(catalogPermission))
    throw new NotAsked(`It takes ${catalogPermission} for the running app, which nothing else needs.`, {
      isFailure: false,
    });
  return call('GET', `/teamsApps?$filter=externalId%20eq%20${odataText(manifestId)}`);
}

/** Work done at the first call, and again when it failed. */
function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let done: Promise<Value> | undefined;
  return () =>
    (done ??= work().catch((thrown: unknown) => {
      done = undefined;
      throw thrown;
    }));
}

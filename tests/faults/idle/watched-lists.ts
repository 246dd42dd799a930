import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import {
  createListWatch,
  createSubscriptions,
  defineList,
  listChangesPath,
  text,
  type ListDefinition,
  type Lists,
  type ListWatch,
} from '../../../api/sharepoint/index.ts';
import { apps } from '../../../teams-app/emulator/municipality.ts';
import { allTold } from '../../../teams-app/emulator/graph/notifications.ts';
import { listChangesDoor } from '../../../teams-app/program/list-changes-door.ts';
import { siteId, type ListsOnADesk } from '../../contract/lists/on-a-desk.ts';

export const manyLists = (count: number): ListDefinition<{ key: string; title: string }>[] =>
  Array.from({ length: count }, (_, at) =>
    defineList(`Many${at}`, {
      describe: 'For tests.',
      editedBy: at % 3 === 0 ? 'program' : 'people',
      columns: { title: text('Title') },
    }),
  );

export interface WatchedLists {
  lists: Lists;
  watch: ListWatch;
  /** Graph's notification URL. */
  door: string;
  /** Logged problems, by code. */
  logged: string[];
  /** Advances the watch's time in steps of a second; returns the units counted by the desk. */
  pass(seconds: number): Promise<number>;
  /** As `pass`, until the condition holds; returns the seconds it took. */
  passUntil(holds: () => boolean, mostSeconds: number): Promise<number>;
  /** Waits until all changes are notified. */
  notified(): Promise<void>;
  /** A restart of the program at the same address: a new watch. */
  restarted(secret?: string): ListWatch;
  close(): Promise<void>;
}

/** One program's lists with a watch and an endpoint; only a test advances time. */
export async function watchedLists(
  desk: ListsOnADesk,
  definitions: readonly ListDefinition<{ key: string }>[],
  { isDoorOpen = true, secret = 'a secret' } = {},
): Promise<WatchedLists> {
  const lists = await desk.instance(definitions);
  const web = express();
  web.set('query parser', 'simple');
  const server: Server = createServer(web);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const subscriptions = createSubscriptions({ graph: desk.graph, siteId, baseUrl, secret });
  const logged: string[] = [];
  const log = {
    info: () => undefined,
    warn: ({ code }: Readonly<Record<string, unknown>>) => void logged.push(String(code)),
  };
  let now = 0;
  const pace = { pollSeconds: 20, unitsPerMinute: 8 };
  const watch = createListWatch({ lists, log, subscriptions, ...pace, now: () => now });
  if (isDoorOpen)
    web.post(
      `${listChangesPath}/:name`,
      listChangesDoor(
        () => ({ subscriptions, watch }),
        undefined,
        () => now,
      ),
    );
  const unitsUsed = () => desk.emulator.world.stats.snapshot().graph.byApp[apps.app.clientId]?.resourceUnits ?? 0;
  const step = async () => {
    now += 1_000;
    await watch.tick();
  };
  return {
    lists,
    watch,
    door: `${baseUrl}${listChangesPath}/${subscriptions.doorName}`,
    logged,
    pass: async (seconds) => {
      const before = unitsUsed();
      for (let passed = 0; passed < seconds; passed += 1) await step();
      return unitsUsed() - before;
    },
    passUntil: async (holds, mostSeconds) => {
      for (let passed = 0; passed <= mostSeconds; passed += 1) {
        if (holds()) return passed;
        await step();
      }
      throw new Error(`not within ${mostSeconds} s`);
    },
    notified: () => allTold(desk.emulator.world),
    restarted: (other = secret) => {
      const again = createSubscriptions({ graph: desk.graph, siteId, baseUrl, secret: other });
      return createListWatch({ lists, log, subscriptions: again, ...pace });
    },
    close: async () => {
      await watch.stop();
      server.close();
    },
  };
}

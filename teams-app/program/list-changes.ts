import type { RequestHandler } from 'express';
import type { Log } from '../../api/context.ts';
import {
  createListWatch,
  createSubscriptions,
  type Graph,
  type Lists,
  type ListWatch,
  type Subscriptions,
  type WatchStatus,
} from '../../api/sharepoint/index.ts';
import { stateSecretOf, type Config } from '../config/index.ts';
import { listChangesDoor } from './list-changes-door.ts';

export interface ListChangesParts {
  graph: Graph;
  siteId: string;
  lists: Lists;
  log: Log;
  /** Called with each notification that is ours, so that other instances look too. */
  onHeard?(body: unknown): void;
}

/** How list changes are notified, and when lists are polled. */
export interface ListChanges {
  /** `POST /api/list-changes/<name>`: closed until `begin`. */
  door: RequestHandler;
  /** Subscribes and starts polling; `address` is the program's local address. */
  begin(address: string): void;
  /** Takes a notification that another instance was given. */
  hear(body: unknown): void;
  status(): WatchStatus | undefined;
  stop(): Promise<void>;
}

export function listChanges(config: Config, { graph, siteId, lists, log, onHeard }: ListChangesParts): ListChanges {
  let open: { subscriptions: Subscriptions; watch: ListWatch } | undefined;
  return {
    door: listChangesDoor(() => open, onHeard),
    hear: (body) => void open?.watch.notified(body),
    begin: (address) => {
      const baseUrl = config.microsoft365.kind === 'desk' ? address : (config.notificationUrl ?? config.publicUrl);
      const subscriptions = createSubscriptions({ graph, siteId, baseUrl, secret: stateSecretOf(config) });
      const { pollSeconds, lookUnits: unitsPerMinute } = config;
      const watch = createListWatch({ lists, log, subscriptions, pollSeconds, unitsPerMinute });
      open = { subscriptions, watch };
      watch.start();
    },
    status: () => open?.watch.status(),
    stop: async () => open?.watch.stop(),
  };
}

import { createListEars, type ListEars } from './list-ears.ts';
import type { ListObserver } from './list-observer.ts';
import type { Lists, ListsSettings } from './lists-types.ts';
import { createLookPlan } from './look-plan.ts';
import type { Subscriptions } from './subscriptions.ts';
import { z } from 'zod';

export interface ListWatchSettings {
  lists: Lists;
  log: ListsSettings['log'];
  /** Absent: no notifications, polling only. */
  subscriptions?: Subscriptions;
  /** Seconds within which a notified change is read; also the shortest time between two looks at a list. */
  pollSeconds: number;
  /** Resource units a minute for polling lists without notifications, whatever their number. */
  unitsPerMinute: number;
  /** Milliseconds of a monotonic clock; for tests. */
  now?: () => number;
}

/** Why notifications fail, for the operators. */
export interface WatchStatus {
  /** Lists with working notifications. */
  told: number;
  lists: number;
  /** Notifications missed since the start. */
  missed: number;
  /** Error code of the latest subscription try. */
  problem?: string;
}

/**
 * Keeps lists fresh for a few resource units a minute: reads a list when Microsoft notifies of a change, polls the
 * others in turn (`createLookPlan`).
 */
export interface ListWatch {
  start(): void;
  /** Takes the body of an unauthenticated notification. `foreign`: none of its entries is ours. */
  notified(body: unknown): 'taken' | 'foreign' | 'unreadable';
  /** Does what is due; `start` calls it every second. Resolves when its looks have ended. */
  tick(): Promise<void>;
  status(): WatchStatus;
  stop(): Promise<void>;
}

const tickEvery = 1_000;

export function createListWatch(settings: ListWatchSettings): ListWatch {
  const { lists, log, subscriptions, unitsPerMinute, now = () => performance.now() } = settings;
  const plan = createLookPlan({ unitsPerMinute, pollMs: settings.pollSeconds * 1_000, now });
  const ears: ListEars | undefined = subscriptions && createListEars({ subscriptions, log, now });
  const known = lists.loaded();
  const running = new Set<Promise<unknown>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = true;

  for (const { definition, listId } of known) {
    plan.add(definition.name, definition.editedBy);
    ears?.add(definition.name, listId);
  }

  const isTold = (list: string) => ears?.isTold(list) === true;
  const observer: ListObserver = {
    wrote: (list) => ears?.changed(list),
    read: (list) => plan.read(list),
    isCurrent: (list) => isTold(list) && plan.isSettled(list),
    seen: (list) => ({
      by: isTold(list) ? 'notification' : 'looks',
      everyMinutes: plan.everyMinutes(list),
      missed: ears?.missed(list) ?? 0,
    }),
  };
  lists.observe(observer);

  const look = async (list: string): Promise<void> => {
    const found = await lists.look(list);
    if ('problem' in found) return plan.ended(list, found.isAway ? 'away' : 'failed');
    plan.ended(list, found.entries > 0 ? 'something' : 'nothing');
    // SharePoint must notify of every change: before the look, or soon after.
    if (found.news > 0 && !wasTold(list)) ears?.changed(list);
  };

  const toldAt = new Map<string, number>();
  /** A notification just before the look is about what the look found. */
  const wasTold = (list: string) => now() - (toldAt.get(list) ?? -Infinity) < 2 * settings.pollSeconds * 1_000;

  const tell = (list: string) => {
    toldAt.set(list, now());
    plan.want(list);
  };

  const track = async (work: Promise<unknown>): Promise<void> => {
    running.add(work);
    await work.finally(() => running.delete(work));
  };

  const tick = async (): Promise<void> => {
    for (const list of ears?.silent() ?? []) plan.want(list);
    for (const { definition } of known) plan.setTold(definition.name, isTold(definition.name));
    const begun = plan.begin().map((list) => track(look(list)));
    if (ears) begun.push(track(ears.care()));
    await Promise.all(begun);
  };

  const later = () => {
    timer = setTimeout(() => {
      void tick();
      if (!stopped) later();
    }, tickEvery);
    timer.unref();
  };

  return {
    tick,
    start: () => {
      if (!stopped) return;
      stopped = false;
      void tick();
      later();
    },
    notified: (body) => {
      const told = readNotifications(body);
      if (told === undefined) return 'unreadable';
      let isOurs = false;
      for (const { clientState, lifecycleEvent } of told) {
        const list = ears?.heard(clientState);
        if (list === undefined) continue;
        isOurs = true;
        tell(list);
        if (lifecycleEvent === 'reauthorizationRequired') ears?.careSoon(list, 'due');
        if (lifecycleEvent === 'subscriptionRemoved') ears?.careSoon(list, 'gone');
      }
      return isOurs ? 'taken' : 'foreign';
    },
    status: () => {
      const names = known.map(({ definition }) => definition.name);
      const problem = ears?.problem();
      return {
        told: names.filter(isTold).length,
        lists: names.length,
        missed: names.reduce((sum, list) => sum + (ears?.missed(list) ?? 0), 0),
        ...(problem === undefined ? {} : { problem }),
      };
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await Promise.all(running);
    },
  };
}

/** Graph batches notifications of several lists; larger ones are not ours. */
const mostAtOnce = 1_000;

const notification = z.object({
  /** Microsoft's longest is 128 characters. */
  clientState: z.string().min(1).max(128),
  lifecycleEvent: z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']).optional().catch(undefined),
});
const notifications = z.object({ value: z.array(z.unknown()).min(1).max(mostAtOnce) });

type ListNotification = z.output<typeof notification>;

/**
 * Parses an untrusted notification body: each entry's `clientState`, and whether it concerns the subscription itself.
 * Invalid entries are left out; undefined when the body is invalid.
 */
function readNotifications(body: unknown): ListNotification[] | undefined {
  const parsed = notifications.safeParse(body);
  if (!parsed.success) return undefined;
  return parsed.data.value.flatMap((value) => {
    const one = notification.safeParse(value);
    return one.success ? [one.data] : [];
  });
}

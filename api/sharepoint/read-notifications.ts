import { z } from 'zod';

/** Graph gathers notifications of several lists; more at once are not ours. */
const mostAtOnce = 1_000;

const notification = z.object({
  /** Microsoft's longest is 128 characters. */
  clientState: z.string().min(1).max(128),
  lifecycleEvent: z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']).optional().catch(undefined),
});
const notifications = z.object({ value: z.array(z.unknown()).min(1).max(mostAtOnce) });

export type ListNotification = z.output<typeof notification>;

/**
 * What a body that anybody may have sent says: which `clientState` it shows, and whether it is about the subscription
 * itself. Nothing else of it is read. Entries that are none are left out; undefined when the body is none.
 */
export function readNotifications(body: unknown): ListNotification[] | undefined {
  const parsed = notifications.safeParse(body);
  if (!parsed.success) return undefined;
  return parsed.data.value.flatMap((value) => {
    const one = notification.safeParse(value);
    return one.success ? [one.data] : [];
  });
}

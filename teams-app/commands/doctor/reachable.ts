import { z } from 'zod';
import type { Fetch } from '../../../api/kernel/index.ts';

const health = z.looseObject({ status: z.enum(['ok', 'degraded']) });

/** Why the program is not found at its address from here; undefined when it answers. */
export async function isReachable(publicUrl: string, fetch: Fetch): Promise<string | undefined> {
  try {
    const response = await fetch(`${publicUrl}/api/health`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(15_000),
    });
    if (response.status >= 300 && response.status < 400) return 'it is redirected, e.g. to a sign-in page of the proxy';
    if (!response.ok) return `answer ${response.status}`;
    return health.safeParse(await response.json().catch(() => undefined)).success
      ? undefined
      : 'something else answers there';
  } catch (thrown) {
    const cause = thrown instanceof Error ? (thrown.cause ?? thrown) : thrown;
    return cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'no answer';
  }
}

import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

type Answer = number | string | null | readonly Answer[];

/** A Lua script by its digest; sent whole when the server does not have it yet. */
export function script(client: Redis, lua: string) {
  const digest = createHash('sha1').update(lua).digest('hex');
  return async (keys: readonly string[], ...args: readonly (string | number)[]): Promise<Answer> => {
    const given = [...keys, ...args.map(String)];
    try {
      return (await client.evalsha(digest, keys.length, ...given)) as Answer;
    } catch (failure) {
      if (!(failure instanceof Error) || !failure.message.startsWith('NOSCRIPT')) throw failure;
      return (await client.eval(lua, keys.length, ...given)) as Answer;
    }
  };
}

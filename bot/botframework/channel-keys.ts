import { importJWK, type CryptoKey, type JWK } from 'jose';
import { z } from 'zod';
import { unavailable, type Fetch } from '../../api/kernel/index.ts';

/** Bot Framework's metadata of its channels' signing keys. */
const channelOpenIdMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

const hour = 3_600_000;
/** Keys are re-read after a day; for an unknown key at most once in this time (ms). */
const unknownKeyPause = 60_000;
const patienceMs = 10_000;

const metadata = z.looseObject({ jwks_uri: z.url({ protocol: /^https$/ }) });
const keySet = z.looseObject({
  keys: z.array(
    z.looseObject({ kid: z.string(), kty: z.string(), endorsements: z.array(z.string()).default([]) }).catch({
      kid: '',
      kty: '',
      endorsements: [],
    }),
  ),
});
type ChannelKey = z.output<typeof keySet>['keys'][number];

export interface ChannelKeys {
  /** The key with this id and its channels. Undefined for an unknown key. */
  find(kid: string): Promise<{ key: CryptoKey | Uint8Array; endorsements: readonly string[] } | undefined>;
}

/** Bot Framework's signing keys over the injected fetch, cached a day. Throws AppError unavailable `bot.keysAway`. */
export function channelKeys(fetch: Fetch, now: () => number = Date.now): ChannelKeys {
  let known = new Map<string, ChannelKey>();
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;

  async function json(url: string): Promise<unknown> {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
    return response.json();
  }
  async function read(): Promise<void> {
    const { jwks_uri: address } = metadata.parse(await json(channelOpenIdMetadata));
    const { keys } = keySet.parse(await json(address));
    known = new Map(keys.filter(({ kty }) => kty === 'RSA').map((key) => [key.kid, key]));
    readAt = now();
  }
  const readOnce = () =>
    (reading ??= read()
      .catch((cause: unknown) => {
        throw unavailable('bot.keysAway', {}, cause);
      })
      .finally(() => (reading = undefined)));

  return {
    find: async (kid) => {
      if (now() - readAt > 24 * hour) await readOnce();
      else if (!known.has(kid) && now() - readAt > unknownKeyPause) await readOnce();
      const found = known.get(kid);
      if (!found) return undefined;
      const jwk: JWK = { ...found, alg: 'RS256' };
      return { key: await importJWK(jwk, 'RS256'), endorsements: found.endorsements };
    },
  };
}

import { LRUCache } from 'lru-cache';
import { hash } from 'node:crypto';
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import { forbidden, unavailable, type Fetch, type PersonId } from '../kernel/index.ts';

/** The owner of a bearer token. Throws AppError: forbidden (any invalid token), unavailable (no keys). */
export type VerifyToken = (token: string) => Promise<PersonId>;

export interface TokenSettings {
  tenantId: string;
  /** App registration of the tab's tokens. */
  clientId: string;
  /** The tab's host in the application id URI: `api://<host>/<client id>`. */
  host: string;
  fetch: Fetch;
  /** Entra's time, for the token's life (ms); default this machine's. */
  now?: () => number;
}

/**
 * Clients that may request the tab's tokens from Entra: Teams on desktop and phone, and Teams on the web (README, "On a
 * real tenant"). Tokens issued to other apps of the tenant are refused.
 * https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad
 */
const teamsClients = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];

/** The delegated scope of the tab's token (`getAuthToken`). */
const scope = 'access_as_user';
/** Time limit for fetching the key set, ms. */
const keysWithin = 5_000;
/** The tab sends the same token with each request: a valid one is cached this long (ms), or until it expires. */
const heldFor = 5 * 60_000;
const mostHeld = 10_000;

/**
 * Checks Teams SSO tokens against Entra's published keys: signature (RS256), issuer and tenant, audience, scope and
 * expiry by Entra's time, and that Teams asked for it. Keys are cached, and fetched again for an unknown key id. Valid
 * tokens are cached by hash for some minutes, less than the keys.
 */
export function createTokenVerifier({
  tenantId,
  clientId,
  host,
  fetch,
  now = () => Date.now(),
}: TokenSettings): VerifyToken {
  const keys = createRemoteJWKSet(new URL(`https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`), {
    [customFetch]: fetch,
    timeoutDuration: keysWithin,
  });
  const audiences = audiencesOf(clientId, host);
  const issuer = [`https://login.microsoftonline.com/${tenantId}/v2.0`, `https://sts.windows.net/${tenantId}/`];
  const held = new LRUCache<string, { personId: PersonId; expires: number }>({ max: mostHeld, ttl: heldFor });
  return async (token) => {
    const name = hash('sha256', token);
    const before = held.get(name);
    if (before && now() < before.expires) return before.personId;
    const { personId, expires } = await checked(token);
    held.set(name, { personId, expires });
    return personId;
  };

  async function checked(token: string) {
    const payload = await verified(token, keys, { issuer, currentDate: new Date(now()) });
    if (payload['tid'] !== tenantId) throw forbidden('access.signIn', { reason: 'tenant' });
    if (!isForUs(payload.aud, audiences)) throw forbidden('access.signIn', { reason: 'audience' });
    if (!scopesOf(payload).includes(scope)) throw forbidden('access.signIn', { reason: 'scope' });
    if (!teamsClients.includes(clientOf(payload))) throw forbidden('access.signIn', { reason: 'client' });
    const personId = payload['oid'];
    if (typeof personId !== 'string' || personId === '') throw forbidden('access.signIn', { reason: 'person' });
    return { personId: personId as PersonId, expires: (payload.exp ?? 0) * 1000 };
  }
}

/**
 * `api://<host>/<client id>` is the application id URI that Teams asks for; v2 tokens carry the bare client id. No
 * other URI with that ending: another app of the tenant may be `api://<tenant id>/<our client id>` (Entra's identifier
 * URI restrictions), and its users would be signed in here.
 */
const audiencesOf = (clientId: string, host: string): readonly string[] =>
  [clientId, `api://${clientId}`, `api://${host}/${clientId}`].map((audience) => audience.toLowerCase());
const isForUs = (audience: JWTPayload['aud'], audiences: readonly string[]): boolean =>
  typeof audience === 'string' && audiences.includes(audience.toLowerCase());

/** `azp` of a version 2 token, `appid` of version 1. */
const clientOf = (payload: JWTPayload): string => {
  const client = payload['azp'] ?? payload['appid'];
  return typeof client === 'string' ? client.toLowerCase() : '';
};

const scopesOf = (payload: JWTPayload): string[] =>
  typeof payload['scp'] === 'string' ? payload['scp'].split(' ') : [];

async function verified(token: string, keys: JWTVerifyGetKey, whose: JWTVerifyOptions): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      ...whose,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'oid'],
    });
    return payload;
  } catch (thrown) {
    if (isAboutTheToken(thrown)) throw forbidden('access.signIn', { reason: thrown.code });
    throw unavailable('access.keysAway', {}, thrown);
  }
}

/** All other jose errors are about the token. */
const keysAway = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];
const isAboutTheToken = (thrown: unknown): thrown is errors.JOSEError =>
  thrown instanceof errors.JOSEError && !keysAway.includes(thrown.code);

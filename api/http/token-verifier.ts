import { LRUCache } from 'lru-cache';
import { hash } from 'node:crypto';
import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { forbidden, unavailable, type Fetch, type PersonId } from '../kernel/index.ts';

/** Who a bearer token belongs to. Throws AppError: forbidden (any token that does not hold), unavailable (no keys). */
export type VerifyToken = (token: string) => Promise<PersonId>;

export interface TokenSettings {
  tenantId: string;
  /** The app registration that the tab asks tokens for. */
  clientId: string;
  /** Where the tab is, as it stands in the application id URI: `api://<host>/<client id>`. */
  host: string;
  fetch: Fetch;
}

/**
 * Who may ask Entra for the tab's tokens: Teams on desktop and phone, and Teams on the web (README, "On a real tenant"). A
 * token that another app of the tenant was given for ours opens nothing here.
 * https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad
 */
const teamsClients = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];

/** The delegated scope the tab's token carries (`getAuthToken` gives exactly this one). */
const scope = 'access_as_user';
/** How long one fetch of the key set may take, ms. */
const keysWithin = 5_000;
/** The tab sends the same token with each request: one that held is not checked again for so long (ms), or until it expires. */
const heldFor = 5 * 60_000;
const mostHeld = 10_000;

/**
 * Checks Teams SSO tokens against Entra's published keys: signature (RS256), issuer and tenant, audience, scope and
 * expiry by real time, and that Teams asked for it. Keys are cached and fetched again when a token names one that is not known.
 * What held is remembered for some minutes by its hash, less than the keys themselves are.
 */
export function createTokenVerifier({ tenantId, clientId, host, fetch }: TokenSettings): VerifyToken {
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
    if (before && Date.now() < before.expires) return before.personId;
    const { personId, expires } = await checked(token);
    held.set(name, { personId, expires });
    return personId;
  };

  async function checked(token: string) {
    const payload = await verified(token, keys, issuer);
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
 * `api://<host>/<client id>` is the application id URI that Teams asks for; v2 tokens carry the bare client id. No other
 * URI that ends so: another app of the tenant may be `api://<tenant id>/<our client id>` (Entra's identifier URI
 * restrictions), and whoever has signed in to it would be signed in here by it.
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

async function verified(token: string, keys: JWTVerifyGetKey, issuer: string[]): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256'], requiredClaims: ['exp', 'oid'] });
    return payload;
  } catch (thrown) {
    if (isAboutTheToken(thrown)) throw forbidden('access.signIn', { reason: thrown.code });
    throw unavailable('access.keysAway', {}, thrown);
  }
}

/** Everything jose says is about the token, but that the keys did not come or cannot be read. */
const keysAway = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];
const isAboutTheToken = (thrown: unknown): thrown is errors.JOSEError =>
  thrown instanceof errors.JOSEError && !keysAway.includes(thrown.code);

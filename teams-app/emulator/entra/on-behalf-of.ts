import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { AppRegistration } from '../municipality.ts';
import type { KeyStore } from './keys.ts';
import { badUserAssertion, noConsent, notDefaultScope } from './oauth-error.ts';
import type { TokenMaker, TokenPerson } from './tokens.ts';

/** The on-behalf-of grant, by a person's token for the app. */
export const userGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const graph = 'https://graph.microsoft.com';
/** Added by MSAL. */
const openId = ['openid', 'profile', 'offline_access'];

interface Parts {
  tokens: TokenMaker;
  keys: KeyStore;
  person(id: string): TokenPerson | undefined;
}

/** A Graph token for the assertion's person, with the requested and consented permissions. */
export async function onBehalfOf(
  { tokens, keys, person }: Parts,
  app: AppRegistration,
  assertion: string,
  scope: string,
): Promise<{ accessToken: string; scope: string }> {
  const who = person(await personOf(keys, app, assertion));
  if (!who) throw badUserAssertion(50013, 'Assertion failed signature validation.');
  const wanted = scope.split(' ').filter((each) => each !== '' && !openId.includes(each));
  if (wanted.length === 0 || wanted.some((each) => !each.startsWith(`${graph}/`))) throw notDefaultScope(scope);
  const consented = app.graphScopes ?? [];
  const names = wanted.map((each) => each.slice(graph.length + 1));
  const scopes = names.includes('.default') ? [...consented] : names;
  if (scopes.length === 0 || scopes.some((name) => !consented.includes(name))) throw noConsent(app.clientId);
  return {
    accessToken: await tokens.onBehalf(app, who, graph, scopes),
    scope: scopes.map((name) => `${graph}/${name}`).join(' '),
  };
}

async function personOf(keys: KeyStore, app: AppRegistration, assertion: string): Promise<string> {
  try {
    const key = keys.find('entra', decodeProtectedHeader(assertion).kid);
    if (!key) throw badUserAssertion(50013, 'Assertion failed signature validation.');
    const { payload } = await jwtVerify(assertion, key.publicKey, { algorithms: ['RS256'], audience: app.clientId });
    return String(payload['oid']);
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      throw badUserAssertion(500133, 'Assertion is not within its valid time range.');
    if (error instanceof errors.JOSEError) throw badUserAssertion(50013, 'Assertion failed signature validation.');
    throw error;
  }
}

import { createHash, randomUUID } from 'node:crypto';
import { SignJWT, type JWTPayload } from 'jose';
import type { KeyOwner, KeyStore } from './keys.ts';
import type { AppRegistration } from '../municipality.ts';

/** Hosts of Entra and Bot Framework, as in tokens and documents. */
export const loginHost = 'https://login.microsoftonline.com';
export const botFrameworkIssuer = 'https://api.botframework.com';

/** Seconds that a token lives. */
export const tokenLifetime = 3600;

/** The Teams client, which requests tab tokens. */
const teamsClientId = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

export interface TokenPerson {
  id: string;
  displayName: string;
  userPrincipalName: string;
}

/** Faults of a token, for tests. Default valid. */
export interface MintOptions {
  personId: string;
  audience?: string;
  tenant?: string;
  /** Default `access_as_user`; an empty string omits the claim. */
  scope?: string;
  /** Ended an hour ago. */
  expired?: boolean;
  issuer?: string;
  /** Signed by an unpublished key. */
  otherKey?: boolean;
  claims?: JWTPayload;
}

const pairwise = (...parts: string[]) => createHash('sha256').update(parts.join('|')).digest('base64url');

/** An app's service principal id, deterministic. */
export function servicePrincipalOf(clientId: string): string {
  const hex = createHash('sha256').update(`sp:${clientId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface TokenMaker {
  person(person: TokenPerson, audience: string, options?: Omit<MintOptions, 'personId'>): Promise<string>;
  /** A token of an administrator's tool, with the person's roles in Entra. */
  administrator(resource: string, scopes: readonly string[], roleIds: readonly string[]): Promise<string>;
  /** A managed identity's token for exchange. */
  identity(principalId: string, audience: string): Promise<string>;
  app(app: AppRegistration, resource: string, roles: readonly string[]): Promise<string>;
  /** An on-behalf-of token for Graph. */
  onBehalf(app: AppRegistration, person: TokenPerson, resource: string, scopes: readonly string[]): Promise<string>;
  channel(botId: string, serviceUrl: string): Promise<string>;
}

export function createTokenMaker(keys: KeyStore, tenantId: string): TokenMaker {
  function sign(owner: KeyOwner, payload: JWTPayload, twist: { expired?: boolean; otherKey?: boolean } = {}) {
    const key = twist.otherKey ? keys.unknown() : keys.current(owner);
    const now = Math.floor(Date.now() / 1000) - (twist.expired ? 2 * tokenLifetime : 0);
    return new SignJWT({ iat: now, nbf: now - 5, exp: now + tokenLifetime, uti: randomUUID(), ...payload })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
      .sign(key.privateKey);
  }

  return {
    person(person, audience, options = {}) {
      const tenant = options.tenant ?? tenantId;
      const scope = options.scope ?? 'access_as_user';
      return sign(
        'entra',
        {
          aud: options.audience ?? audience,
          iss: options.issuer ?? `${loginHost}/${tenant}/v2.0`,
          azp: teamsClientId,
          azpacr: '0',
          name: person.displayName,
          oid: person.id,
          preferred_username: person.userPrincipalName,
          ...(scope === '' ? {} : { scp: scope }),
          sub: pairwise(person.id, audience),
          tid: tenant,
          ver: '2.0',
          ...options.claims,
        },
        options,
      );
    },
    app: (app, resource, roles) =>
      sign('entra', {
        aud: resource,
        iss: `https://sts.windows.net/${tenantId}/`,
        app_displayname: app.name,
        appid: app.clientId,
        appidacr: '1',
        idtyp: 'app',
        oid: servicePrincipalOf(app.clientId),
        sub: servicePrincipalOf(app.clientId),
        ...(roles.length > 0 ? { roles: [...roles] } : {}),
        tid: tenantId,
        ver: '1.0',
      }),
    onBehalf: (app, person, resource, scopes) =>
      sign('entra', {
        aud: resource,
        iss: `https://sts.windows.net/${tenantId}/`,
        app_displayname: app.name,
        appid: app.clientId,
        appidacr: '1',
        idtyp: 'user',
        name: person.displayName,
        oid: person.id,
        scp: scopes.join(' '),
        sub: pairwise(person.id, resource),
        tid: tenantId,
        upn: person.userPrincipalName,
        ver: '1.0',
      }),
    administrator: (resource, scopes, roleIds) =>
      sign('entra', {
        aud: resource,
        iss: `https://sts.windows.net/${tenantId}/`,
        app_displayname: 'Microsoft Graph Command Line Tools',
        appid: '14d82eec-204b-4c2f-b7e8-296a70dab67e',
        idtyp: 'user',
        oid: '2f6b1d3c-90e4-4a57-8c1d-5e7a04b9f023',
        scp: scopes.join(' '),
        tid: tenantId,
        ver: '1.0',
        wids: [...roleIds],
      }),
    identity: (principalId, audience) =>
      sign('entra', {
        aud: audience,
        iss: `${loginHost}/${tenantId}/v2.0`,
        oid: principalId,
        sub: principalId,
        tid: tenantId,
        ver: '2.0',
      }),
    channel: (botId, serviceUrl) =>
      sign('botframework', { iss: botFrameworkIssuer, aud: botId, serviceurl: serviceUrl }),
  };
}

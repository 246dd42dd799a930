import type { Answering, Asked } from '../exchange.ts';
import type { DatabaseSync } from 'node:sqlite';
import { botFrameworkDocument, instanceDocument, tenantDocument } from './documents.ts';
import { createKeyStore } from './keys.ts';
import { unknownTenant } from './oauth-error.ts';
import { sendJson, urlOf } from './plain-http.ts';
import { directoryRoles, managedIdentity, type AppRegistration, type DirectoryRole } from '../municipality.ts';
import { answerIdentityRequest } from './managed-identity.ts';
import { createRegistrations, type AppState, type AdministratorsObjects } from './registrations.ts';
import {
  answerTokenRequest,
  azureResource,
  connectorResource,
  graphResource,
  isTenant,
  type Tenant,
} from './token-endpoint.ts';
import { createTokenMaker, type MintOptions, type TokenPerson } from './tokens.ts';
import { createAppTokenVerifier, type AppCaller } from './verify.ts';

export { TokenRefused } from './verify.ts';
export { appStates } from './registrations.ts';

export interface EntraOptions {
  db: DatabaseSync;
  tenant: Tenant;
  apps(): readonly AppRegistration[];
  /** The app of the tab's tokens; undefined when the catalogue has none. */
  tabClientId(): string | undefined;
  objects: AdministratorsObjects;
  person(id: string): TokenPerson | undefined;
}

/** Entra ID and Bot Framework's key server: tokens, keys and token owners. */
export interface Entra {
  /** Answers all requests to `login.microsoftonline.com` and `login.botframework.com`. */
  handle(request: Asked, response: Answering): Promise<void>;
  /** Verifies an app's Graph token, cached until it expires. @throws TokenRefused */
  verifyGraphToken(token: string): Promise<AppCaller>;
  /** Verified bot connector token. @throws TokenRefused */
  verifyConnectorToken(token: string): Promise<AppCaller>;
  /** Verified token for Azure's resource manager. @throws TokenRefused */
  verifyAzureToken(token: string): Promise<AppCaller>;
  /** The token of somebody with these roles in Entra, through an administrator's tool. */
  administratorToken(
    roles: readonly DirectoryRole[],
    scopes: readonly string[],
    resource?: 'graph' | 'azure',
  ): Promise<string>;
  /** Answers the address for tokens of managed identities. */
  handleIdentity(request: Asked, response: Answering): Promise<void>;
  /** Lets the desk's managed identity sign in as an app, as a federated credential. */
  trustIdentity(clientId: string, subject?: string): void;
  /** The token Teams gives this person's tab. @throws Error for an unknown id. */
  personToken(personId: string): Promise<string>;
  /** A person's token with a fault, for tests of the production verifier. */
  mint(options: MintOptions): Promise<string>;
  /** An app-only token, without the token endpoint. */
  appToken(clientId: string, resource?: 'graph' | 'connector'): Promise<string>;
  /** Teams' token for calls to the bot. `twist` makes it invalid. */
  channelToken(botId: string, serviceUrl: string): Promise<string>;
  /** Adds a certificate (PEM) to an app's credentials. */
  registerCertificate(clientId: string, pem: string): void;
  /** An administrator's change of an app; `permissions` apply from its next token. */
  setApp(clientId: string, change: { permissions?: readonly string[] | undefined; state?: AppState | undefined }): void;
  /** An app's present application permissions of Graph. */
  permissionsOf(clientId: string): readonly string[];
}

export function createEntra(options: EntraOptions): Entra {
  const { db, tenant } = options;
  const keys = createKeyStore(db);
  const registrations = createRegistrations(db, options.apps, options.objects);
  const tokens = createTokenMaker(keys, tenant.tenantId);
  const tabClientId = (): string => {
    const clientId = options.tabClientId();
    if (clientId === undefined) throw new Error('The organisation has no app whose tab could sign in.');
    return clientId;
  };
  const parts = { tenant, registrations, tokens, keys, person: options.person };

  function personOf(id: string): TokenPerson {
    const person = options.person(id);
    if (!person) throw new Error(`Nobody in the tenant has the id ${id}.`);
    return person;
  }

  async function handle(request: Asked, response: Answering): Promise<void> {
    const path = urlOf(request).pathname;
    if (path === '/v1/.well-known/openidconfiguration') return sendJson(response, 200, botFrameworkDocument());
    if (path === '/v1/.well-known/keys' || path === '/botframework/keys') {
      return sendJson(response, 200, keys.jwks('botframework'));
    }
    const [, name = '', ...rest] = path.split('/');
    const page = rest.join('/');
    if (request.method === 'POST' && page === 'oauth2/v2.0/token') {
      return answerTokenRequest(parts, name, request, response);
    }
    if (page === 'discovery/instance') return sendJson(response, 200, instanceDocument(tenant.tenantId));
    if (!isTenant(tenant, name) && name !== 'common' && name !== 'organizations') {
      return sendJson(response, 400, unknownTenant(name).body());
    }
    if (page === 'v2.0/.well-known/openid-configuration') {
      return sendJson(response, 200, tenantDocument(tenant.tenantId));
    }
    if (page === 'discovery/v2.0/keys' || page === 'discovery/keys') {
      return sendJson(response, 200, keys.jwks('entra'));
    }
    sendJson(response, 404, { error: 'not_found', error_description: `Entra has no page ${path}.` });
  }

  return {
    handle,
    verifyGraphToken: createAppTokenVerifier(keys, tenant.tenantId, [graphResource]),
    verifyConnectorToken: createAppTokenVerifier(keys, tenant.tenantId, [connectorResource]),
    verifyAzureToken: createAppTokenVerifier(keys, tenant.tenantId, [azureResource]),
    administratorToken: (roles, scopes, resource = 'graph') =>
      tokens.administrator(
        resource === 'graph' ? graphResource : azureResource,
        scopes,
        roles.map((role) => directoryRoles[role]),
      ),
    handleIdentity: (request, response) => answerIdentityRequest(tokens, request, response),
    trustIdentity: (clientId, subject = managedIdentity.principalId) => registrations.trust(clientId, subject),
    personToken: async (personId) => tokens.person(personOf(personId), tabClientId()),
    mint: async ({ personId, ...twist }) => tokens.person(personOf(personId), tabClientId(), twist),
    async appToken(clientId, resource = 'graph') {
      const app = registrations.find(clientId);
      if (!app) throw new Error(`No app of the tenant has the client id ${clientId}.`);
      return resource === 'graph'
        ? tokens.app(app, graphResource, app.graphRoles)
        : tokens.app(app, connectorResource, []);
    },
    channelToken: (botId, serviceUrl) => tokens.channel(botId, serviceUrl),
    registerCertificate: registrations.addCertificate,
    setApp(clientId, { permissions, state }) {
      if (permissions) registrations.consent(clientId, permissions);
      if (state) registrations.setState(clientId, state);
    },
    permissionsOf: (clientId) => registrations.find(clientId)?.graphRoles ?? [],
  };
}

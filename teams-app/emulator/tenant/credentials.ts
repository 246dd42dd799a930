import type { FederatedCredential, Tenant } from './tenant.ts';

/** Certificates of an app made through Graph, PEM. */
export function certificatesOf({ made }: Tenant, clientId: string): string[] {
  const application = made.applications.find(({ appId }) => appId === clientId);
  return (application?.keyCredentials ?? []).map(({ key }) =>
    ['-----BEGIN CERTIFICATE-----', ...(key.match(/.{1,64}/g) ?? []), '-----END CERTIFICATE-----', ''].join('\n'),
  );
}

export const federatedOf = ({ made }: Tenant, clientId: string): FederatedCredential[] =>
  made.federated.filter(({ appId }) => appId === clientId);

/** Teams' clients: desktop and mobile, and the web. */
export const teamsClients = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'] as const;

/**
 * The app that Teams signs people's tabs in to. Throws an Error for what keeps Teams from it: no scope, another
 * address, a client that is not pre-authorised, or another version of tokens.
 */
export function tabClientIdOf(tenant: Tenant): string | undefined {
  const app = tenant.teamsApp();
  const application = tenant.made.applications.find(({ appId }) => appId === app?.tabClientId);
  if (!app || !application) return app?.tabClientId;
  const { identifierUris, api } = application;
  const scope = api.oauth2PermissionScopes.find(({ value }) => value === 'access_as_user');
  const isKnown = (client: string) =>
    api.preAuthorizedApplications.some(
      ({ appId, delegatedPermissionIds }) => appId === client && delegatedPermissionIds.includes(scope?.id ?? ''),
    );
  if (!scope) throw new Error('The app has no scope access_as_user.');
  if (!identifierUris.some((uri) => uri.startsWith('api://') && uri.endsWith(`/${application.appId}`)))
    throw new Error('The app has no address api://<host>/<client id>.');
  if (!teamsClients.every(isKnown)) throw new Error('The Teams clients are not pre-authorised.');
  if (api.requestedAccessTokenVersion !== 2) throw new Error('The app takes tokens of version 1.');
  return application.appId;
}

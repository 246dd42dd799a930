import { botFrameworkIssuer, loginHost } from './tokens.ts';

/** The tenant's OpenID document (v2.0). */
export const tenantDocument = (tenantId: string) => {
  const base = `${loginHost}/${tenantId}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
    msgraph_host: 'graph.microsoft.com',
  };
};

/** Bot Framework's OpenID document, with the keys of Teams' requests to bots. */
export const botFrameworkDocument = () => ({
  issuer: botFrameworkIssuer,
  authorization_endpoint: 'https://invalid.botframework.com',
  jwks_uri: 'https://login.botframework.com/v1/.well-known/keys',
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
});

/** MSAL's request for an unknown authority host. */
export const instanceDocument = (tenantId: string) => ({
  tenant_discovery_endpoint: `${loginHost}/${tenantId}/v2.0/.well-known/openid-configuration`,
  'api-version': '1.1',
  metadata: [
    {
      preferred_network: 'login.microsoftonline.com',
      preferred_cache: 'login.windows.net',
      aliases: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
    },
  ],
});

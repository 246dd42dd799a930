import { randomUUID } from 'node:crypto';

/** A refusal of the token endpoint, in Entra's form (MSAL reads `error`, `error_codes` and the text). */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly status: number;
  readonly error: string;
  readonly number: number;
  constructor(status: number, error: string, number: number, text: string) {
    super(text);
    this.status = status;
    this.error = error;
    this.number = number;
  }

  /** The JSON body. `AADSTS` numbers are Entra's own, as operators search for them. */
  body(): Record<string, unknown> {
    const trace = randomUUID();
    const correlation = randomUUID();
    const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
    return {
      error: this.error,
      error_description: `AADSTS${this.number}: ${this.message} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [this.number],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${this.number}`,
    };
  }
}

export const unknownTenant = (tenant: string) =>
  new OAuthError(
    400,
    'invalid_request',
    90002,
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  );

export const unknownApp = (clientId: string, tenant: string) =>
  new OAuthError(
    400,
    'unauthorized_client',
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  );

export const missingParameter = (name: string) =>
  new OAuthError(400, 'invalid_request', 900144, `The request body must contain the following parameter: '${name}'.`);

export const unsupportedGrant = (grant: string) =>
  new OAuthError(400, 'unsupported_grant_type', 70003, `The app requested an unsupported grant type '${grant}'.`);

export const missingCredential = () =>
  new OAuthError(
    401,
    'invalid_client',
    7000216,
    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
  );

export const wrongSecret = (clientId: string) =>
  new OAuthError(
    401,
    'invalid_client',
    7000215,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
  );

export const expiredSecret = (clientId: string) =>
  new OAuthError(
    401,
    'invalid_client',
    7000222,
    `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
  );

export const disabledApp = (clientId: string, name: string) =>
  new OAuthError(400, 'unauthorized_client', 7000112, `Application '${clientId}'(${name}) is disabled.`);

export const blockedApp = () =>
  new OAuthError(
    400,
    'invalid_grant',
    53003,
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  );

export const removedApp = (clientId: string, tenant: string) =>
  new OAuthError(
    401,
    'invalid_client',
    7000229,
    `The client application ${clientId} is missing service principal in the tenant ${tenant}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`,
  );

export const notDefaultScope = (scope: string) =>
  new OAuthError(
    400,
    'invalid_scope',
    1002012,
    `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
  );

export const unknownResource = (resource: string, tenant: string) =>
  new OAuthError(
    400,
    'invalid_resource',
    500011,
    `The resource principal named ${resource} was not found in the tenant named ${tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
  );

export const badUserAssertion = (number: 50013 | 500133, text: string) =>
  new OAuthError(400, 'invalid_grant', number, text);

export const noConsent = (clientId: string) =>
  new OAuthError(
    400,
    'invalid_grant',
    65001,
    `The user or administrator has not consented to use the application with ID '${clientId}'. Send an interactive authorization request for this user and resource.`,
  );

export const badAssertion = (
  number: 50027 | 1000502 | 700021 | 700023 | 700024 | 700027 | 700211 | 700212 | 700213,
  text: string,
) => new OAuthError(401, 'invalid_client', number, text);

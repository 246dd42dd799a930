import {
  AuthError,
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node';
import { AppError, unavailable, type Fetch } from '../kernel/index.ts';

/**
 * The application's credential for Entra: a token of a managed identity, asked for when needed, a certificate
 * (`thumbprint` is SHA-256, hex), or a secret.
 */
export type Credential =
  | { secret: string }
  | { certificate: CertificateKey }
  | RenewedCertificates
  | { assertion: () => Promise<string> };

interface CertificateKey {
  thumbprint: string;
  privateKey: string;
}
/** Certificates that may change while the program runs: each is tried until Entra accepts one. */
interface RenewedCertificates {
  certificates(): readonly CertificateKey[];
  accepted(thumbprint: string): void;
}

export interface TokenSettings {
  tenantId: string;
  clientId: string;
  credential: Credential;
  fetch: Fetch;
}
/**
 * An app-only token for a scope, e.g. `https://graph.microsoft.com/.default`. `refused`: the token that the service did
 * not accept (revoked, signed with a withdrawn key); it is asked for anew.
 */
export type Tokens = (scope: string, refused?: string) => Promise<string>;

export const graphScope = 'https://graph.microsoft.com/.default';

/** A token is renewed this long before its end, since a request takes a while. */
const renewBeforeMs = 5 * 60_000;

/**
 * App-only tokens by client credentials. Cached until 5 minutes before expiry; concurrent callers share a renewal.
 * Throws AppError: unavailable `sharepoint.away` (Entra does not answer), unexpected `sharepoint.badCredential` (Entra
 * refuses).
 */
export function createTokens(settings: TokenSettings): Tokens {
  const applications = applicationsOf(settings);
  const cache = new Map<string, { token: string; until: number }>();
  const asked = new Map<string, Promise<string>>();

  const renew = async (scope: string, skipCache: boolean): Promise<string> => {
    try {
      const answer = await applications((one) => one.acquireTokenByClientCredential({ scopes: [scope], skipCache }));
      if (!answer) throw unavailable('sharepoint.away');
      cache.set(scope, { token: answer.accessToken, until: (answer.expiresOn?.getTime() ?? 0) - renewBeforeMs });
      return answer.accessToken;
    } catch (cause) {
      throw classified(cause);
    } finally {
      asked.delete(scope);
    }
  };

  return async (scope, refused) => {
    const known = cache.get(scope);
    const isRefused = known !== undefined && known.token === refused;
    if (known && !isRefused && known.until > Date.now()) return known.token;
    const running = asked.get(scope) ?? renew(scope, isRefused);
    asked.set(scope, running);
    return running;
  };
}

/** A token to act on behalf of the person with this tab token. */
export type UserTokens = (userToken: string, scopes: readonly string[]) => Promise<string>;

/**
 * Tokens on behalf of a person (OAuth 2.0 on-behalf-of flow), for what Graph offers no application. MSAL caches them.
 * Throws AppError: unavailable `sharepoint.away`, forbidden `sharepoint.noConsent` (an administrator has not consented
 * to the permissions), unexpected `sharepoint.badCredential`.
 */
export function createUserTokens(settings: TokenSettings): UserTokens {
  const applications = applicationsOf(settings);
  return async (userToken, scopes) => {
    try {
      const answer = await applications((one) =>
        one.acquireTokenOnBehalfOf({ oboAssertion: userToken, scopes: [...scopes] }),
      );
      if (!answer) throw unavailable('sharepoint.away');
      return answer.accessToken;
    } catch (cause) {
      if (cause instanceof AuthError && /^(invalid_grant|interaction_required|consent_required)$/.test(cause.errorCode))
        throw new AppError('forbidden', 'sharepoint.noConsent', {}, cause);
      throw classified(cause);
    }
  };
}

type Ask<Answer> = (application: ConfidentialClientApplication) => Promise<Answer>;

/** Asks with the app's credential; of several certificates with the first that Entra accepts. */
function applicationsOf(settings: TokenSettings): <Answer>(ask: Ask<Answer>) => Promise<Answer> {
  const { credential } = settings;
  if (!('certificates' in credential)) {
    const application = applicationOf(settings, proofOf(credential));
    return (ask) => ask(application);
  }
  let made = new Map<string, ConfidentialClientApplication>();
  return async (ask) => {
    const certificates = credential.certificates();
    made = new Map(
      certificates.map((certificate) => {
        const { thumbprint } = certificate;
        return [thumbprint, made.get(thumbprint) ?? applicationOf(settings, proofOf({ certificate }))];
      }),
    );
    let refused: unknown;
    for (const [thumbprint, application] of made) {
      try {
        const answer = await ask(application);
        credential.accepted(thumbprint);
        return answer;
      } catch (thrown) {
        if (!(thrown instanceof AuthError && thrown.errorCode === 'invalid_client')) throw thrown;
        refused ??= thrown;
      }
    }
    throw refused;
  };
}

const applicationOf = (
  { tenantId, clientId, fetch }: TokenSettings,
  proof: ReturnType<typeof proofOf>,
): ConfidentialClientApplication =>
  new ConfidentialClientApplication({
    auth: {
      clientId,
      authority: `https://login.microsoftonline.com/${tenantId}`,
      ...proof,
    },
    system: { networkClient: networkModule(fetch) },
  });

function proofOf(credential: Exclude<Credential, RenewedCertificates>) {
  if ('secret' in credential) return { clientSecret: credential.secret };
  if ('assertion' in credential) return { clientAssertion: credential.assertion };
  const { thumbprint, privateKey } = credential.certificate;
  return { clientCertificate: { thumbprintSha256: thumbprint, privateKey } };
}

/** Entra's own refusals (`invalid_client`, `unauthorized_client` …) are configuration errors; all else is temporary. */
function classified(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const refused = cause instanceof AuthError && /^(invalid_|unauthorized_|access_denied)/.test(cause.errorCode);
  return refused
    ? new AppError('unexpected', 'sharepoint.badCredential', { problem: cause.errorCode }, cause)
    : unavailable('sharepoint.away', {}, cause);
}

const networkModule = (fetch: Fetch): INetworkModule => {
  const send = async <Body>(method: 'GET' | 'POST', url: string, options?: NetworkRequestOptions) => {
    const response = await fetch(url, {
      method,
      signal: AbortSignal.timeout(15_000),
      ...(options?.headers ? { headers: options.headers } : {}),
      ...(options?.body ? { body: options.body } : {}),
    });
    if (response.status >= 500) throw unavailable('sharepoint.away', { status: response.status });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      // msal-node checks the answer itself; its own network module passes it on likewise.
      body: (await response.json()) as Body,
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
};

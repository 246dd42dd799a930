import { z } from 'zod';
import { AppError, unavailable, type Fetch } from '../kernel/index.ts';

export interface ManagedIdentitySettings {
  /** Client id of a user-assigned identity; absent for that of the resource. */
  clientId?: string;
  /** Of App Service and Container Apps; absent on a virtual machine. */
  endpoint?: { url: string; header: string };
  fetch: Fetch;
}

/** Azure's instance metadata service: a link-local address that only a resource of Azure reaches. */
const machineEndpoint = 'http://169.254.169.254/metadata/identity/oauth2/token';
/** What a federated credential trusts. */
const audience = 'api://AzureADTokenExchange';
/** The service answers within a second. */
const patienceMs = 10_000;
const renewBeforeMs = 5 * 60_000;

const answer = z.object({
  access_token: z.string().min(1),
  // Seconds since 1970, as text; some hosts give a number.
  expires_on: z.coerce.number().optional().catch(undefined),
});

/**
 * Tokens of a managed identity, as an app's proof of itself (federated credential). Cached until 5 minutes before they
 * expire. Throws AppError: unavailable `sharepoint.identityAway` (no answer), unexpected `sharepoint.noIdentity` (the
 * identity is not assigned to this resource).
 */
export function identityAssertion({ clientId, endpoint, fetch }: ManagedIdentitySettings): () => Promise<string> {
  let cached: { token: string; until: number } | undefined;
  let asked: Promise<string> | undefined;

  const ask = async (): Promise<string> => {
    const url = new URL(endpoint?.url ?? machineEndpoint);
    url.searchParams.set('api-version', endpoint ? '2019-08-01' : '2018-02-01');
    url.searchParams.set('resource', audience);
    if (clientId !== undefined) url.searchParams.set('client_id', clientId);
    const response = await fetch(url.href, {
      headers: endpoint ? { 'X-IDENTITY-HEADER': endpoint.header } : { Metadata: 'true' },
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    }).catch((cause: unknown) => {
      throw unavailable('sharepoint.identityAway', { address: url.origin }, cause);
    });
    if (response.status === 429 || response.status === 404 || response.status >= 500)
      throw unavailable('sharepoint.identityAway', { address: url.origin, status: response.status });
    if (!response.ok)
      throw new AppError('unexpected', 'sharepoint.noIdentity', { status: response.status, identity: clientId ?? '' });
    const given = answer.safeParse(await response.json().catch(() => undefined));
    if (!given.success) throw unavailable('sharepoint.identityAway', { address: url.origin });
    const { access_token: token, expires_on: end } = given.data;
    cached = { token, until: (end ?? 0) * 1_000 - renewBeforeMs };
    return token;
  };

  return async () => {
    if (cached && cached.until > Date.now()) return cached.token;
    asked ??= ask().finally(() => (asked = undefined));
    return asked;
  };
}

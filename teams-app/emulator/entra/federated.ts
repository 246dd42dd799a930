import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { KeyStore } from './keys.ts';
import { badAssertion } from './oauth-error.ts';
import type { Registrations, Trusted } from './registrations.ts';
import { loginHost } from './tokens.ts';

/** Audience of assertions from managed identities. */
export const exchangeAudience = 'api://AzureADTokenExchange';

const issuerOf = (tenantId: string) => `${loginHost}/${tenantId}/v2.0`;

/** Whether the assertion is a token of Entra itself, e.g. of a managed identity, and not signed by the app. */
export function isFederated(assertion: string, tenantId: string): boolean {
  try {
    return decodeJwt(assertion).iss === issuerOf(tenantId);
  } catch {
    return false;
  }
}

/**
 * Verifies a managed identity's token as an app's assertion: its subject needs a federated credential.
 * @throws OAuthError 700027 (signature), 700212 (audience), 700213 (subject), 700024 (out of time).
 */
export async function verifyFederated(
  { registrations, keys }: { registrations: Registrations; keys: KeyStore },
  { clientId, assertion, tenantId }: { clientId: string; assertion: string; tenantId: string },
): Promise<void> {
  const key = keys.find('entra', decodeProtectedHeader(assertion).kid);
  if (!key) throw badAssertion(700027, 'Client assertion contains an invalid signature.');
  const { payload } = await jwtVerify(assertion, key.publicKey, { algorithms: ['RS256'] }).catch(() => {
    throw badAssertion(700024, 'Client assertion is not within its valid time range.');
  });
  const issuer = issuerOf(tenantId);
  const { subjects, made } = registrations.trusted(clientId);
  const ours = subjects.map((subject): Trusted => ({ issuer, subject, audiences: [exchangeAudience] }));
  const found = [...ours, ...made].find((one) => one.issuer === issuer && one.subject === payload.sub);
  if (!found)
    throw badAssertion(
      700213,
      `No matching federated identity record found for presented assertion subject '${payload.sub}'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.`,
    );
  if (!found.audiences.includes(String(payload.aud)))
    throw badAssertion(
      700212,
      `No matching federated identity record found for presented assertion audience '${String(payload.aud)}'.`,
    );
}

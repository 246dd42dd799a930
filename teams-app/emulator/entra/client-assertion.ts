import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { badAssertion } from './oauth-error.ts';
import type { Registrations } from './registrations.ts';

/** Required `client_assertion_type`. */
export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Verifies an app's certificate assertion, as Entra does: the header names the certificate, issuer and subject are the
 * app, the audience is the token endpoint and the time is valid.
 * @throws OAuthError 700027 (unknown certificate or wrong signature), 700021 (another app), 700023 (wrong audience),
 * 700024 (out of time), 1000502 (the certificate has ended), 50027 (not a JWT).
 */
export async function verifyClientAssertion(
  registrations: Registrations,
  request: { clientId: string; assertion: string; audiences: string[] },
): Promise<void> {
  const { clientId, assertion, audiences } = request;
  const thumbprint = readThumbprint(assertion);
  const known = registrations
    .certificates(clientId)
    .find((certificate) => thumbprint !== undefined && certificate.thumbprints.includes(thumbprint));
  if (!known) {
    throw badAssertion(
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '${thumbprint ?? ''}', Please visit the Azure Portal to see the application '${clientId}'.]`,
    );
  }
  const { validFromDate, validToDate } = known.certificate;
  if (validToDate.getTime() < Date.now() || validFromDate.getTime() > Date.now())
    throw badAssertion(1000502, 'The provided certificate is not within its specified validity window.');
  try {
    await jwtVerify(assertion, known.certificate.publicKey, {
      algorithms: ['RS256', 'PS256'],
      audience: audiences,
      issuer: clientId,
      subject: clientId,
      requiredClaims: ['exp'],
      clockTolerance: 300,
    });
  } catch (error) {
    throw refusal(error, clientId);
  }
}

function readThumbprint(assertion: string): string | undefined {
  try {
    const header = decodeProtectedHeader(assertion);
    const print = header['x5t#S256'] ?? header.x5t;
    return typeof print === 'string' ? print : undefined;
  } catch {
    throw badAssertion(50027, 'JWT token is invalid or malformed.');
  }
}

function refusal(error: unknown, clientId: string) {
  if (error instanceof errors.JWTExpired) {
    return badAssertion(700024, 'Client assertion is not within its valid time range.');
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'nbf') return badAssertion(700024, 'Client assertion is not within its valid time range.');
    if (error.claim === 'aud') {
      return badAssertion(700023, 'Client assertion audience claim does not match Realm issuer.');
    }
    return badAssertion(
      700021,
      `Client assertion application identifier doesn't match 'client_id' parameter '${clientId}'.`,
    );
  }
  return badAssertion(700027, 'Client assertion contains an invalid signature.');
}

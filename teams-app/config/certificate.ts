import { createPrivateKey, X509Certificate } from 'node:crypto';

export interface Certificate {
  /** Lower-case hexadecimal. */
  thumbprintSha256: string;
  privateKeyPem: string;
  /** Last moment it is valid, ISO; known when the certificate stands beside the key. */
  expiresAt?: string;
}

/**
 * Key and thumbprint of a certificate. The text may hold the certificate too, which then gives thumbprint and expiry.
 * `missing` is the end of a sentence about the setting that is wrong.
 */
export function readCertificate(given: {
  pem: string | undefined;
  thumbprint: string | undefined;
}): Certificate | { missing: string } {
  if (given.pem === undefined) return { missing: 'KEY is missing: a certificate needs both key and thumbprint.' };
  const privateKeyPem = /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----[\s\S]+?-----END [A-Z ]+-----/.exec(given.pem)?.[0];
  if (privateKeyPem === undefined || !isKey(privateKeyPem))
    return { missing: 'KEY is not a private key that can be read.' };
  const text = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(given.pem)?.[0];
  const certificate = text === undefined ? undefined : new X509Certificate(text);
  const own = certificate?.fingerprint256.replaceAll(':', '').toLowerCase();
  if (own !== undefined && given.thumbprint !== undefined && own !== given.thumbprint)
    return { missing: 'THUMBPRINT is not the thumbprint of the certificate beside the key.' };
  const thumbprintSha256 = given.thumbprint ?? own;
  if (thumbprintSha256 === undefined)
    return { missing: 'THUMBPRINT is missing: a certificate needs both key and thumbprint.' };
  return {
    thumbprintSha256,
    privateKeyPem,
    ...(certificate ? { expiresAt: new Date(certificate.validTo).toISOString() } : {}),
  };
}

function isKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).type === 'private';
  } catch {
    return false;
  }
}

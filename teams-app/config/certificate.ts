import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';

export interface Certificate {
  /** Lower-case hexadecimal. */
  thumbprintSha256: string;
  privateKeyPem: string;
  /** End of validity, ISO; known when the certificate accompanies the key. */
  expiresAt?: string;
}

/**
 * Key and thumbprint of a certificate. The text may include the certificate, which gives thumbprint and expiry.
 * `missing` ends a sentence about the wrong setting.
 */
export function readCertificate(given: {
  pem: string | undefined;
  thumbprint: string | undefined;
}): Certificate | { missing: string } {
  if (given.pem === undefined) return { missing: 'KEY is missing: a certificate needs both key and thumbprint.' };
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: .*ENCRYPTED/m.test(given.pem))
    return {
      missing: 'KEY is not a key that can be read: it has a passphrase, which must be taken off (openssl pkey).',
    };
  const privateKeyPem = /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----[\s\S]+?-----END [A-Z ]+-----/.exec(given.pem)?.[0];
  const key = privateKeyPem === undefined ? undefined : keyIn(privateKeyPem);
  if (privateKeyPem === undefined || key === undefined)
    return { missing: 'KEY is not a private key that can be read (PEM).' };
  if (key.asymmetricKeyType !== 'rsa')
    return { missing: `KEY is of type ${key.asymmetricKeyType}, and Entra takes RSA keys only.` };
  const text = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(given.pem)?.[0];
  const certificate = text === undefined ? undefined : certificateOf(text);
  if (text !== undefined && !certificate) return { missing: 'KEY has a certificate beside it that cannot be read.' };
  if (certificate && !certificate.checkPrivateKey(key))
    return { missing: 'KEY does not belong to the certificate that stands beside it.' };
  const own = certificate?.fingerprint256.replaceAll(':', '').toLowerCase();
  if (own !== undefined && given.thumbprint !== undefined && own !== given.thumbprint)
    return { missing: 'THUMBPRINT is not the thumbprint of the certificate beside the key.' };
  const thumbprintSha256 = given.thumbprint ?? own;
  if (thumbprintSha256 === undefined)
    return { missing: 'KEY has no certificate beside its key: put it there (or set the thumbprint).' };
  return {
    thumbprintSha256,
    privateKeyPem,
    ...(certificate ? { expiresAt: new Date(certificate.validTo).toISOString() } : {}),
  };
}

function keyIn(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

function certificateOf(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

import { selfSignedCertificate } from '../../contract/entra/certificate.ts';

/** A new key and certificate per run: none is in the repository. */
const { privateKey, certificate } = selfSignedCertificate();
export const testKey = privateKey.trim();
export const testCertificate = certificate.trim();

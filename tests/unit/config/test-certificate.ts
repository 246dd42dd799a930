import { selfSignedCertificate } from '../../contract/entra/certificate.ts';

/** A new key and its certificate at every run: none is kept in the repository. */
const { privateKey, certificate } = selfSignedCertificate();
export const testKey = privateKey.trim();
export const testCertificate = certificate.trim();

import { readFileSync } from 'node:fs';
import type { LocalDate } from '../../api/kernel/index.ts';
import { readCertificate, type Certificate } from './certificate.ts';
import { certificateFile, type CertificateFile } from './certificate-file.ts';
import type { EnvValues } from './env.ts';
import { whyUnread } from './why-unread.ts';

/** Credential of an Entra app. */
export type Credential =
  | { secret: string; expiresOn?: LocalDate }
  /** `certificate` is the latest of its file. */
  | { certificate: Certificate; file?: CertificateFile }
  | { managedIdentity: ManagedIdentity };
/** A managed identity of Azure, trusted by a federated credential of the app. */
export interface ManagedIdentity {
  /** Absent: the identity of the resource itself. */
  clientId?: string;
  /** Address and header of App Service and Container Apps; absent on a virtual machine. */
  endpoint?: { url: string; header: string };
}
export interface AppRegistration {
  clientId: string;
  credential: Credential;
}

const identityNames = {
  APP: 'MANAGED_IDENTITY_CLIENT_ID',
  PROVISIONING: 'PROVISIONING_MANAGED_IDENTITY_CLIENT_ID',
} as const;

const identityOf = (
  identity: string,
  { IDENTITY_ENDPOINT: url, IDENTITY_HEADER: header }: EnvValues,
): ManagedIdentity => ({
  ...(identity === 'system' ? {} : { clientId: identity }),
  ...(url === undefined || header === undefined ? {} : { endpoint: { url, header } }),
});

/** An app registration from its variables; absent without an id. A certificate precedes a secret. */
export function registration(
  values: EnvValues,
  prefix: 'APP' | 'PROVISIONING',
  problems: string[],
): AppRegistration | undefined {
  const clientId = prefix === 'APP' ? values.APP_ID : values.PROVISIONING_APP_ID;
  if (clientId === undefined) return undefined;
  const identity =
    prefix === 'APP' ? values.MANAGED_IDENTITY_CLIENT_ID : values.PROVISIONING_MANAGED_IDENTITY_CLIENT_ID;
  if (identity !== undefined) return { clientId, credential: { managedIdentity: identityOf(identity, values) } };
  const found = keyTextOf(values, prefix);
  if ('problem' in found) {
    problems.push(found.problem);
    return { clientId, credential: { secret: '' } };
  }
  const given = { thumbprint: values[`${prefix}_CERTIFICATE_THUMBPRINT`], pem: found.pem };
  const secret = values[`${prefix}_SECRET`];
  if (given.pem === undefined && given.thumbprint === undefined) {
    if (secret === undefined)
      problems.push(
        `${prefix}_CERTIFICATE_KEY and ${prefix}_CERTIFICATE_THUMBPRINT are missing (or ${identityNames[prefix]}, or ${prefix}_SECRET): the app has no credential.`,
      );
    const expiresOn = values[`${prefix}_SECRET_EXPIRES_ON`];
    return { clientId, credential: { secret: secret ?? '', ...(expiresOn === undefined ? {} : { expiresOn }) } };
  }
  const certificate = readCertificate(given);
  if ('missing' in certificate) {
    const what = found.file === undefined ? certificate.missing : certificate.missing.replace(/^KEY /, 'KEY_FILE ');
    problems.push(`${prefix}_CERTIFICATE_${what}`);
    return { clientId, credential: { secret: '' } };
  }
  const { file } = found;
  return {
    clientId,
    credential: file === undefined ? { certificate } : renewed(certificateFile(file, certificate, given.thumbprint)),
  };
}

const renewed = (file: CertificateFile): Credential => ({
  get certificate() {
    return file.certificates()[0];
  },
  file,
});

type KeyText = { pem?: string; file?: string } | { problem: string };

/** The text of the key, and the file that holds it. The setting itself comes before the file. */
function keyTextOf(values: EnvValues, prefix: 'APP' | 'PROVISIONING'): KeyText {
  const file = values[`${prefix}_CERTIFICATE_KEY_FILE`];
  const pem = values[`${prefix}_CERTIFICATE_KEY`];
  if (pem !== undefined) return { pem };
  if (file === undefined) return {};
  try {
    return { pem: readFileSync(file, 'utf8'), file };
  } catch (thrown) {
    return { problem: `${prefix}_CERTIFICATE_KEY_FILE names ${file}, which ${whyUnread(thrown)}.` };
  }
}

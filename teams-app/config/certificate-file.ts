import { readFileSync, statSync } from 'node:fs';
import { readCertificate, type Certificate } from './certificate.ts';

/** The file of a certificate. It is read again when it was replaced; what cannot be used does not replace what can. */
export interface CertificateFile {
  /** The latest that could be used, then the one before until Entra has accepted the latest. */
  certificates(): readonly [latest: Certificate, before?: Certificate];
  /** Entra has accepted this one. */
  accepted(thumbprint: string): void;
  /** Of the file as it is now: it cannot be used, or Entra does not know its certificate and takes the one before. */
  problem(): { why: 'unusable' | 'unknown'; what: string } | undefined;
}

/** `latest` was read from it at the start, and must have this thumbprint if one is given. */
export function certificateFile(path: string, latest: Certificate, thumbprint: string | undefined): CertificateFile {
  let known: readonly [Certificate, Certificate?] = [latest];
  let seen = stampOf(path);
  let unusable: string | undefined;
  let isUnknown = false;

  function look(): void {
    const stamp = stampOf(path);
    if (stamp === seen) return;
    seen = stamp;
    const found = certificateIn(path, thumbprint);
    unusable = 'missing' in found ? found.missing : undefined;
    if ('missing' in found || found.thumbprintSha256 === known[0].thumbprintSha256) return;
    isUnknown = false;
    const before = known[1] ?? known[0];
    known = found.thumbprintSha256 === before.thumbprintSha256 ? [found] : [found, before];
  }

  return {
    certificates: () => {
      look();
      return known;
    },
    accepted: (used) => {
      const isLatest = used === known[0].thumbprintSha256;
      if (isLatest && known[1]) known = [known[0]];
      isUnknown = !isLatest && used === known[1]?.thumbprintSha256;
    },
    problem: () => {
      look();
      if (unusable !== undefined) return { why: 'unusable', what: unusable };
      return isUnknown ? { why: 'unknown', what: 'Entra does not know its certificate' } : undefined;
    },
  };
}

/** A mounted secret is replaced by a link to another file, any other by its time or size. */
function stampOf(path: string): string {
  try {
    const { dev, ino, mtimeMs, size } = statSync(path);
    return [dev, ino, mtimeMs, size].join(' ');
  } catch {
    return '';
  }
}

function certificateIn(path: string, thumbprint: string | undefined): Certificate | { missing: string } {
  try {
    return readCertificate({ pem: readFileSync(path, 'utf8'), thumbprint });
  } catch {
    return { missing: 'KEY_FILE names a file that cannot be read.' };
  }
}

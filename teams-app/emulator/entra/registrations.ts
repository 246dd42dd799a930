import { createHash, X509Certificate } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { AppRegistration } from '../municipality.ts';
import { textOf } from './text-column.ts';

export interface RegisteredCertificate {
  /** SHA-256 and SHA-1 of the certificate, base64url, as `x5t#S256` and `x5t` carry them. */
  thumbprints: readonly [string, string];
  certificate: X509Certificate;
}

export interface Registrations {
  find(clientId: string): AppRegistration | undefined;
  /** Lets an app prove itself by this certificate (PEM), besides its secret. */
  addCertificate(clientId: string, pem: string): void;
  certificates(clientId: string): RegisteredCertificate[];
}

const schema = `CREATE TABLE IF NOT EXISTS entra_certificates (
  client_id TEXT NOT NULL, pem TEXT NOT NULL, PRIMARY KEY (client_id, pem))`;

const read = (pem: string): RegisteredCertificate => {
  const certificate = new X509Certificate(pem);
  const print = (algorithm: string) => createHash(algorithm).update(certificate.raw).digest('base64url');
  return { thumbprints: [print('sha256'), print('sha1')], certificate };
};

export function createRegistrations(db: DatabaseSync, apps: readonly AppRegistration[]): Registrations {
  db.exec(schema);
  return {
    find: (clientId) => apps.find((app) => app.clientId === clientId.toLowerCase()),
    addCertificate(clientId, pem) {
      read(pem);
      db.prepare('INSERT OR IGNORE INTO entra_certificates (client_id, pem) VALUES (?, ?)').run(clientId, pem);
    },
    certificates: (clientId) =>
      db
        .prepare('SELECT pem FROM entra_certificates WHERE client_id = ?')
        .all(clientId)
        .map((row) => read(textOf(row['pem']))),
  };
}

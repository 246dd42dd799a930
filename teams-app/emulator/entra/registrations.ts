import { createHash, X509Certificate } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { AppRegistration } from '../municipality.ts';
import { textOf } from './text-column.ts';

export interface RegisteredCertificate {
  /** SHA-256 and SHA-1 of the certificate, base64url, as in `x5t#S256` and `x5t`. */
  thumbprints: readonly [string, string];
  certificate: X509Certificate;
}

/** An app's state: ok, secrets expired, disabled, blocked by Conditional Access, not in the tenant. */
export const appStates = ['ok', 'secretExpired', 'disabled', 'blocked', 'removed'] as const;
export type AppState = (typeof appStates)[number];

/** Credentials of apps that administrators made in Entra. */
export interface AdministratorsObjects {
  /** Certificates of an app, PEM. */
  certificates(clientId: string): readonly string[];
  federated(clientId: string): readonly Trusted[];
}
/** A federated credential. */
export interface Trusted {
  issuer: string;
  subject: string;
  audiences: readonly string[];
}

export interface Registrations {
  /** In its present state, with the latest consented permissions. */
  find(clientId: string): AppRegistration | undefined;
  /** Sets Graph application permissions, as an administrator; included from the next token on. */
  consent(clientId: string, graphRoles: readonly string[]): void;
  state(clientId: string): AppState;
  setState(clientId: string, state: AppState): void;
  /** Adds a certificate (PEM) to the app's credentials, besides its secret. */
  addCertificate(clientId: string, pem: string): void;
  certificates(clientId: string): RegisteredCertificate[];
  /** Lets a subject of this tenant sign in as the app. */
  trust(clientId: string, subject: string): void;
  /** Subjects trusted here, and federated credentials made through Graph. */
  trusted(clientId: string): { subjects: string[]; made: readonly Trusted[] };
}

const schema = `CREATE TABLE IF NOT EXISTS entra_certificates (
  client_id TEXT NOT NULL, pem TEXT NOT NULL, PRIMARY KEY (client_id, pem));
CREATE TABLE IF NOT EXISTS entra_permissions (client_id TEXT PRIMARY KEY, roles TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS entra_trusted (client_id TEXT NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (client_id, subject));
CREATE TABLE IF NOT EXISTS entra_states (client_id TEXT PRIMARY KEY, state TEXT NOT NULL)`;

const read = (pem: string): RegisteredCertificate => {
  const certificate = new X509Certificate(pem);
  const print = (algorithm: string) => createHash(algorithm).update(certificate.raw).digest('base64url');
  return { thumbprints: [print('sha256'), print('sha1')], certificate };
};

export function createRegistrations(
  db: DatabaseSync,
  apps: () => readonly AppRegistration[],
  objects: AdministratorsObjects,
): Registrations {
  db.exec(schema);
  return {
    find(clientId) {
      const app = apps().find((one) => one.clientId === clientId.toLowerCase());
      const row = db.prepare('SELECT roles FROM entra_permissions WHERE client_id = ?').get(clientId.toLowerCase());
      return app && (row ? { ...app, graphRoles: textOf(row['roles']).split(' ').filter(Boolean) } : app);
    },
    consent(clientId, graphRoles) {
      db.prepare('INSERT OR REPLACE INTO entra_permissions (client_id, roles) VALUES (?, ?)').run(
        clientId,
        graphRoles.join(' '),
      );
    },
    state(clientId) {
      const row = db.prepare('SELECT state FROM entra_states WHERE client_id = ?').get(clientId);
      return appStates.find((state) => state === row?.['state']) ?? 'ok';
    },
    setState(clientId, state) {
      db.prepare('INSERT OR REPLACE INTO entra_states (client_id, state) VALUES (?, ?)').run(clientId, state);
    },
    addCertificate(clientId, pem) {
      read(pem);
      db.prepare('INSERT OR IGNORE INTO entra_certificates (client_id, pem) VALUES (?, ?)').run(clientId, pem);
    },
    certificates: (clientId) =>
      [
        ...db
          .prepare('SELECT pem FROM entra_certificates WHERE client_id = ?')
          .all(clientId)
          .map((row) => textOf(row['pem'])),
        ...objects.certificates(clientId),
      ].map(read),
    trust(clientId, subject) {
      db.prepare('INSERT OR IGNORE INTO entra_trusted (client_id, subject) VALUES (?, ?)').run(clientId, subject);
    },
    trusted: (clientId) => ({
      subjects: db
        .prepare('SELECT subject FROM entra_trusted WHERE client_id = ?')
        .all(clientId)
        .map((row) => textOf(row['subject'])),
      made: objects.federated(clientId),
    }),
  };
}

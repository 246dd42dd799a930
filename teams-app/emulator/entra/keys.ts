import { generateKeyPairSync, createPrivateKey, createPublicKey, randomUUID, type KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { textOf } from './text-column.ts';

/** Whose keys: Entra signs for people and apps, Bot Framework signs what Teams sends to the bot. */
export type KeyOwner = 'entra' | 'botframework';

export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** A key of a JWKS document. Bot Framework's keys list the channels they endorse. */
export interface PublicJwk {
  kid: string;
  kty: string;
  n: string;
  e: string;
  use: 'sig';
  alg: 'RS256';
  endorsements?: readonly string[];
}

/** Persistent signing keys, so that tokens stay valid over a restart. */
export interface KeyStore {
  current(owner: KeyOwner): SigningKey;
  /** An unpublished key, for invalid tokens. */
  unknown(): SigningKey;
  jwks(owner: KeyOwner): { keys: PublicJwk[] };
  /** The published key of a token's header, if any. */
  find(owner: KeyOwner, kid: string | undefined): SigningKey | undefined;
}

const schema = `CREATE TABLE IF NOT EXISTS entra_keys (
  kid TEXT PRIMARY KEY, owner TEXT NOT NULL, pem TEXT NOT NULL)`;

const generate = (): SigningKey => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid: randomUUID().replaceAll('-', ''), ...pair };
};

/** Generating a key takes a quarter of a second: in-memory worlds share their process's. */
const shared = new Map<KeyOwner, SigningKey>();
function sharedKey(owner: KeyOwner): SigningKey {
  const key = shared.get(owner) ?? generate();
  shared.set(owner, key);
  return key;
}

function toJwk(owner: KeyOwner, key: SigningKey): PublicJwk {
  const { kty = 'RSA', n = '', e = '' } = key.publicKey.export({ format: 'jwk' });
  const jwk: PublicJwk = { kid: key.kid, kty, n, e, use: 'sig', alg: 'RS256' };
  return owner === 'botframework' ? { ...jwk, endorsements: ['msteams'] } : jwk;
}

/** Loads the keys from the database, generating missing ones. */
export function createKeyStore(db: DatabaseSync): KeyStore {
  db.exec(schema);
  const keys: Record<KeyOwner, SigningKey> = { entra: load('entra'), botframework: load('botframework') };
  let unknownKey: SigningKey | undefined;

  function load(owner: KeyOwner): SigningKey {
    if (db.location() === null) return sharedKey(owner);
    const row = db.prepare('SELECT kid, pem FROM entra_keys WHERE owner = ?').get(owner);
    if (row) {
      const privateKey = createPrivateKey(textOf(row['pem']));
      return { kid: textOf(row['kid']), privateKey, publicKey: createPublicKey(privateKey) };
    }
    const key = generate();
    const pem = key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    db.prepare('INSERT INTO entra_keys (kid, owner, pem) VALUES (?, ?, ?)').run(key.kid, owner, pem);
    return key;
  }

  return {
    current: (owner) => keys[owner],
    unknown: () => (unknownKey ??= generate()),
    jwks: (owner) => ({ keys: [toJwk(owner, keys[owner])] }),
    find: (owner, kid) => (keys[owner].kid === kid ? keys[owner] : undefined),
  };
}

import { decodeProtectedHeader, jwtVerify } from 'jose';
import type { KeyStore } from './keys.ts';

/** The caller, by its token. Times are milliseconds since 1970. */
export interface AppCaller {
  clientId: string;
  tenantId: string;
  roles: readonly string[];
  /** The person the app acts for, with delegated permissions; absent for the app itself. */
  personId?: string;
  scopes: readonly string[];
  /** Template ids of the person's roles in Entra. */
  directoryRoles: readonly string[];
  expiresAt: number;
}

/** A rejected token; `reason` is for the message of Graph and the connector. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

const cacheSize = 500;

/**
 * Verifies apps' tokens for one resource, app-only or on behalf of a person. Cached until they expire, since clients
 * send the same one thousands of times.
 */
export function createAppTokenVerifier(keys: KeyStore, tenantId: string, audiences: string[]) {
  const known = new Map<string, AppCaller>();

  return async function verify(token: string): Promise<AppCaller> {
    const before = known.get(token);
    if (before && before.expiresAt > Date.now()) return before;
    const caller = await check(token);
    if (known.size >= cacheSize) known.clear();
    known.set(token, caller);
    return caller;
  };

  async function check(token: string): Promise<AppCaller> {
    try {
      const key = keys.find('entra', decodeProtectedHeader(token).kid);
      if (!key) throw new TokenRefused('Signing key is invalid.');
      const { payload } = await jwtVerify(token, key.publicKey, {
        algorithms: ['RS256'],
        audience: audiences,
        issuer: [`https://sts.windows.net/${tenantId}/`, `https://login.microsoftonline.com/${tenantId}/v2.0`],
        requiredClaims: ['exp', 'appid', 'tid'],
      });
      const roles: unknown[] = Array.isArray(payload['roles']) ? payload['roles'] : [];
      const scopes = typeof payload['scp'] === 'string' ? payload['scp'].split(' ') : [];
      return {
        ...(scopes.length > 0 ? { personId: String(payload['oid']) } : {}),
        scopes,
        directoryRoles: Array.isArray(payload['wids']) ? payload['wids'].map(String) : [],
        clientId: String(payload['appid']),
        tenantId: String(payload['tid']),
        roles: roles.map(String),
        expiresAt: (payload.exp ?? 0) * 1000,
      };
    } catch (error) {
      if (error instanceof TokenRefused) throw error;
      throw new TokenRefused(error instanceof Error ? error.message : 'Access token validation failure.');
    }
  }
}

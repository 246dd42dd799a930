import { actorOf, deputyFor } from '../../api/organisation/index.ts';
import express from 'express';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from '../../api/context.ts';
import {
  createApi,
  createTokenVerifier,
  type RequestLimits,
  type Route,
  type VerifyToken,
} from '../../api/http/index.ts';
import type { Fetch } from '../../api/kernel/index.ts';
import { createGraph, createUnitBudget } from '../../api/sharepoint/index.ts';
import { allLists } from '../../teams-app/program/lists.ts';
import { allRoutes } from '../../teams-app/program/routes.ts';
import { overHttp } from '../support/over-http.ts';
import { stampFor } from '../support/stamp.ts';

export const tenantId = '11111111-1111-1111-1111-111111111111';
export const clientId = '22222222-2222-2222-2222-222222222222';
export const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;

const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
export const signingKey = privateKey;
const jwk = { ...(await exportJWK(publicKey)), kid: 'entra-1', use: 'sig', alg: 'RS256' };
export const publicJwk = jwk;

/** Claims of Entra's tab token. */
export const claims = (personId: string): JWTPayload => ({
  aud: clientId,
  iss: issuer,
  tid: tenantId,
  oid: personId,
  scp: 'access_as_user',
  ver: '2.0',
  azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  exp: Math.floor(Date.now() / 1000) + 3600,
  nbf: Math.floor(Date.now() / 1000) - 300,
});

export const sign = (payload: JWTPayload, key: CryptoKey = signingKey, kid = 'entra-1'): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key);
export const tokenOf = (personId: string): Promise<string> => sign(claims(personId));

const tokens = new Map<string, Promise<string>>();
/** The same, signed once for each person. */
export function tokenFor(personId: string): Promise<string> {
  const known = tokens.get(personId) ?? tokenOf(personId);
  tokens.set(personId, known);
  return known;
}

/** Entra's key set, at its real address only. */
export const entra: Fetch = async (url) =>
  url === `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`
    ? Response.json({ keys: [jwk] })
    : new Response('unknown host', { status: 421 });

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
  code: string | undefined;
  message: string | undefined;
}

const word = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined;

/** Graph with the reader's permissions, empty. */
const nothingInGraph = createGraph({
  fetch: () => Promise.resolve(Response.json({ value: [] })),
  accessToken: () => Promise.resolve('token'),
  budget: createUnitBudget({}),
  userAgent: 'test',
});

export interface Served {
  fetch?: Fetch;
  routes?: readonly Route[];
  limits?: RequestLimits | undefined;
  /** The token verifier; Entra's own by default. */
  verifyToken?: VerifyToken;
}

/** The program's token verifier. */
export const entraVerifier = (keys: Fetch = entra, now = () => Date.now()): VerifyToken =>
  createTokenVerifier({ tenantId, clientId, host: 'tab.example', fetch: keys, now });

/** The API of a context over real HTTP, with real signed tokens. */
export async function servedApi(
  context: Context,
  { fetch: keys = entra, routes = allRoutes, limits, verifyToken = entraVerifier(keys) }: Served = {},
) {
  const app = express();
  app.use(
    createApi({
      context,
      routes,
      lists: allLists,
      people: { actorOf, deputyFor },
      checkAnswers: true,
      ...(limits ? { limits } : {}),
      graphOf: () => nothingInGraph,
      verifyToken,
    }),
  );
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  // No connection is closed on reuse by a test.
  server.keepAliveTimeout = 0;
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function ask(
    method: string,
    path: string,
    init: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { token, body, headers } = init;
    const response = await overHttp(address + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const given = new Headers(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
    const text = new TextDecoder().decode(response.bytes);
    const json: unknown = given.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    const error = word(json, 'error');
    const said = (name: string) => {
      const value = word(error, name);
      return typeof value === 'string' ? value : undefined;
    };
    return {
      status: response.status,
      headers: given,
      body: json,
      code: said('code'),
      message: said('message'),
    };
  }
  const as = async (personId: string, method: string, path: string, body?: unknown) =>
    ask(method, path, { token: await tokenFor(personId), body });
  return {
    address,
    ask,
    as,
    /** Saves a form, over what the person has just read. */
    save: async (personId: string, path: string, body: object) => {
      const read = (view: string) => as(personId, 'GET', view).then((answer) => answer.body);
      return as(personId, 'PUT', path, { ...body, expected: await stampFor(path, body, read) });
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

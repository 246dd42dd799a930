import type { NextFunction, Request, Response } from 'express';
import { newId, traceId, type Actor } from '../kernel/index.ts';
import type { EndpointName } from './endpoint.ts';

/** Data that a request's steps share. */
export interface Steps {
  readonly requestId: string;
  readonly began: number;
  actor?: Actor;
  route?: EndpointName;
  /** Lists that a GET has read. */
  readonly read: Set<string>;
  /** The reader's token for the application. */
  token?: string;
}

const cache = new WeakMap<Response, Steps>();

export function stepsOf(response: Response): Steps {
  const known = cache.get(response) ?? stepsFrom(newId());
  cache.set(response, known);
  return known;
}

/** The route that a request has reached, if any. */
export const routeAsked = (response: Response): EndpointName | undefined => cache.get(response)?.route;

const stepsFrom = (requestId: string): Steps => ({ requestId, began: performance.now(), read: new Set() });

/** First step: sets a request id (the caller's when harmless) and forbids caching. */
export function identify(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id');
  const requestId = given !== undefined && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : (traceId() ?? newId());
  cache.set(response, stepsFrom(requestId));
  response.set({ 'x-request-id': requestId, 'cache-control': 'no-store' });
  next();
}

import type { NextFunction, Request, Response } from 'express';
import { newId, type Actor } from '../kernel/index.ts';
import type { EndpointName } from './endpoint.ts';

/** What the steps of one request hand on to each other. */
export interface Steps {
  readonly requestId: string;
  readonly began: number;
  actor?: Actor;
  route?: EndpointName;
  /** The reader's own token for the application. */
  token?: string;
}

const kept = new WeakMap<Response, Steps>();

export function stepsOf(response: Response): Steps {
  const known = kept.get(response) ?? { requestId: newId(), began: performance.now() };
  kept.set(response, known);
  return known;
}

/** First step: a request id (the caller's own when it is harmless), and nothing is stored by anybody on the way. */
export function identify(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id');
  const requestId = given !== undefined && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : newId();
  kept.set(response, { requestId, began: performance.now() });
  response.set({ 'x-request-id': requestId, 'cache-control': 'no-store' });
  next();
}

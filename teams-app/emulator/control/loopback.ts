import type { NextFunction, Request, Response } from 'express';
import { refuse } from './refuse.ts';

const loopbackAddress = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const loopbackName = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * Admits this machine only. Checks the socket's address, never a header; also the host name, so that another page
 * cannot reach the control API by a name resolving to loopback.
 */
export function loopbackOnly(request: Request, response: Response, next: NextFunction): void {
  const address = request.socket.remoteAddress ?? '';
  if (!loopbackAddress.test(address) || !loopbackName.test(request.headers.host ?? '')) {
    refuse(response, 403, 'loopbackOnly', 'The control API answers only to this machine.');
    return;
  }
  next();
}

/** A form of another page cannot send JSON without a preflight, which is always refused. */
export function jsonOnly(request: Request, response: Response, next: NextFunction): void {
  const writes = request.method !== 'GET' && request.method !== 'HEAD';
  const hasBody = (request.headers['content-length'] ?? '0') !== '0' || 'transfer-encoding' in request.headers;
  if (writes && hasBody && !request.is('application/json')) {
    refuse(response, 415, 'jsonOnly', 'Send the body as application/json.');
    return;
  }
  next();
}

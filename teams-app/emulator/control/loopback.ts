import type { NextFunction, Request, Response } from 'express';
import { refuse } from './refuse.ts';

const loopbackAddress = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const loopbackName = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * Lets only this machine in. The socket's address is asked, never a header; the host name is asked as well, so that a
 * page elsewhere cannot reach the control API under a name of its own that resolves to loopback.
 */
export function loopbackOnly(request: Request, response: Response, next: NextFunction): void {
  const address = request.socket.remoteAddress ?? '';
  if (!loopbackAddress.test(address) || !loopbackName.test(request.headers.host ?? '')) {
    refuse(response, 403, 'loopbackOnly', 'The control API answers only to this machine.');
    return;
  }
  next();
}

/** A form of another page cannot send JSON without asking first, and is never allowed to. */
export function jsonOnly(request: Request, response: Response, next: NextFunction): void {
  const writes = request.method !== 'GET' && request.method !== 'HEAD';
  const hasBody = (request.headers['content-length'] ?? '0') !== '0' || 'transfer-encoding' in request.headers;
  if (writes && hasBody && !request.is('application/json')) {
    refuse(response, 415, 'jsonOnly', 'Send the body as application/json.');
    return;
  }
  next();
}

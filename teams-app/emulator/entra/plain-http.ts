import type { Answering, Asked } from '../exchange.ts';

/** Largest request body in bytes. */
const bodyLimit = 2_000_000;

/** The whole body as text. */
export async function readBody(request: Asked): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) throw new Error('The request body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function sendJson(
  response: Answering,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(text);
}

/** A request's path and query. Without the host, which depends on the listener. */
export const urlOf = (request: Asked): URL => new URL(request.url ?? '/', 'http://emulator.invalid');

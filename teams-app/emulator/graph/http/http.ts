import type { OutgoingHttpHeaders } from 'node:http';
import type { Answering, Asked } from '../../exchange.ts';

/** An answer. `body` undefined means no body and no content type. `reset` breaks the connection. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  reset?: true;
}

const jsonType = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** The whole body; files of any size that fits in memory. */
export async function readBytes(request: Asked): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

export function send(response: Answering, answer: Answer): void {
  if (answer.reset) {
    response.destroy();
    return;
  }
  const headers: OutgoingHttpHeaders = { ...answer.headers };
  const { body } = answer;
  if (body === undefined) {
    if (answer.status !== 204 && answer.status !== 304) headers['content-length'] = '0';
    response.writeHead(answer.status, headers).end();
    return;
  }
  const bytes = body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  if (typeof body === 'object' && !(body instanceof Uint8Array)) headers['content-type'] ??= jsonType;
  headers['content-length'] = bytes.byteLength;
  response.writeHead(answer.status, headers).end(bytes);
}
export { jsonType };

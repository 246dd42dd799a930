import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

export interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Uint8Array;
}

const agent = new Agent({ keepAlive: true });

/** One request over HTTP: of twenty thousand, the streams of `fetch` would take half the time. */
export function overHttp(
  address: string,
  init: { method: string; headers: OutgoingHttpHeaders; body?: string | Uint8Array },
): Promise<HttpAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  const { method, body } = init;
  // Node gives the body of a DELETE no length.
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const headers = { ...init.headers, ...length };
  const sent = request(address, { method, headers, agent }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () => {
      const { statusCode: status = 0, headers: given } = response;
      resolve({ status, headers: given, bytes: new Uint8Array(Buffer.concat(chunks)) });
    });
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

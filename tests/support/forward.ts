import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** Hands a request on, and reads the whole answer. Rejects as the connection does. */
export async function forward(
  to: string,
  { method = 'GET', headers, url = '/' }: IncomingMessage,
  body: Buffer,
): Promise<{ status: number; headers: OutgoingHttpHeaders; bytes: Buffer }> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(to + url, { method, headers }, resolve);
    outgoing.once('error', reject);
    outgoing.end(body);
  });
  const bytes = await buffer(answer);
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...others } = answer.headers;
  return { status: answer.statusCode ?? 502, headers: others, bytes };
}

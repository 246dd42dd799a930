import { Agent, request } from 'node:http';
import { threadTime } from './finding.ts';

export interface Request {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}
export interface Given {
  status: number;
  text: string;
  /** Processor time of this thread, ms. */
  spent: number;
}

/** Keep-alive connections. */
const lines = new Agent({ keepAlive: true, maxSockets: 4 });

/**
 * One request over a real connection; `fetch` would cost more than the answer. A refusal before a large body is read,
 * or of a long address, may cut the connection: that counts as a refusal. Any other cut is thrown.
 */
export async function send(address: string, asked: Request): Promise<Given> {
  const began = threadTime();
  const { status, text } = await answerTo(address, asked).catch((thrown: unknown) => {
    if (!isCut(thrown)) throw thrown;
    if (asked.path.length > 14_000) return { status: 431, text: '' };
    if (asked.body !== undefined && asked.body.length > 20_000) return { status: 413, text: '' };
    // An idle connection closed on reuse: retried on a new one.
    return answerTo(address, asked, false);
  });
  return { status, text, spent: threadTime() - began };
}

const isCut = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'ECONNRESET' || thrown.code === 'EPIPE');

const answerTo = (address: string, { method, path, headers, body }: Request, line: Agent | false = lines) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asking = request(
      `${address}${path}`,
      { method, agent: line, headers: { ...headers, ...length } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
        );
        answer.on('error', reject);
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });

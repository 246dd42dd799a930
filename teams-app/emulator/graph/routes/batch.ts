import { badRequest, GraphFault, errorBody } from '../errors.ts';
import type { World } from '../../world.ts';
import type { Answer } from '../http/http.ts';
import { jsonType } from '../http/http.ts';
import type { Ask, Pipeline } from '../pipeline.ts';
import { newContext } from '../pipeline.ts';
import { isRecord } from './site-parts.ts';

interface Part {
  id: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  dependsOn: string[];
}
interface PartAnswer {
  id: string;
  status: number;
  headers: Record<string, string>;
  body?: unknown;
}
const largest = 20;

function partFrom(value: unknown): Part {
  if (!isRecord(value)) throw badRequest('Invalid batch payload format.');
  const { id, method, url, headers, body, dependsOn } = value;
  if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string' || id === '') {
    throw badRequest('Invalid batch payload format.');
  }
  const given = isRecord(headers) ? Object.entries(headers) : [];
  return {
    id,
    method: method.toUpperCase(),
    url,
    body,
    headers: Object.fromEntries(given.map(([name, text]) => [name.toLowerCase(), String(text)])),
    dependsOn: Array.isArray(dependsOn) ? dependsOn.map(String) : [],
  };
}

/** An envelope's parts. Throws 400 for a malformed batch. */
function partsOf(body: unknown): Part[] {
  const requests: unknown = isRecord(body) ? body.requests : undefined;
  if (!Array.isArray(requests) || requests.length === 0) throw badRequest('Invalid batch payload format.');
  if (requests.length > largest)
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${largest}.`);
  const parts = requests.map(partFrom);
  const ids = new Set(parts.map((part) => part.id.toLowerCase()));
  if (ids.size < parts.length) throw badRequest('Request Id is duplicated.');
  if (parts.some((part) => part.dependsOn.some((id) => !ids.has(id.toLowerCase())))) {
    throw badRequest("Invalid 'dependsOn' request id.");
  }
  return parts;
}

const canonical: Readonly<Record<string, string>> = {
  'content-type': 'Content-Type',
  etag: 'ETag',
  location: 'Location',
};

function partAnswer(id: string, answer: Answer): PartAnswer {
  const headers = Object.fromEntries(
    Object.entries(answer.headers ?? {}).map(([name, text]) => [canonical[name.toLowerCase()] ?? name, text]),
  );
  if (answer.reset) return { id, status: 504, headers: {} };
  if (answer.body === undefined) return { id, status: answer.status, headers };
  const binary = answer.body instanceof Uint8Array;
  const body = binary ? Buffer.from(answer.body as Uint8Array).toString('base64') : answer.body;
  headers['Content-Type'] ??= jsonType;
  return { id, status: answer.status, headers, body };
}

function bytesOf(part: Part): Uint8Array {
  if (part.body === undefined || part.body === null) return new Uint8Array();
  if (part.headers['content-type'] === undefined)
    throw badRequest('Content-Type header is required for a request with a body.');
  const json = /json/i.test(part.headers['content-type']);
  if (json) return Buffer.from(JSON.stringify(part.body));
  return Buffer.from(typeof part.body === 'string' ? part.body : JSON.stringify(part.body), 'base64');
}

/** `POST /$batch`: each part is charged and answered separately, without transaction or order. */
export async function answerBatch(world: World, ask: Ask, body: unknown, pipeline: Pipeline): Promise<Answer> {
  const parts = partsOf(body);
  const done = new Map<string, Promise<PartAnswer>>();
  const byId = new Map(parts.map((part) => [part.id.toLowerCase(), part]));

  async function run(part: Part, above: ReadonlySet<string>): Promise<PartAnswer> {
    const context = newContext(part.headers['client-request-id']);
    const fail = (fault: GraphFault) =>
      partAnswer(part.id, { status: fault.status, headers: fault.headers, body: errorBody(fault, context) });
    const before = await Promise.all(
      part.dependsOn.map((id) => {
        const other = byId.get(id.toLowerCase());
        if (!other || above.has(id.toLowerCase())) throw badRequest("Invalid 'dependsOn' request id.");
        return start(other, new Set([...above, part.id.toLowerCase()]));
      }),
    );
    if (before.some((one) => one.status >= 400)) {
      return fail(new GraphFault(424, 'FailedDependency', 'The dependency of this request failed.'));
    }
    try {
      const target = `/${part.url.replace(/^\/+/, '')}`;
      const headers = { ...part.headers, host: 'graph.microsoft.com' };
      const bytes = bytesOf(part);
      return partAnswer(part.id, await pipeline({ ...ask, method: part.method, target, headers, bytes, context }));
    } catch (error) {
      if (error instanceof GraphFault) return fail(error);
      throw error;
    }
  }
  function start(part: Part, above: ReadonlySet<string>): Promise<PartAnswer> {
    const key = part.id.toLowerCase();
    const known = done.get(key);
    if (known) return known;
    const fresh = run(part, above);
    done.set(key, fresh);
    return fresh;
  }
  const responses = await Promise.all(parts.map((part) => start(part, new Set())));
  if (world.faults.graph.batchShuffle) responses.sort(() => world.faults.random.next() - 0.5);
  return { status: 200, body: { responses } };
}

import type { ConnectorClientOptions } from 'botframework-connector';
import { z } from 'zod';
import type { Fetch } from '../../api/kernel/index.ts';
import { ChatError } from '../sending/chat-port.ts';

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;

/**
 * The SDK's HTTP client over the injected fetch. Unsuccessful answers are thrown as ChatError here: the SDK's hidden
 * retry only handles its own errors, so that one call is one request (it would repeat a POST that was delivered and
 * answered 5xx, and send the message twice).
 */
export function fetchClient(fetch: Fetch, deadlineMs: number): HttpClient {
  const ask = async (url: string, init: RequestInit) => {
    try {
      const response = await fetch(url, { ...init, redirect: 'error' });
      return { response, bodyAsText: await response.text() };
    } catch (thrown) {
      throw asChatError(thrown);
    }
  };
  return {
    sendRequest: async (request) => {
      const deadline = AbortSignal.timeout(deadlineMs);
      const signal =
        request.abortSignal instanceof AbortSignal ? AbortSignal.any([request.abortSignal, deadline]) : deadline;
      const { response, bodyAsText } = await ask(request.url, {
        method: request.method,
        headers: new Headers(request.headers.rawHeaders()),
        signal,
        ...(typeof request.body === 'string' ? { body: request.body } : {}),
      });
      if (!response.ok) throw chatErrorOf(response, bodyAsText);
      const answered = request.headers.clone();
      for (const name of answered.headerNames()) answered.remove(name);
      response.headers.forEach((value, name) => answered.set(name, value));
      return { request, status: response.status, headers: answered, bodyAsText };
    },
  };
}

const codes = z.looseObject({
  code: z.string().optional().catch(undefined),
  subCode: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});
const errorBody = codes.extend({ error: codes.optional().catch(undefined) });

/** An answer's status, Teams' error code and Retry-After. A sub-code is more specific. */
function chatErrorOf(response: Response, body: string): ChatError {
  const outer = errorBody.safeParse(jsonOf(body)).data;
  const inner = outer?.error ?? outer;
  const code = inner?.subCode ?? wrappedSubCode(inner?.message) ?? inner?.code ?? '';
  return new ChatError(response.status, code.slice(0, 100), retryAfterSeconds(response.headers.get('retry-after')));
}

/** Teams wraps the chat service's answer as JSON in the message, e.g. with `MessageWritesBlocked`. */
const wrappedSubCode = (message = ''): string | undefined => codes.safeParse(jsonOf(message)).data?.subCode;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Any error of the SDK or the network as a ChatError: no answer. */
export function asChatError(thrown: unknown): ChatError {
  if (thrown instanceof ChatError) return thrown;
  if (!(thrown instanceof Error)) return new ChatError(0, 'unknown');
  if (thrown.name === 'TimeoutError' || thrown.name === 'AbortError') return new ChatError(0, 'Deadline');
  return new ChatError(0, codeOf(thrown) ?? codeOf(thrown.cause) ?? thrown.name);
}

/** `ECONNRESET` and the like. */
const codeOf = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;

/** `Retry-After`, in seconds or as a date; undefined without one. */
export function retryAfterSeconds(header: string | null, now = Date.now()): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

import {
  AuthenticationHandler,
  Client,
  TelemetryHandler,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import type { Fetch } from '../kernel/index.ts';

/**
 * Microsoft's Graph client without two of its handlers: retry (it repeats POSTs after a 504 and returns before a long
 * `Retry-After` has passed; retry.ts decides instead) and redirect (the one redirect used, a download, must go to
 * another host without our token; document-library.ts).
 */
export function graphClient(fetch: Fetch, accessToken: () => Promise<string>, userAgent: string): Client {
  const authentication = new AuthenticationHandler({ getAccessToken: accessToken });
  const telemetry = new TelemetryHandler();
  authentication.setNext(telemetry);
  telemetry.setNext(terminal(fetch, userAgent));
  return Client.initWithMiddleware({ middleware: authentication });
}

const terminal = (fetch: Fetch, userAgent: string): Middleware => ({
  execute: async (context: Context) => {
    const { options, request } = context;
    const headers = new Headers(options?.headers);
    headers.set('User-Agent', userAgent);
    const url = typeof request === 'string' ? request : request.url;
    context.response = await fetch(url, { ...options, headers, redirect: 'manual' });
  },
});

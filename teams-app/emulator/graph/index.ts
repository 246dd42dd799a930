import type { Asked, HostHandler } from '../exchange.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { TokenRefused } from '../entra/index.ts';

import type { World } from '../world.ts';
import { badRequest, errorBody, GraphFault, type ErrorContext } from './errors.ts';
import { readBytes, send, type Answer } from './http/http.ts';
import type { Caller } from './http/route.ts';
import { startNotifications } from './notifications.ts';
import { createPipeline, newContext } from './pipeline.ts';
import { answerBatch } from './routes/batch.ts';
import { routes } from './routes/index.ts';

export { createSiteHost } from './routes/site-host.ts';

const diagnostics = JSON.stringify({
  ServerInfo: { DataCenter: 'Desk', Slice: 'E', Ring: '1', ScaleUnit: '001', RoleInstance: 'DESK0001' },
});

async function callerOf(world: World, request: Asked): Promise<Caller> {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const refuse = (message: string) =>
    new GraphFault(401, 'InvalidAuthenticationToken', message, { headers: { 'WWW-Authenticate': 'Bearer realm=""' } });
  if (token === undefined) throw refuse('Access token is empty.');
  try {
    return await world.entra.verifyGraphToken(token);
  } catch (error) {
    if (error instanceof TokenRefused) throw refuse(error.message);
    throw error;
  }
}

function failed(error: unknown, context: ErrorContext): Answer {
  if (!(error instanceof GraphFault)) throw error;
  return { status: error.status, headers: error.headers, body: errorBody(error, context) };
}

function batchBody(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    throw badRequest('Invalid batch payload format.');
  }
}

/** Answers all requests to `graph.microsoft.com`. `/v1.0` and `/beta` are equal here. */
export function createGraphHost(world: World): HostHandler {
  const pipeline = createPipeline(world, routes);
  startNotifications(world);

  async function answer(request: Asked, bytes: Buffer, context: ErrorContext): Promise<Answer> {
    const target = (request.url ?? '/').replace(/^\/+(v1\.0|beta)(?=\/|\?|$)/, '');
    const caller = await callerOf(world, request);
    const method = request.method ?? 'GET';
    const ask = { caller, method, target, headers: request.headers, bytes, context };
    const isBatch = method === 'POST' && /^\/(\$|%24)batch\/?$/.test(target);
    return isBatch ? answerBatch(world, ask, batchBody(bytes), pipeline) : pipeline(ask);
  }

  return async (request, response) => {
    const { graph } = world.faults;
    const bytes = await readBytes(request);
    if (graph.latencyMs > 0) await pause(graph.latencyMs);
    if (graph.away) return send(response, { status: 0, reset: true });
    const given = request.headers['client-request-id'];
    const context = newContext(typeof given === 'string' ? given : undefined);
    const result = await answer(request, bytes, context).catch((error: unknown) => failed(error, context));
    send(response, {
      ...result,
      headers: {
        Date: world.clock.now().toUTCString(),
        'Cache-Control': 'private',
        'Strict-Transport-Security': 'max-age=31536000',
        'request-id': context.requestId,
        'client-request-id': context.clientRequestId,
        'x-ms-ags-diagnostic': diagnostics,
        'OData-Version': '4.0',
        ...result.headers,
      },
    });
  };
}

import { CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Activity } from 'botframework-schema';
import type { AuthenticateRequestResult, BotFrameworkAuthentication } from 'botframework-connector';
import type { Request, Response } from 'express';
import type { Log } from '../../api/context.ts';
import { jsonBody } from '../../api/http/index.ts';
import { AppError, newId } from '../../api/kernel/index.ts';
import { ChatError } from '../sending/chat-port.ts';
import { incomingActivity, tenantOf } from './incoming.ts';
import { isTrustedServiceUrl } from './service-url.ts';
import type { ChatSettings } from './settings.ts';
import { turnOf, type Turn } from './turn.ts';

/** The SDK's adapter without its HTTP part, which writes errors to the console and to the caller. */
class Adapter extends CloudAdapter {
  async receive(
    verified: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(verified, activity, logic);
  }
}

/** Over twice Teams' message limit. */
const parseJson = jsonBody(256_000);
const bodyOf = (request: Request, response: Response): Promise<unknown> =>
  new Promise((resolve, reject) => {
    parseJson(request, response, (error?: unknown) => {
      if (error === undefined) resolve(request.body);
      else reject(new Error('not JSON', { cause: error }));
    });
  });

const wordFor = (thrown: unknown): string => {
  if (thrown instanceof ChatError) return thrown.message;
  return thrown instanceof Error ? thrown.name : 'unknown';
};

/** Undefined for a refused token. */
async function verify(authentication: BotFrameworkAuthentication, activity: Activity, header: string) {
  try {
    return await authentication.authenticateRequest(activity, header);
  } catch (thrown) {
    return thrown instanceof AppError ? 'keysAway' : undefined;
  }
}

/**
 * `POST /api/messages`. 401 no token · 400 not an activity · 401 the token is not Teams' for this bot · 403 another
 * tenant, channel or connector address · 503 its keys cannot be read · 200 accepted. Answers have a body only for an
 * invoke; the log has the reason of a refusal.
 */
export function messagesEndpoint(
  settings: Pick<ChatSettings, 'tenantId'>,
  authentication: BotFrameworkAuthentication,
  log: Log,
  receive: (turn: Turn) => Promise<void>,
): (request: Request, response: Response) => Promise<void> {
  const adapter = new Adapter(authentication);
  return async (request, response) => {
    const refuse = (status: number, code: string) => {
      log.warn({ status, code }, 'activity refused');
      response.status(status).end();
    };
    if (request.method !== 'POST') return refuse(405, 'method');
    // Without a token the body is not read.
    if (!/^Bearer +\S+$/i.test(request.headers.authorization ?? '')) return refuse(401, 'noToken');
    const body = await bodyOf(request, response).catch(() => undefined);
    const parsed = incomingActivity.safeParse(body);
    if (!parsed.success) return refuse(400, 'notAnActivity');
    const activity = parsed.data as unknown as Activity;
    const verified = await verify(authentication, activity, request.headers.authorization ?? '');
    if (verified === 'keysAway') return refuse(503, verified);
    if (!verified?.claimsIdentity.isAuthenticated) return refuse(401, 'token');
    if (tenantOf(parsed.data) !== settings.tenantId) return refuse(403, 'tenant');
    if (parsed.data.channelId !== 'msteams') return refuse(403, 'channel');
    if (!isTrustedServiceUrl(parsed.data.serviceUrl)) return refuse(403, 'serviceUrl');
    try {
      const answer = await adapter.receive(verified, activity, (context) => receive(turnOf(context, parsed.data)));
      response.status(answer?.status ?? 200);
      if (answer?.body === undefined) response.end();
      else response.json(answer.body);
    } catch (thrown) {
      const requestId = newId();
      log.error({ requestId, code: 'unexpected', error: wordFor(thrown) }, 'activity failed');
      if (!response.headersSent) response.status(500).end();
    }
  };
}

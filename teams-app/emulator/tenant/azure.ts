import { z } from 'zod';
import { readBody, sendJson, urlOf } from '../entra/plain-http.ts';
import type { HostHandler } from '../exchange.ts';
import type { Parts } from '../parts.ts';
import type { Bot } from './tenant.ts';

const botService =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.BotService\/botServices(?:\/([^/]+))?(?:\/channels(?:\/([^/]+))?)?$/i;
const botBody = z.looseObject({ location: z.string(), properties: z.looseObject({ msaAppId: z.string() }) });
const channelBody = z.looseObject({ properties: z.looseObject({ channelName: z.string() }) });

/** Azure's resource manager: bot registrations with their channels, for administrators. */
export const createAzureHost =
  ({ entra, tenant }: Parts): HostHandler =>
  async (request, response) => {
    const refuse = (status: number, code: string) => sendJson(response, status, { error: { code, message: code } });
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const caller = await entra.verifyAzureToken(token).catch(() => undefined);
    if (!caller) return refuse(401, 'AuthenticationFailed');
    const url = urlOf(request);
    const match = botService.exec(url.pathname);
    if (!match || !url.searchParams.has('api-version')) return refuse(404, 'NotFound');
    const name = match[1];
    const bot = tenant.made.bots.find((one) => one.name === name);
    const body: unknown = request.method === 'PUT' ? JSON.parse(await readBody(request)) : undefined;
    if (name === undefined) return sendJson(response, 200, { value: tenant.made.bots.map(botView) });
    if (!/\/channels/i.test(url.pathname)) {
      if (request.method !== 'PUT') return bot ? sendJson(response, 200, botView(bot)) : refuse(404, 'NotFound');
      const given = botBody.safeParse(body).data;
      if (!given) return refuse(400, 'InvalidRequest');
      const put = { channels: bot?.channels ?? [], name, properties: given.properties };
      tenant.putBot(put);
      return sendJson(response, 201, botView(put));
    }
    if (!bot) return refuse(404, 'NotFound');
    if (request.method !== 'PUT') return sendJson(response, 200, { value: bot.channels.map(channelView) });
    const channel = channelBody.safeParse(body).data?.properties.channelName;
    if (channel === undefined || channel !== match[2]) return refuse(400, 'InvalidRequest');
    tenant.putBot({ ...bot, channels: [...new Set([...bot.channels, channel])] });
    return sendJson(response, 201, channelView(channel));
  };

const botView = ({ name, properties }: Bot) => ({ name, location: 'global', kind: 'azurebot', properties });
const channelView = (channelName: string) => ({ name: channelName, location: 'global', properties: { channelName } });

import type { Entra } from '../entra/index.ts';
import { serviceUrl, type Activity } from './activities.ts';

/** Answer of the bot's endpoint; status 504 after Teams' 15 seconds, 502 without any. */
export interface BotAnswer {
  status: number;
  body: unknown;
}

export interface BotClient {
  setBot(url: string | undefined): void;
  isSet(): boolean;
  /** Posts an activity like Teams, with a channel token. Never throws for the bot's answer. */
  post(activity: Activity, options?: { token?: string }): Promise<BotAnswer>;
}

/** Teams' time limit for a bot, ms. */
const patience = 15_000;
/** A channel token is reused this long, within its hour. */
const tokenReuse = 30 * 60_000;

/** @param botId the registered bot; without one nothing is posted */
export function createBotClient(entra: Entra, botId: () => string | undefined): BotClient {
  let endpoint: string | undefined;
  let token: { bot: string; value: Promise<string>; until: number } | undefined;

  function channelToken(bot: string): Promise<string> {
    if (token?.bot !== bot || token.until < Date.now()) {
      token = { bot, value: entra.channelToken(bot, serviceUrl), until: Date.now() + tokenReuse };
    }
    return token.value;
  }

  return {
    setBot: (url) => {
      endpoint = url;
    },
    isSet: () => endpoint !== undefined && botId() !== undefined,
    async post(activity, options = {}) {
      const bot = botId();
      if (endpoint === undefined || bot === undefined) return { status: 502, body: 'No bot is registered.' };
      const authorization = `Bearer ${options.token ?? (await channelToken(bot))}`;
      try {
        const response = await fetch(endpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization },
          body: JSON.stringify(activity),
          signal: AbortSignal.timeout(patience),
        });
        return { status: response.status, body: parse(await response.text()) };
      } catch (error) {
        const late = error instanceof Error && error.name === 'TimeoutError';
        return { status: late ? 504 : 502, body: 'Unable to reach app' };
      }
    },
  };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

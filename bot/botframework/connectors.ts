import { ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import type { Fetch } from '../../api/kernel/index.ts';
import { ChatError } from '../sending/chat-port.ts';
import type { AppCredentials } from './credentials.ts';
import { asChatError, fetchClient } from './fetch-client.ts';
import { isTrustedServiceUrl } from './service-url.ts';
import { defaultDeadlineMs, type ChatSettings } from './settings.ts';

/** Connector clients, cached per serviceUrl. */
export class Connectors extends ConnectorFactory {
  private readonly fetch: Fetch;
  private readonly credentials: AppCredentials;
  private readonly deadlineMs: number;
  private readonly clients = new LRUCache<string, ConnectorClient>({ max: 50 });

  constructor(settings: ChatSettings, credentials: AppCredentials) {
    super();
    this.credentials = credentials;
    this.fetch = async (url, init) => {
      const response = await settings.fetch(url, init);
      if (response.status === 401) credentials.renew();
      return response;
    };
    this.deadlineMs = settings.deadlineMs ?? defaultDeadlineMs;
  }

  /** Throws ChatError 403 `InvalidBotApiHost` for an address outside Teams. */
  override async create(serviceUrl: string): Promise<ConnectorClient> {
    if (!isTrustedServiceUrl(serviceUrl)) throw new ChatError(403, 'InvalidBotApiHost');
    const known = this.clients.get(serviceUrl);
    if (known) return known;
    const client = new ConnectorClient(await this.credentials.createCredentials(), {
      baseUri: serviceUrl,
      httpClient: fetchClient(this.fetch, this.deadlineMs),
    });
    this.clients.set(serviceUrl, client);
    return client;
  }

  /**
   * One call within the time limit, token included. Throws ChatError only: status 0 without an answer, 401
   * `TokenRefused` when Entra gives the bot no token.
   */
  async call<Answer>(
    serviceUrl: string,
    run: (client: ConnectorClient, options: { abortSignal: AbortSignal }) => Promise<Answer>,
  ): Promise<Answer> {
    const client = await this.create(serviceUrl);
    const stop = new AbortController();
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      stop.abort();
      late.reject(new ChatError(0, 'Deadline'));
    }, this.deadlineMs);
    try {
      return await Promise.race([run(client, { abortSignal: stop.signal }), late.promise]);
    } catch (thrown) {
      throw asChatError(thrown);
    } finally {
      clearTimeout(timer);
    }
  }
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TeamsInfo,
} from 'botbuilder';
import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Emulator } from '../../../teams-app/emulator/index.ts';
import { apps, tenantId } from '../../../teams-app/emulator/municipality.ts';
import { serviceUrl } from '../../../teams-app/emulator/teams/index.ts';
import { aCard, anne, bo, emulatorWithTwo } from './world.ts';

const { clientId } = apps.app;

/** The SDK's credentials, with the emulator's token instead of a call to the login host. */
class EmulatorCredentials extends MicrosoftAppCredentials {
  readonly emulator: Emulator;
  constructor(emulator: Emulator) {
    super(clientId, 'unused');
    this.emulator = emulator;
  }
  override getToken(): Promise<string> {
    return this.emulator.world.entra.appToken(clientId, 'connector');
  }
}

let emulator: Emulator;
beforeAll(async () => {
  emulator = await emulatorWithTwo();
});
afterAll(() => emulator.close());

describe("botbuilder's ConnectorClient", () => {
  const client = () =>
    new ConnectorClient(new EmulatorCredentials(emulator), { baseUri: `${emulator.address}/teams/` });
  const open = (id: string) =>
    client().conversations.createConversation({
      bot: { id: `28:${clientId}`, name: 'bot' },
      members: [{ id, name: '' }],
      isGroup: false,
      tenantId,
      activity: undefined as never,
      channelData: { tenant: { id: tenantId } },
    });

  it('opens a chat, sends, replies, changes, reads members and deletes', async () => {
    const { conversations } = client();
    const { id: chat } = await open(anne);
    const sent = await conversations.sendToConversation(chat, MessageFactory.text('Hej'));
    await conversations.replyToActivity(chat, sent.id, MessageFactory.text('Svar'));
    await conversations.updateActivity(
      chat,
      sent.id,
      MessageFactory.attachment(CardFactory.adaptiveCard(aCard('Kort'))),
    );
    expect(emulator.world.teams.chat(anne).messages).toMatchObject([{ card: aCard('Kort') }, { text: 'Svar' }]);
    expect(await conversations.getConversationMembers(chat)).toMatchObject([{ aadObjectId: anne }]);
    expect((await conversations.getConversationPagedMembers(chat)).members).toHaveLength(1);
    await conversations.deleteActivity(chat, sent.id);
    expect(emulator.world.teams.chat(anne).messages).toHaveLength(1);
  });

  it('sees status and code of a refusal', async () => {
    await expect(open(bo)).rejects.toMatchObject({ statusCode: 403, code: 'BadArgument' });
    const { id: chat } = await open(anne);
    await emulator.world.teams.uninstall(anne);
    await expect(client().conversations.sendToConversation(chat, MessageFactory.text('Hej'))).rejects.toMatchObject({
      statusCode: 403,
      code: 'BotNotInConversationRoster',
    });
    await emulator.world.teams.install(anne);
  });
});

describe("botbuilder's CloudAdapter", () => {
  let server: Server;
  let names: string[];
  let adapter: CloudAdapter;

  beforeAll(async () => {
    names = [];
    const root = emulator.address;
    const app = express();
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const authentication = new ConfigurationBotFrameworkAuthentication(
      {
        MicrosoftAppId: clientId,
        MicrosoftAppTenantId: tenantId,
        ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        OAuthUrl: 'https://api.botframework.com',
        ToBotFromChannelOpenIdMetadataUrl: `http://127.0.0.1:${port}/openid`,
        ToBotFromEmulatorOpenIdMetadataUrl: `http://127.0.0.1:${port}/openid`,
        ValidateAuthority: 'true',
        CallerId: 'urn:botframework:azure',
      },
      {
        isValidAppId: async (id: string) => id === clientId,
        isAuthenticationDisabled: async () => false,
        createCredentials: async () => new EmulatorCredentials(emulator),
      },
      undefined,
      undefined,
    );
    adapter = new CloudAdapter(authentication);
    // The SDK's key address is fixed, so the document is the emulator's with the keys' address on loopback.
    app.get('/openid', async (_request, response) => {
      const document = await fetch(`${root}/v1/.well-known/openidconfiguration`);
      response.json({ ...((await document.json()) as object), jwks_uri: `${root}/v1/.well-known/keys` });
    });
    app.use(express.json());
    app.post('/api/messages', (request, response) => {
      void adapter.process(request, response, async (context) => {
        names.push(`${context.activity.from.name}: ${context.activity.text}`);
      });
    });
    emulator.world.teams.setBot(`http://127.0.0.1:${port}/api/messages`);
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it('takes an activity with the channel token, verified against the published keys', async () => {
    const { teams } = emulator.world;
    await expect(teams.say(anne, 'hej')).resolves.toMatchObject({ answer: { status: 200 } });
    expect(names).toEqual(['Anne Holm: hej']);
  });

  it.each([
    ['nonsense', async () => 'nonsense'],
    ["a person's token", () => emulator.world.entra.personToken(anne)],
    ['a token for another bot', () => emulator.world.entra.channelToken('other-app', serviceUrl)],
    ['a token for another service url', () => emulator.world.entra.channelToken(clientId, 'https://evil.example/')],
  ])('refuses %s', async (_name, token) => {
    const { teams } = emulator.world;
    const before = names.length;
    const quiet = vi.spyOn(console, 'error').mockReturnValue();
    const { status } = await teams.postToBot(teams.messageFrom(anne, 'hej'), { token: await token() });
    quiet.mockRestore();
    expect(status).toBe(401);
    expect(names).toHaveLength(before);
  });

  it('continues a conversation that it opened, and finds the member', async () => {
    const seen: string[] = [];
    await adapter.createConversationAsync(
      clientId,
      'msteams',
      `${emulator.address}/teams/`,
      'https://api.botframework.com',
      {
        bot: { id: `28:${clientId}`, name: 'bot' },
        members: [{ id: anne, name: '' }],
        isGroup: false,
        tenantId,
        activity: undefined as never,
        channelData: { tenant: { id: tenantId } },
      },
      async (context) => {
        await context.sendActivity(MessageFactory.text('Proaktivt'));
        const page = await TeamsInfo.getPagedMembers(context);
        seen.push(...page.members.map(({ aadObjectId }) => aadObjectId ?? ''));
      },
    );
    expect(seen).toEqual([anne]);
    expect(emulator.world.teams.chat(anne).messages.at(-1)).toMatchObject({ from: 'bot', text: 'Proaktivt' });
  });
});

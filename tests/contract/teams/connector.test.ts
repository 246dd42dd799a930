import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../../teams-app/emulator/index.ts';
import { apps } from '../../../teams-app/emulator/municipality.ts';
import { anne, bo, cardActivity, connectorOf, emulatorWithTwo } from './world.ts';

let emulator: Emulator;
let connector: ReturnType<typeof connectorOf>;
beforeEach(async () => {
  emulator = await emulatorWithTwo();
  connector = connectorOf(emulator);
});
afterEach(() => emulator.close());

const summaries = (personId = anne) => emulator.world.teams.chat(personId).messages.map(({ summary }) => summary);
const code = (body: Record<string, unknown>) => (body['error'] as { code?: string } | undefined)?.code;

describe('a chat through the connector', () => {
  it('has the same id however often it is opened, by Entra id and by Teams id', async () => {
    const first = await connector.open(anne);
    const members = await connector.call('GET', `/${first}/members`);
    const [member] = members.body as unknown as { id: string; aadObjectId: string }[];
    expect(member).toMatchObject({ aadObjectId: anne, id: expect.stringMatching(/^29:/) as string });
    expect(await connector.open(anne)).toBe(first);
    expect(await connector.open(member?.id ?? '')).toBe(first);
    expect(first).toMatch(/^a:1/);
  });

  it('is also known by the id that Graph gives it', async () => {
    const graphId = encodeURIComponent(emulator.world.teams.graphChatId(anne));
    expect((await connector.call('POST', `/${graphId}/activities`, cardActivity('Hej'))).status).toBe(201);
    expect(summaries()).toEqual(['Hej']);
  });

  it('takes cards, replies, changes in place and deletions', async () => {
    const chat = await connector.open(anne);
    const sent = await connector.call('POST', `/${chat}/activities`, cardActivity('Første'));
    const id = String(sent.body['id']);
    expect(sent.status).toBe(201);
    expect((await connector.call('POST', `/${chat}/activities/${id}`, { type: 'message', text: 'Svar' })).status).toBe(
      201,
    );
    expect((await connector.call('PUT', `/${chat}/activities/${id}`, cardActivity('Ændret'))).status).toBe(200);
    expect(emulator.world.teams.chat(anne).messages).toMatchObject([
      { id, from: 'bot', summary: 'Ændret', updatedAt: expect.any(String) as string },
      { text: 'Svar', updatedAt: undefined },
    ]);
    expect((await connector.call('DELETE', `/${chat}/activities/${id}`)).status).toBe(200);
    expect(code((await connector.call('PUT', `/${chat}/activities/${id}`, cardActivity('For sent'))).body)).toBe(
      'ActivityNotFoundInConversation',
    );
  });

  it('lists its member on a page', async () => {
    const chat = await connector.open(anne);
    const { body } = await connector.call('GET', `/${chat}/pagedmembers`);
    expect(body['members']).toMatchObject([{ aadObjectId: anne, userPrincipalName: 'anne.holm@ishoj.example' }]);
  });

  it('dies with the deleted chat, and opening makes another', async () => {
    const chat = await connector.open(anne);
    emulator.world.teams.deleteChat(anne);
    const answer = await connector.call('POST', `/${chat}/activities`, cardActivity('Væk'));
    expect([answer.status, code(answer.body)]).toEqual([404, 'ConversationNotFound']);
    expect(await connector.open(anne)).not.toBe(chat);
  });
});

describe('the connector refuses', () => {
  it.each([
    ['no token', ''],
    ['nonsense', 'abc.def.ghi'],
  ])('%s', async (_name, token) => {
    expect((await connector.call('POST', '', {}, token)).status).toBe(401);
  });

  it('a Graph token, and the token of an app that is not the bot', async () => {
    const graph = await emulator.world.entra.appToken(apps.app.clientId, 'graph');
    const other = await emulator.world.entra.appToken(apps.weak.clientId, 'connector');
    expect((await connector.call('POST', '', {}, graph)).status).toBe(401);
    const answer = await connector.call('POST', '', {}, other);
    expect([answer.status, code(answer.body)]).toEqual([401, 'BotNotRegistered']);
  });

  it('to open a chat with people without the app, and opens it after the installation', async () => {
    const refused = await connector.call('POST', '', { members: [{ id: bo }], isGroup: false });
    expect([refused.status, refused.body]).toEqual([
      403,
      { error: { code: 'BadArgument', message: "Bot is not installed in user's personal scope" } },
    ]);
    await emulator.world.teams.install(bo);
    const chat = await connector.open(bo);
    expect((await connector.call('POST', `/${chat}/activities`, cardActivity('Hej'))).status).toBe(201);
  });

  it('to open a chat that an installation through Graph has not made yet', async () => {
    emulator.world.faults.put({ connector: { chatDelayMs: 3_600_000 } });
    emulator.world.directory.install(bo);
    emulator.world.teams.installed(bo);
    expect((await connector.call('POST', '', { members: [{ id: bo }] })).status).toBe(403);
    expect(emulator.world.teams.isChatThere(bo)).toBe(false);
    emulator.world.faults.put({ connector: { chatDelayMs: 0 } });
    await emulator.world.teams.idle();
    expect((await connector.call('POST', '', { members: [{ id: bo }] })).status).toBe(201);
  });

  it.each([
    ['BotNotInConversationRoster', 403, 0],
    ['MessageWritesBlocked', 403, 0],
    ['delivered', 201, 1],
  ] as const)('people who removed the app, or does not: %s', async (uninstalled, status, messages) => {
    const chat = await connector.open(anne);
    await emulator.world.teams.uninstall(anne);
    emulator.world.faults.put({ connector: { uninstalled } });
    expect((await connector.call('POST', `/${chat}/activities`, cardActivity('Hej'))).status).toBe(status);
    expect(emulator.world.teams.chat(anne).messages).toHaveLength(messages);
    expect((await connector.call('POST', '', { members: [{ id: anne }] })).status).toBe(403);
  });

  it('people who blocked the bot', async () => {
    emulator.world.teams.block(anne, true);
    const answer = await connector.call('POST', `/${await connector.open(anne)}/activities`, cardActivity('Hej'));
    expect([answer.status, code(answer.body)]).toEqual([403, 'ConversationBlockedByUser']);
  });

  it('a message that is too large, an empty one and a card that is none', async () => {
    const path = `/${await connector.open(anne)}/activities`;
    const large = await connector.call('POST', path, cardActivity('x'.repeat(41_000)));
    const empty = await connector.call('POST', path, { type: 'message' });
    const wrong = await connector.call('POST', path, {
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'Nothing' } }],
    });
    expect([large, empty, wrong].map(({ status, body }) => [status, code(body)])).toEqual([
      [413, 'MessageSizeTooBig'],
      [400, 'BadSyntax'],
      [400, 'BadArgument'],
    ]);
    expect(summaries()).toEqual([]);
  });

  it('user names and unknown people when a chat is opened', async () => {
    for (const id of ['anne.holm@ishoj.example', '0d5f2f5e-0000-4000-8000-000000000000']) {
      const answer = await connector.call('POST', '', { members: [{ id }], isGroup: false });
      expect(answer.status).toBe(404);
    }
  });
});

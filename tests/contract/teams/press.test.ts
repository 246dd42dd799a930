import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../../teams-app/emulator/index.ts';
import { apps, tenantId } from '../../../teams-app/emulator/municipality.ts';
import { aCard, anne, bo, cardActivity, connectorOf, emulatorWithTwo, scriptedBot, type Reply } from './world.ts';

let emulator: Emulator;
let bot: Awaited<ReturnType<typeof scriptedBot>>;
let reply: Reply;
beforeEach(async () => {
  emulator = await emulatorWithTwo();
  reply = {};
  bot = await scriptedBot(() => reply);
  emulator.world.teams.setBot(bot.url);
});
afterEach(async () => {
  await bot.close();
  await emulator.close();
});

const adaptive = 'application/vnd.microsoft.card.adaptive';
const execute = {
  type: 'Action.Execute',
  title: 'Jeg har læst den',
  verb: 'policy.acknowledge',
  data: { versionKey: '4.0' },
  fallback: {
    type: 'Action.Submit',
    title: 'Jeg har læst den',
    data: { verb: 'policy.acknowledge', versionKey: '4.0' },
  },
};

/** Sends a card to Anne's chat and returns the message's id. */
async function received(card: unknown): Promise<string> {
  const connector = connectorOf(emulator);
  const answer = await connector.call('POST', `/${await connector.open(anne)}/activities`, {
    type: 'message',
    attachments: [{ contentType: adaptive, content: card }],
  });
  return String(answer.body['id']);
}
const cardOf = (id: string) => emulator.world.teams.chat(anne).messages.find((message) => message.id === id)?.card;
const latest = () => bot.received.at(-1)?.activity;

describe('a press on Action.Execute', () => {
  it('posts an invoke from the person and puts the answered card in place of the old one', async () => {
    const id = await received(aCard('Ny politik', [execute]));
    const receipt = aCard('Tak, Anne');
    reply = { body: { statusCode: 200, type: adaptive, value: receipt } };
    const answer = await emulator.world.teams.press(anne, { messageId: id, title: 'jeg har læst den' });
    expect(answer).toEqual({ status: 200, type: adaptive, value: receipt, card: receipt });
    expect(cardOf(id)).toEqual(receipt);
    expect(latest()).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      channelId: 'msteams',
      replyToId: id,
      from: { aadObjectId: anne },
      recipient: { id: `28:${apps.app.clientId}` },
      conversation: { conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      value: {
        action: { type: 'Action.Execute', verb: 'policy.acknowledge', data: { versionKey: '4.0' } },
        trigger: 'manual',
      },
    });
  });

  it.each([
    ['a message', { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noteret' }],
    ['an error', { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'x', message: 'y' } }],
    ['a failure', { statusCode: 500, type: 'application/vnd.microsoft.error', value: { code: 'x', message: 'y' } }],
    ['a sign-in', { statusCode: 401, type: 'application/vnd.microsoft.activity.loginRequest', value: {} }],
    [
      'a failed precondition',
      { statusCode: 412, type: 'application/vnd.microsoft.error.preconditionFailed', value: {} },
    ],
  ])('answered with %s leaves the card as it is', async (_name, body) => {
    const card = aCard('Ny politik', [execute]);
    const id = await received(card);
    reply = { body };
    const answer = await emulator.world.teams.press(anne, { messageId: id, title: execute.title });
    expect(answer).toEqual({ status: body.statusCode, type: body.type, value: body.value });
    expect(cardOf(id)).toEqual(card);
  });

  it.each([
    ['HTTP 500', { status: 500, body: { message: 'boom' } }, 500],
    ['an answer without statusCode', { body: { type: adaptive, value: {} } }, 500],
    ['a card that is no card', { body: { statusCode: 200, type: adaptive, value: 'text' } }, 200],
  ])('is "unable to reach app" after %s', async (_name, answer, status) => {
    const id = await received(aCard('Ny politik', [execute]));
    reply = answer;
    await expect(emulator.world.teams.press(anne, { messageId: id, index: 0 })).resolves.toMatchObject({
      status,
      type: 'unreachable',
    });
  });

  it('is "unable to reach app" when the bot is away', async () => {
    const id = await received(aCard('Ny politik', [execute]));
    await bot.close();
    await expect(emulator.world.teams.press(anne, { messageId: id, index: 0 })).resolves.toMatchObject({
      status: 502,
      type: 'unreachable',
    });
  });

  it('can be made as the fallback, which is a message with a value', async () => {
    const id = await received(aCard('Ny politik', [execute]));
    const answer = await emulator.world.teams.press(anne, { messageId: id, title: execute.title, fallback: true });
    expect(answer).toMatchObject({ status: 200, type: 'submit' });
    expect(latest()).toMatchObject({
      type: 'message',
      replyToId: id,
      value: { verb: 'policy.acknowledge', versionKey: '4.0' },
    });
  });
});

describe('a card', () => {
  const nested = {
    ...aCard('Til godkendelse', [
      {
        type: 'Action.ShowCard',
        title: 'Send tilbage',
        card: {
          type: 'AdaptiveCard',
          body: [{ type: 'Input.Text', id: 'reason', label: 'Hvorfor', isRequired: true }],
          actions: [{ type: 'Action.Submit', title: 'Send', data: { verb: 'return' } }],
        },
      },
      { type: 'Action.OpenUrl', title: 'Se det hele', url: 'https://teams.microsoft.com/l/entity/x/home' },
    ]),
    body: [
      { type: 'Input.Toggle', id: 'urgent', title: 'Haster' },
      {
        type: 'Container',
        items: [
          {
            type: 'ColumnSet',
            columns: [
              {
                type: 'Column',
                items: [
                  {
                    type: 'ActionSet',
                    actions: [{ type: 'Action.Submit', title: 'Godkend', data: { verb: 'approve' } }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  };

  it('is searched through containers and columns, and sends the inputs around the button', async () => {
    const id = await received(nested);
    await emulator.world.teams.press(anne, { messageId: id, title: 'Godkend', inputs: { urgent: 'true' } });
    expect(latest()?.['value']).toEqual({ verb: 'approve', urgent: 'true' });
  });

  it('sends inputs of a show-card with those of the card around it', async () => {
    const id = await received(nested);
    await emulator.world.teams.press(anne, { messageId: id, title: 'Send', inputs: { reason: 'Mangler bilag' } });
    expect(latest()?.['value']).toEqual({ verb: 'return', urgent: 'false', reason: 'Mangler bilag' });
  });

  it('holds back a press whose required input is empty', async () => {
    const id = await received(nested);
    await expect(emulator.world.teams.press(anne, { messageId: id, title: 'Send' })).rejects.toThrow('"reason"');
    expect(bot.received).toHaveLength(0);
  });

  it('gives the address of a link without asking the bot', async () => {
    const id = await received(nested);
    await expect(emulator.world.teams.press(anne, { messageId: id, title: 'Se det hele' })).resolves.toEqual({
      status: 200,
      type: 'openUrl',
      value: 'https://teams.microsoft.com/l/entity/x/home',
    });
    expect(bot.received).toHaveLength(0);
  });

  it('says which buttons it has when another is asked for', async () => {
    const id = await received(nested);
    await expect(emulator.world.teams.press(anne, { messageId: id, title: 'Afvis' })).rejects.toThrow(
      /"Godkend", "Send tilbage", "Send", "Se det hele"/,
    );
  });
});

describe('what the bot is told', () => {
  it('is a message when the person writes, and the chat keeps it', async () => {
    await emulator.world.teams.say(anne, 'politik');
    expect(latest()).toMatchObject({
      type: 'message',
      text: 'politik',
      from: { aadObjectId: anne, name: 'Anne Holm' },
    });
    expect(emulator.world.teams.chat(anne).messages).toMatchObject([{ from: 'person', text: 'politik' }]);
  });

  it('is installation and membership when the app comes and goes', async () => {
    await emulator.world.teams.install(bo);
    await emulator.world.teams.install(bo);
    await emulator.world.teams.uninstall(bo);
    expect(bot.received.map(({ activity }) => [activity['type'], activity['action']])).toEqual([
      ['installationUpdate', 'add'],
      ['conversationUpdate', undefined],
      ['installationUpdate', 'remove'],
      ['conversationUpdate', undefined],
    ]);
  });

  it('also after an installation through Graph', async () => {
    emulator.world.directory.install(bo);
    emulator.world.teams.installed(bo);
    await emulator.world.teams.idle();
    expect(bot.received.map(({ activity }) => activity['type'])).toEqual(['installationUpdate', 'conversationUpdate']);
  });

  it('keeps the chat through a restart of the bot: a card sent earlier can be pressed later', async () => {
    const id = await received(cardActivity('Ny politik', [execute]).attachments[0]?.content);
    const later = await scriptedBot(() => ({ body: { statusCode: 200, type: adaptive, value: aCard('Tak') } }));
    emulator.world.teams.setBot(later.url);
    await expect(emulator.world.teams.press(anne, { messageId: id, index: 0 })).resolves.toMatchObject({ status: 200 });
    await later.close();
  });
});

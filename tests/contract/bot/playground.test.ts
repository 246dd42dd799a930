import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordConversation } from '../../../api/deliveries/index.ts';
import { incomingActivity } from '../../../bot/botframework/incoming.ts';
import { turnOf } from '../../../bot/botframework/turn.ts';
import { verbs } from '../../../bot/index.ts';
import { policyCardFor } from '../../../bot/policy/index.ts';
import { receiver } from '../../../bot/receive-turn.ts';
import { until } from '../../support/until.ts';
import { anne, aPerson, aPolicy, botContext } from '../../unit/bot/bot-context.ts';
import { listening } from './bot-on-a-desk.ts';
import { startPlayground, type ShownMessage } from './playground.ts';

/**
 * The bot against a third-party Teams. The Playground sends no token, so the adapter here is the SDK's own without
 * authentication; the rest is the product's.
 */
const { context } = botContext();
let server: Awaited<ReturnType<typeof listening>>;
let playground: Awaited<ReturnType<typeof startPlayground>>;

beforeAll(async () => {
  await aPerson(context, anne);
  const receive = receiver({
    context,
    verbs,
    onConversation: (entry) => recordConversation(context, entry),
    edits: {
      begin: () => undefined,
      pressed: async () => undefined,
      replaced: () => undefined,
      released: async () => undefined,
    },
  });
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const app = express();
  app.post('/api/messages', express.json(), (request, response) =>
    adapter.process(request, response, (turn) => receive(turnOf(turn, incomingActivity.parse(turn.activity)))),
  );
  server = await listening(app);
  playground = await startPlayground(`${server.address}/api/messages`, anne);
});
afterAll(async () => {
  await playground.close();
  await server.close();
});

const shows = (words: string) =>
  until(`a message with "${words}"`, () =>
    playground.shown().find(({ card }) => JSON.stringify(card ?? '').includes(words)),
  );
const policyCard = async (): Promise<ShownMessage> => {
  const before = new Set(playground.shown().map(({ id }) => id));
  await playground.say('politik');
  return until('the policy card', () => playground.shown().find(({ id, card }) => card && !before.has(id)));
};

describe('in the Agents Playground', () => {
  test('an installation is welcomed once, though it is told in two events', async () => {
    await playground.install();
    await shows('Velkommen til Sikkerhedshjulet');
    await playground.say('hjælp');
    await shows('Det kan jeg hjælpe med');
    const welcomes = playground.shown().filter(({ card }) => JSON.stringify(card).includes('Velkommen'));
    expect(welcomes).toHaveLength(1);
  });

  test('a message is answered with a card', async () => {
    await playground.say('hvem er min ISK');
    await shows('hvilket center du hører til');
  });

  test('Action.Execute is answered with the card that replaces the pressed one', async () => {
    await aPolicy(context);
    const { id, card } = await policyCard();
    expect(card).toMatchObject(JSON.parse(JSON.stringify(policyCardFor(context, 'policy-4.0', anne).card)));
    const title = 'Jeg har læst og følger den';
    const answer = await playground.execute(id, {
      verb: 'policy.acknowledge',
      title,
      data: { versionKey: 'policy-4.0' },
    });
    expect(context.list(Acknowledgements).all()).toMatchObject([{ personId: anne, channel: 'card' }]);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).toContain('Du bekræftede version 4.0');
  });

  test('the Action.Submit that it falls back to changes the card in place', async () => {
    await aPolicy(context, {
      key: 'policy-5.0',
      number: '5.0',
      publishedAt: '2026-11-24T08:30:00.000Z' as never,
    });
    const { id, card } = await policyCard();
    expect(JSON.stringify(card)).toContain('policy-5.0');
    await playground.submit(id, { verb: 'policy.acknowledge', versionKey: 'policy-5.0' });
    await until('the card to be the receipt', () =>
      playground.shown().some((shown) => shown.id === id && JSON.stringify(shown.card).includes('version 5.0')),
    );
    expect(context.list(Acknowledgements).all()).toHaveLength(2);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { campaignView } from '../../../api/deliveries/contract.ts';
import { DeliveryBlocks } from '../../../api/deliveries/index.ts';
import { operationsView } from '../../../api/operations/contract.ts';
import { policyPageView } from '../../../api/policy/contract.ts';
import { startSettledWorld } from '../../support/settled-world.ts';
import { until } from '../../support/until.ts';
import type { ChatLine, JourneyWorld, WorldPerson } from '../../support/world.ts';

/** An answer, and at most how many in six seconds: a 500 may pass, and is tried again sooner. */
const answers: [answer: 400 | 500, most: number][] = [
  [400, 3],
  [500, 30],
];

describe.each(answers)('a list of recipients that answers %i to every write while cards are sent', (answer, most) => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let versionKey: string;

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60', POLL_SECONDS: '3600', SEND_RATE: '20' });
    ciso = await world.personWith('ciso');
    const { versions } = policyPageView.parse((await world.as(ciso, 'GET', '/api/policy')).body);
    versionKey = versions.find(({ state }) => state === 'draft')?.key ?? '';
  });
  afterAll(() => world.close());

  const isAsking = (line: ChatLine) => line.from === 'bot' && JSON.stringify(line.card ?? '').includes(versionKey);
  const asked = async () => {
    const cards = await Promise.all(
      (await world.people()).map(async (person) => (await world.chatOf(person)).filter(isAsking).length),
    );
    return { people: cards.filter((count) => count > 0).length, cards: cards.reduce((sum, count) => sum + count, 0) };
  };
  const campaign = async () => {
    const { body } = await world.as(ciso, 'GET', `/api/policy/versions/${versionKey}/campaign`);
    return z.object({ campaign: campaignView }).parse(body).campaign;
  };
  const rule = (validation: object | null) => world.control('PATCH', `lists/${DeliveryBlocks.name}`, { validation });
  const told = async () =>
    operationsView
      .parse((await world.as(ciso, 'GET', '/api/operations')).body)
      .attention.map((one) => ('code' in one ? `${one.kind} ${one.code}` : one.kind));
  /** How often a write of an item was answered so. */
  const refusals = async () => {
    const { body } = await world.control('GET', 'stats');
    const { graph } = z
      .object({
        graph: z.object({ byRoute: z.record(z.string(), z.object({ statuses: z.record(z.string(), z.number()) })) }),
      })
      .parse(body);
    return graph.byRoute['PATCH /sites/{site}/lists/{list}/items/{item}']?.statuses[String(answer)] ?? 0;
  };

  it('loses no receipt of Teams, sends nothing twice, does not spin, and goes on when it is put back', async () => {
    await world.as(ciso, 'POST', `/api/policy/versions/${versionKey}/publish`, { reason: 'Vedtaget af udvalget' });
    await until('some cards', async () => (await asked()).cards > 5);
    await rule({ formula: '=FALSE', answer });
    await until('it is told', async () => (await told()).includes('failing sharepoint.listRefuses'), 60_000);
    // What was reserved is sent; nobody else.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const before = { ...(await asked()), refusals: await refusals() };
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect((await refusals()) - before.refusals).toBeLessThanOrEqual(most);
    expect(await asked()).toEqual({ people: before.people, cards: before.cards });

    await rule(null);
    await world.process();
    const { people, cards } = await asked();
    expect(cards).toBe(people);
    expect(await campaign()).toMatchObject({ state: 'finished', counts: { sent: people } });
    expect(await told()).toEqual([]);
  }, 120_000);
});

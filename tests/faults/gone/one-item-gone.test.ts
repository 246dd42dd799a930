import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { blocksOf, Campaigns } from '../../../api/deliveries/index.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../../support/world.ts';
import { siteByHand, type SiteByHand } from './damaged-site.ts';

const health = z.object({
  status: z.string(),
  incompleteCampaigns: z.number(),
  lists: z.object({ held: z.array(z.looseObject({ list: z.string(), held: z.looseObject({ why: z.string() }) })) }),
});

describe('one item that somebody deletes from a ledger', () => {
  let world: JourneyWorld;
  let site: SiteByHand;
  let ciso: WorldPerson;
  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '260', POLL_SECONDS: '3600' });
    site = siteByHand(world);
    ciso = await world.personWith('ciso');
    await world.process();
    // A day of digests, to have pages of reminders too.
    await world.control('PUT', 'clock', { to: 'nextWorkingDay' });
    for (let before = -1; before !== (await messages()); await world.process()) before = await messages();
  });
  afterAll(() => world.close());

  const sentTwice = async () => {
    const chats = await Promise.all((await world.people()).map((person) => world.chatOf(person)));
    return chats.flatMap((chat) => {
      const cards = chat
        .filter(({ from }) => from === 'bot')
        .map(({ card, summary }) => JSON.stringify(card ?? summary));
      return cards.filter((card, place) => cards.indexOf(card) !== place);
    });
  };
  const look = async () => health.parse(await (await fetch(`${world.program.address}/api/health`)).json());
  const messages = async () => {
    const { body } = await world.control('GET', 'stats');
    return z.object({ chats: z.object({ messagesFromBot: z.number() }) }).parse(body).chats.messagesFromBot;
  };
  const attention = async () => JSON.stringify((await world.as(ciso, 'GET', '/api/operations')).body);
  const remove = async (list: string, item: number) => {
    await world.control('DELETE', `lists/${list}/items/${item}`);
    await world.program.lists.refresh();
  };
  const restore = async (list: string) => {
    await world.control('POST', `recycle-bin/${list}/restore`);
    await world.program.lists.refresh();
  };

  it.each(allLists.filter(({ everyItemCounts }) => everyItemCounts === true).map(({ name }) => name))(
    'holds %s until it is back, and nothing is sent again',
    async (name) => {
      const [before, twiceBefore] = [await messages(), await sentTwice()];
      const items = site.itemsOf(name);
      if (items.length === 0) return expect(['ClosedMonths', 'ClosedReceipts']).toContain(name);
      const tried = [items[0], items[Math.floor(items.length / 2)], items.at(-1)].flatMap((item) => item ?? []);
      for (const { id } of new Map(tried.map((item) => [item.id, item])).values()) {
        await remove(name, id);
        const expected = items.length > 1 ? 'fewer' : 'emptied';
        expect((await look()).lists.held).toMatchObject([{ list: name, held: { why: expected } }]);
        await world.process();
        expect(await messages()).toBe(before);
        await restore(name);
        expect((await look()).lists.held).toEqual([]);
      }
      await world.process();
      // Deferred messages are sent now, without repeats.
      expect(await sentTwice()).toEqual(twiceBefore);
    },
  );

  it.each(['ReminderPages', 'ConversationPages'])(
    'of %s holds nothing: reminders go on, and nobody gets a second card',
    async (name) => {
      const twiceBefore = await sentTwice();
      const items = site.itemsOf(name);
      expect(items).not.toEqual([]);
      await remove(name, items.at(-1)?.id ?? 0);
      expect((await look()).lists.held).toEqual([]);
      await world.process();
      await world.control('PUT', 'clock', { to: 'nextWorkingDay' });
      await world.process();
      expect(await sentTwice()).toEqual(twiceBefore);
    },
  );

  it('holds a campaign of which a block of recipients is gone, names the block, and nobody gets a second card', async () => {
    const twiceBefore = await sentTwice();
    const campaigns = world.program.context.list(Campaigns).all();
    const big = campaigns
      .map((campaign) => ({ campaign, blocks: blocksOf(world.program.context, campaign.key) }))
      .filter(({ campaign, blocks }) => campaign.kind === 'policy' && blocks.length > 1)[0];
    if (!big) throw new Error('no campaign has two blocks');
    for (const block of big.blocks) {
      await remove('DeliveryBlocks', Number(block.item.id));
      await world.process();
      expect(await sentTwice()).toEqual(twiceBefore);
      expect(await look()).toMatchObject({ status: 'degraded', incompleteCampaigns: 1 });
      expect(await attention()).toContain(block.title);
      await restore('DeliveryBlocks');
      expect(await look()).toMatchObject({ incompleteCampaigns: 0 });
    }
    await world.process();
    expect(await sentTwice()).toEqual(twiceBefore);
    expect((await look()).status).toBe('ok');
  });
});

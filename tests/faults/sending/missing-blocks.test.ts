import { describe, expect, it } from 'vitest';
import { blocksOf, Campaigns, DeliveryBlocks, incompleteCampaigns } from '../../../api/deliveries/index.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aCampaign, aKind, aSending, people, recipients, stateOf } from './a-campaign.ts';
import { crashingProcess } from './crashing-process.ts';
import { fakeTeams } from './fake-teams.ts';

/** A campaign of 450 in three blocks, killed after `steps` of its first run; `Infinity`: no kill. */
async function aCampaignOf450(steps: number) {
  const { context } = memoryContext();
  const audience = people(450);
  const kind = aKind(audience);
  await aCampaign(context);
  const teams = fakeTeams(() => 'ok');
  const first = crashingProcess(context, teams.chat, { crashAt: steps, writeFault: () => 'none' });
  await first.run(() => aSending(first.context, first.chat, kind).processAll());
  const goOn = () => aSending(context, teams.chat, kind).processAll();
  const twice = () => audience.filter((person) => teams.cardsOf(person).length > 1);
  return { context, audience, teams, goOn, twice };
}

describe.each([
  ['a campaign that is being sent', 150],
  ['a campaign that is finished', Infinity],
])('%s', (_what, steps) => {
  it.each([0, 1, 2])(
    'sends nobody a second card when its block %i is deleted, and goes on when it is back',
    async (at) => {
      const { context, audience, teams, goOn, twice } = await aCampaignOf450(steps);
      const blocks = blocksOf(context, 'campaign');
      expect([blocks.length, context.list(Campaigns).get('campaign')?.blocks]).toEqual([3, 3]);
      const block = blocks[at];
      if (!block) throw new Error('there is no such block');
      await context.list(DeliveryBlocks).remove(block.key);
      audience.push(...people(5, 451));

      await goOn();
      await goOn();
      expect(twice()).toEqual([]);
      expect(recipients(context).filter(({ person }) => person > 'person-00450')).toEqual([]);
      expect(incompleteCampaigns(context).map(({ missing }) => missing)).toEqual([[at + 1]]);

      const { item: _item, ...fields } = block;
      await context.list(DeliveryBlocks).create(fields);
      await goOn();
      expect(incompleteCampaigns(context)).toEqual([]);
      expect(twice()).toEqual([]);
      const uncertain = recipients(context).filter(({ state }) => state === 'uncertain').length;
      expect(audience.filter((person) => teams.cardsOf(person).length === 0).length).toBeLessThanOrEqual(uncertain);
      expect(stateOf(context)).toBe('finished');
    },
  );
});

describe('a campaign from before blocks were counted', () => {
  it('is counted when it is looked at next, and held from then on', async () => {
    const { context, audience, goOn, twice } = await aCampaignOf450(Infinity);
    await context.list(Campaigns).update('campaign', () => ({ blocks: undefined }));
    await goOn();
    expect(context.list(Campaigns).get('campaign')?.blocks).toBe(3);
    await context.list(DeliveryBlocks).remove(blocksOf(context, 'campaign')[2]?.key ?? '');
    audience.push(...people(5, 451));
    await goOn();
    expect(twice()).toEqual([]);
    expect(incompleteCampaigns(context).map(({ missing }) => missing)).toEqual([[3]]);
  });
});

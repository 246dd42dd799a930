import { describe, expect, it } from 'vitest';
import { DeliveryBlocks, blocksOf, enrolAudience } from '../../../api/deliveries/index.ts';
import type { SetAside } from '../../../api/sharepoint/index.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aCampaign, aKind, peopleNamed } from './a-ledger.ts';

/** A campaign of 450 with a hand-edited second block, and another that starts. */
async function damaged(change: (given: Record<string, unknown>) => Record<string, unknown>) {
  const { context } = memoryContext();
  const campaign = await aCampaign(context, 'first');
  const kind = aKind({ audience: () => peopleNamed(450) });
  await enrolAudience(context, kind, campaign);
  const list = context.list(DeliveryBlocks);
  const block = blocksOf(context, 'first')[1];
  if (!block) throw new Error('no second block');
  await list.remove(block.key);
  const given = change({
    ...{ Key: block.key, Title: block.title, CampaignKey: 'first', Position: 2 },
    Recipients: JSON.stringify(block.recipients),
  });
  const key = typeof given.Key === 'string' ? { key: given.Key } : {};
  const aside: SetAside = { list: 'DeliveryBlocks', itemId: '2', problems: ['edited'], given, ...key };
  list.setAside = () => [aside];
  const other = await aCampaign(context, 'other');
  return {
    own: await enrolAudience(context, kind, campaign),
    other: await enrolAudience(context, kind, other),
    peopleTwice: await enrolAudience(context, aKind({ audience: () => peopleNamed(455) }), campaign),
  };
}

const without = (...columns: string[]) => {
  return (given: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(given).filter(([name]) => !columns.includes(name)));
};

describe('a delivery block that somebody edited', () => {
  it.each([
    ['has no key', without('Key')],
    ['has neither key nor campaign', without('Key', 'CampaignKey')],
    ['has neither key, campaign nor title', without('Key', 'CampaignKey', 'Title')],
    ['has no position', without('Position')],
  ])('%s: who stands in it gets no second card, newcomers and other campaigns go on', async (_what, change) => {
    expect(await damaged(change)).toEqual({ own: 0, other: 450, peopleTwice: 5 });
  });

  it.each([
    ['a key', without()],
    ['a campaign', without('Key')],
    ['a title', without('Key', 'CampaignKey')],
    ['a gap where it stood', without('Key', 'CampaignKey', 'Title')],
  ])('whose people cannot be read holds back its own campaign only, known by %s', async (_what, change) => {
    const broken = (given: Record<string, unknown>) => ({ ...change(given), Recipients: '[{' });
    expect(await damaged(broken)).toEqual({ own: 0, other: 450, peopleTwice: 0 });
  });
});

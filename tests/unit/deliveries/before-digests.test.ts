import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import {
  blocksOf,
  declareCampaignKinds,
  declareDigestToCome,
  enrolAudience,
  startCampaign,
  type CampaignKind,
} from '../../../api/deliveries/index.ts';
import { digestCampaignKey, digestKind, isDigestToCome, planDigests } from '../../../api/reminders/index.ts';
import { plannedOn } from '../../../api/reminders/planned.ts';
import { day, person } from '../organisation/builders.ts';
import { aTownThatOwes, danish } from '../reminders/builders.ts';

const on = '2026-11-25';

/** A campaign to Anne that was started in the evening, when she is to be reminded in the morning. */
async function inTheMorning(changes: Partial<CampaignKind>) {
  const task = { key: 'one', kind: 'doWheelTask', personId: 'anne', since: '2026-06-01', due: on };
  const { context, setNow } = await aTownThatOwes([task], danish('2026-11-24', 17));
  const kind: CampaignKind = {
    ...digestKind,
    kind: 'news',
    hours: { when: 'working', because: 'a test' },
    audience: () => [person('anne')],
    isOver: () => false,
    recheck: () => 'send',
    ...changes,
  };
  declareCampaignKinds(context, [digestKind, kind]);
  declareDigestToCome(context, isDigestToCome);
  const campaign = await startCampaign(context, {
    key: 'news',
    kind: 'news',
    title: 'News',
    subjectKey: 'x',
    startedBy: person('ciso'),
  });
  setNow(danish(on, 8));
  const sender = () => enrolAudience(context, kind, campaign);
  return { context, kind, sender, job: () => planDigests(context) };
}

const cards = (context: Context) => ({
  news: blocksOf(context, 'news').flatMap(({ recipients }) => recipients.map((one) => one.person)),
  digest: [...plannedOn(context, day(on)).keys()],
});

describe('whoever is first in the morning, the sender or the job of reminders,', () => {
  for (const first of ['sender', 'job'] as const)
    it(`a card that waited since the evening goes before the reminder: the ${first} is first`, async () => {
      const { context, sender, job } = await inTheMorning({});
      if (first === 'sender') await sender();
      await job();
      await sender();
      expect(cards(context)).toEqual({ news: ['anne'], digest: [] });
    });

  for (const first of ['sender', 'job'] as const)
    it(`a card that can wait leaves the day to the reminder: the ${first} is first`, async () => {
      const { context, sender, job } = await inTheMorning({ canWait: true });
      if (first === 'sender') await sender();
      await job();
      await sender();
      expect(cards(context)).toEqual({ news: [], digest: ['anne'] });
      expect(blocksOf(context, digestCampaignKey(day(on)))).toHaveLength(1);
    });
});

it('a campaign that can wait asks those that go before it for their people only while somebody joins it', async () => {
  const { context, sender, kind } = await inTheMorning({ canWait: true, audience: () => [person('bo')] });
  let asked = 0;
  const first: CampaignKind = {
    ...digestKind,
    kind: 'first',
    hours: { when: 'working', because: 'a test' },
    audience: () => {
      asked += 1;
      return [person('anne')];
    },
    isOver: () => false,
    joinsFirst: true,
  };
  declareCampaignKinds(context, [digestKind, kind, first]);
  const started = { kind: 'first', title: 'First', subjectKey: 'x', startedBy: person('ciso') };
  await startCampaign(context, { ...started, key: 'first' });
  await sender();
  expect(cards(context).news).toEqual(['bo']);
  const before = asked;
  expect(before).toBeGreaterThan(0);
  await sender();
  expect(asked).toBe(before);
});

import { describe, expect, it, vi } from 'vitest';
import {
  blocksOf,
  Campaigns,
  DeliveryBlocks,
  enrolAudience,
  recordConversation,
} from '../../../api/deliveries/index.ts';
import { nowOf, type Instant, type PersonId } from '../../../api/kernel/index.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aCampaign, aKind, aLedger, peopleNamed } from './a-ledger.ts';

const sizes = (blocks: readonly { recipients: readonly unknown[] }[]) =>
  blocks.map(({ recipients }) => recipients.length);

describe('enrolAudience', () => {
  it('puts the whole audience in blocks of 200 the first time', async () => {
    const { context } = memoryContext();
    const campaign = await aCampaign(context);
    const added = await enrolAudience(context, aKind({ audience: () => peopleNamed(1050) }), campaign);
    expect(added).toBe(1050);
    expect(sizes(blocksOf(context, 'campaign'))).toEqual([200, 200, 200, 200, 200, 50]);
    expect(blocksOf(context, 'campaign').map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('goes through an audience of everybody in slices, also where hardly anybody is left in it', async () => {
    const { context } = memoryContext();
    const campaign = await aCampaign(context);
    // Each look at the clock is a millisecond later.
    let passed = performance.now();
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (passed += 1));
    let loops = 0;
    const loop = () => {
      loops += 1;
      turning = setImmediate(loop);
    };
    let turning = setImmediate(loop);
    const asked = new Map<number, number>();
    const people = peopleNamed(1_000);
    const kind = aKind({
      audience: () => people.slice(0, 3),
      *eachOfAudience() {
        for (const [place, person] of people.entries()) {
          asked.set(loops, (asked.get(loops) ?? 0) + 1);
          yield place < 3 ? person : undefined;
        }
      },
    });
    expect(await enrolAudience(context, kind, campaign)).toBe(3);
    clearImmediate(turning);
    clock.mockRestore();
    expect(asked.size).toBeGreaterThan(20);
    expect(Math.max(...asked.values())).toBeLessThan(50);
  });

  it('adds nobody twice, also when asked twice at once', async () => {
    const { context } = memoryContext();
    const campaign = await aCampaign(context);
    const kind = aKind({ audience: () => [...peopleNamed(450), ...peopleNamed(10)] });
    await Promise.all([enrolAudience(context, kind, campaign), enrolAudience(context, kind, campaign)]);
    expect(await enrolAudience(context, kind, campaign)).toBe(0);
    const people = blocksOf(context, 'campaign').flatMap(({ recipients }) => recipients.map(({ person }) => person));
    expect(people.toSorted()).toEqual(peopleNamed(450));
  });

  it('goes on after a crash that left a gap among the blocks, under the free positions', async () => {
    const { context } = memoryContext();
    const campaign = await aCampaign(context);
    const audience = peopleNamed(900);
    await enrolAudience(context, aKind({ audience: () => audience }), campaign);
    const [, second] = blocksOf(context, 'campaign');
    await context.list(DeliveryBlocks).remove(second?.key ?? '');
    await context.list(DeliveryBlocks).remove(blocksOf(context, 'campaign').at(-1)?.key ?? '');
    // The total is stored when all are created.
    await context.list(Campaigns).update('campaign', () => ({ blocks: undefined }));
    await enrolAudience(context, aKind({ audience: () => audience }), campaign);
    const blocks = blocksOf(context, 'campaign');
    expect(blocks.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    expect(blocks.flatMap(({ recipients }) => recipients.map(({ person }) => person)).toSorted()).toEqual(audience);
  });

  it('finds a block instead of making it when a dead run made it under the same position', async () => {
    const { context } = memoryContext();
    const campaign = await aCampaign(context);
    const list = context.list(DeliveryBlocks);
    const { create } = list;
    let late = true;
    list.create = async (record) => {
      if (late) await create({ ...record, recipients: peopleNamed(5, 3).map((person) => ({ person, state: 'sent' })) });
      late = false;
      return create(record);
    };
    await enrolAudience(context, aKind({ audience: () => peopleNamed(10) }), campaign);
    const people = blocksOf(context, 'campaign').flatMap(({ recipients }) => recipients.map(({ person }) => person));
    expect(people.toSorted()).toEqual(peopleNamed(10));
  });

  it('fills the last block with newcomers and opens a finished campaign again', async () => {
    const { context } = memoryContext();
    await aLedger(context, [{ person: 'p0001', state: 'sent' }], { state: 'finished' });
    const campaign = context.list(Campaigns).get('campaign');
    if (!campaign) throw new Error('no campaign');
    await enrolAudience(context, aKind({ audience: () => peopleNamed(2) }), campaign);
    expect(sizes(blocksOf(context, 'campaign'))).toEqual([2]);
    expect(context.list(Campaigns).get('campaign')?.state).toBe('sending');
  });

  it.each(['finished', 'sending'] as const)(
    'lets nobody join a %s campaign outside the hours of its kind',
    async (state) => {
      const { context, setNow } = memoryContext('2026-11-28T09:00:00.000Z');
      const recipients = [
        { person: 'p0001', state: 'sent' },
        { person: 'p0002', state: 'left', at: '2026-11-20T09:00:00.000Z' as Instant },
      ] as const;
      await aLedger(context, recipients, { state });
      const kind = aKind({ audience: () => peopleNamed(9), hours: { when: 'working', because: 'a test' } });
      const campaign = () => context.list(Campaigns).get('campaign')!;
      expect(await enrolAudience(context, kind, campaign())).toBe(0);
      expect(blocksOf(context, 'campaign').map((block) => block.recipients)).toEqual([recipients]);
      expect(campaign().state).toBe(state);

      setNow('2026-11-30T07:00:00.000Z');
      expect(await enrolAudience(context, kind, campaign())).toBe(7);
    },
  );

  it.each(['paused', 'stopped', 'cancelled'] as const)('leaves a %s campaign alone', async (state) => {
    const { context } = memoryContext();
    await aLedger(context, [{ person: 'p0001', state: 'sent' }], { state });
    const campaign = context.list(Campaigns).get('campaign');
    expect(campaign && (await enrolAudience(context, aKind({ audience: () => peopleNamed(9) }), campaign))).toBe(0);
    expect(sizes(blocksOf(context, 'campaign'))).toEqual([1]);
  });

  it('enrols nobody while a block of the campaign does not parse, since its people would get a second card', async () => {
    const { context } = memoryContext();
    const campaign = await aCampaign(context);
    const list = context.list(DeliveryBlocks);
    list.setAside = () => [{ list: 'DeliveryBlocks', itemId: '7', key: 'campaign_1', problems: ['recipients'] }];
    expect(await enrolAudience(context, aKind({ audience: () => peopleNamed(9) }), campaign)).toBe(0);
    list.setAside = () => [{ list: 'DeliveryBlocks', itemId: '7', key: 'another_1', problems: ['recipients'] }];
    expect(await enrolAudience(context, aKind({ audience: () => peopleNamed(9) }), campaign)).toBe(9);
  });
});

describe('a card that can wait', () => {
  const kind = aKind({
    joinsFirst: true,
    canWait: true,
    audience: () => ['anne', 'bo'].map((name) => name as PersonId),
  });
  const enrolled = async (setUp: (context: Parameters<typeof aLedger>[0], today: Instant) => Promise<unknown>) => {
    const memory = memoryContext();
    const { context } = memory;
    const campaign = await aCampaign(context);
    await setUp(context, nowOf(context.clock));
    const enrol = async () => {
      await enrolAudience(context, kind, campaign);
      return blocksOf(context, campaign.key).flatMap(({ recipients }) => recipients.map(({ person }) => person));
    };
    return { enrol, tomorrow: () => memory.setNow('2026-11-25T09:00:00.000Z') };
  };

  it('comes another day to whoever got another card today', async () => {
    const { enrol, tomorrow } = await enrolled((context, at) =>
      aLedger(context, [{ person: 'anne', state: 'sent', at }], { key: 'digest', state: 'finished' }),
    );
    expect(await enrol()).toEqual(['bo']);
    tomorrow();
    expect(await enrol()).toEqual(['bo', 'anne']);
  });

  it('waits for working hours, also the first time', async () => {
    const { context } = memoryContext('2026-11-28T09:00:00.000Z');
    const campaign = await aCampaign(context);
    await enrolAudience(context, { ...kind, hours: { when: 'working', because: 'a test' } }, campaign);
    expect(blocksOf(context, campaign.key)).toEqual([]);
  });

  it('is one of them when two begin at once', async () => {
    const { context } = memoryContext();
    const campaigns = [await aCampaign(context, 'one'), await aCampaign(context, 'two')];
    await Promise.all(campaigns.map((campaign) => enrolAudience(context, kind, campaign)));
    expect(campaigns.map(({ key }) => blocksOf(context, key).length)).toEqual([1, 0]);
  });

  it('comes another day to whoever is about to get one, unless that one was stopped', async () => {
    const coming = await enrolled((context) =>
      aLedger(context, [{ person: 'anne', state: 'waiting' }], { key: 'digest', state: 'sending' }),
    );
    expect(await coming.enrol()).toEqual(['bo']);
    const paused = await enrolled((context) =>
      aLedger(context, [{ person: 'anne', state: 'waiting' }], { key: 'digest', state: 'paused' }),
    );
    expect(await paused.enrol()).toEqual(['anne', 'bo']);
  });
});

describe('people who got nothing for a reason that is gone', () => {
  const earlier = '2026-11-20T09:00:00.000Z' as Instant;
  const states = [
    { person: 'noLicence', state: 'notApplicable', code: 'noTeams', at: earlier },
    { person: 'left', state: 'left', at: earlier },
    { person: 'done', state: 'notNeeded', at: earlier },
    { person: 'installedNow', state: 'notInstalled', at: earlier },
    { person: 'neverInstalled', state: 'notInstalled', at: earlier },
    { person: 'sent', state: 'sent', at: earlier },
    { person: 'uncertain', state: 'uncertain', at: earlier },
    { person: 'twice', state: 'uncertain', at: earlier, isRepeat: true },
    { person: 'failed', state: 'failed', at: earlier },
  ] as const;

  async function reopenedBy(kind: Parameters<typeof aKind>[0]): Promise<string[]> {
    const { context } = memoryContext();
    await aLedger(context, states, { state: 'finished' });
    const chat = { conversation: 'c', serviceUrl: 'https://x' };
    for (const name of ['installedNow', 'uncertain', 'failed', 'sent'])
      recordConversation(context, { person: name as PersonId, state: 'open', ...chat });
    const campaign = context.list(Campaigns).get('campaign');
    if (campaign) await enrolAudience(context, aKind(kind), campaign);
    return blocksOf(context, 'campaign')
      .flatMap(({ recipients }) => recipients)
      .filter(({ state }) => state === 'waiting')
      .map(({ person }) => person);
  }

  it('are queued again, and those who may have got the card, once', async () => {
    expect(await reopenedBy({})).toEqual(['noLicence', 'left', 'done', 'installedNow', 'uncertain']);
    expect(await reopenedBy({ repeatWhenUncertain: true })).not.toContain('uncertain');
  });

  it('wait until another day when they got another card today and the campaign has hours for joining', async () => {
    const { context } = memoryContext();
    await aLedger(context, states, { state: 'finished' });
    const today = nowOf(context.clock);
    await aLedger(context, [{ person: 'installedNow', state: 'sent', at: today }], {
      key: 'digest',
      state: 'finished',
    });
    recordConversation(context, {
      person: 'installedNow' as PersonId,
      ...{ state: 'open', conversation: 'c', serviceUrl: 'https://x' },
    });
    const campaign = context.list(Campaigns).get('campaign');
    if (!campaign) throw new Error('no campaign');
    const stateNow = () =>
      blocksOf(context, 'campaign')
        .flatMap(({ recipients }) => recipients)
        .find(({ person }) => person === 'installedNow')?.state;
    await enrolAudience(context, aKind({ joinsFirst: true }), campaign);
    expect(stateNow()).toBe('notInstalled');
    await enrolAudience(context, aKind(), campaign);
    expect(stateNow()).toBe('waiting');
  });

  it('stay as they are while the reason holds', async () => {
    expect(
      await reopenedBy({
        notApplicable: (_context, person) => (person === ('noLicence' as PersonId) ? 'noTeams' : undefined),
        recheck: (_context, _subject, person) => {
          if (person === ('left' as PersonId)) return 'left';
          return person === ('done' as PersonId) ? 'notNeeded' : 'send';
        },
      }),
    ).toEqual(['installedNow', 'uncertain']);
  });
});

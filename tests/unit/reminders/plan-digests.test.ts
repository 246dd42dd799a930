import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import {
  blocksOf,
  Campaigns,
  cancelCampaign,
  declareCampaignKinds,
  DeliveryBlocks,
  enrolAudience,
  recordConversation,
  startCampaign,
} from '../../../api/deliveries/index.ts';
import { nowOf } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import {
  digestCampaignKey,
  digestKind,
  leftOfDigest,
  planDigests,
  ReminderPages,
  ReminderWishes,
} from '../../../api/reminders/index.ts';
import { pagesOf, toldIn } from '../../../api/reminders/page.ts';
import { logOf } from '../../../api/reminders/log.ts';
import { linesOf, otherCentres, plannedOn } from '../../../api/reminders/planned.ts';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { aPerson, day, person, the } from '../organisation/builders.ts';
import { aTownThatOwes, danish, goesOnLeave, planAndSend, sendWaiting, type Owed } from './builders.ts';

const tuesday = '2026-11-24';
const key = digestCampaignKey(day(tuesday));
const task = (name: string, personId = 'anne', changes: Partial<Owed> = {}): Owed => ({
  key: name,
  kind: 'doWheelTask',
  personId,
  since: '2026-06-01',
  due: tuesday,
  ...changes,
});
const atHour = (context: Context, who: string, hour: number) =>
  context.list(ReminderWishes).create({
    key: who,
    title: who,
    wishes: { hour, rhythm: 'daily', weekday: 1, muted: [] },
    changedAt: nowOf(context.clock),
  });
const recipients = (context: Context) =>
  blocksOf(context, key).flatMap((block) => block.recipients.map(({ person: who, state }) => `${who} ${state}`));
describe('planDigests', () => {
  it('plans the day in one campaign and keeps what it planned', async () => {
    const { context } = await aTownThatOwes([task('one'), task('two', 'bo')]);
    await planDigests(context);
    expect(context.list(Campaigns).get(key)).toMatchObject({ kind: 'digest', subjectKey: tuesday, state: 'sending' });
    expect(recipients(context)).toEqual(['anne waiting', 'bo waiting']);
    expect(context.list(ReminderPages).all()).toMatchObject([
      {
        day: tuesday,
        position: 1,
        subjects: [
          { kind: 'doWheelTask', title: 'Title one', due: tuesday },
          { kind: 'doWheelTask', title: 'Title two', due: tuesday },
        ],
        people: [
          { person: 'anne', lines: [{ about: 0, key: 'one' }] },
          { person: 'bo', lines: [{ about: 1, key: 'two' }] },
        ],
      },
    ]);
  });

  it('makes no campaign when nobody is to be told', async () => {
    const { context } = await aTownThatOwes([task('far', 'anne', { due: '2027-06-01' })]);
    await planDigests(context);
    expect(context.list(Campaigns).all()).toEqual([]);
  });

  it.each([
    ['on a Saturday', '2026-11-28', 9],
    ['on a public holiday', '2026-12-25', 9],
    ['before eight', tuesday, 7],
    ['from four in the afternoon', tuesday, 16],
  ])('does nothing %s', async (_when, on, hour) => {
    const { context, setNow } = await aTownThatOwes([task('one', 'anne', { due: '2026-11-01' })]);
    setNow(danish(on, hour, 59));
    await planDigests(context);
    expect(context.list(Campaigns).all()).toEqual([]);
    expect(context.list(ReminderPages).all()).toEqual([]);
  });

  it('takes in everybody when the wished hour has come, Danish time', async () => {
    const { context, setNow } = await aTownThatOwes([task('one'), task('two', 'bo')]);
    await atHour(context, 'bo', 13);
    expect((await planAndSend(context)).map(({ personId }) => personId)).toEqual(['anne']);
    setNow(danish(tuesday, 12, 59));
    expect(await planAndSend(context)).toEqual([]);
    setNow(danish(tuesday, 13));
    expect((await planAndSend(context)).map(({ personId }) => personId)).toEqual(['bo']);
  });

  it('serves no day a second time when the clock is set back, and goes on when it has caught up', async () => {
    const owed = [task('one')];
    const { context, setNow } = await aTownThatOwes(owed);
    const told = async () => (await planAndSend(context)).map(({ personId }) => personId);
    expect(await told()).toEqual(['anne']);
    // Bo's is added the next day, and he is told a week later.
    owed.push(task('two', 'bo'));
    setNow(danish('2026-12-01', 9));
    expect(await told()).toContain('bo');
    // Bo was told nothing on that Tuesday.
    setNow(danish(tuesday, 10));
    expect(await told()).toEqual([]);
    setNow(danish('2026-12-01', 10));
    expect(await told()).toEqual([]);
    setNow(danish('2026-12-08', 9));
    expect(await told()).not.toEqual([]);
  });

  it('plans nobody twice, run again or twice at once', async () => {
    const { context, setNow } = await aTownThatOwes([task('one'), task('two', 'bo')]);
    await Promise.all([planDigests(context), planDigests(context)]);
    await planAndSend(context);
    setNow(danish(tuesday, 15));
    expect(await planAndSend(context)).toEqual([]);
    expect(recipients(context)).toEqual(['anne sent', 'bo sent']);
    expect(
      context
        .list(ReminderPages)
        .all()
        .flatMap(({ people }) => people),
    ).toHaveLength(2);
  });

  it('plans nobody twice on two instances at once', async () => {
    const { context, another } = await aTownThatOwes([task('one'), task('two', 'bo'), task('three', 'team')]);
    const instances = [another(), another()];
    await Promise.all(instances.map((instance) => planDigests(instance)));
    for (const instance of instances) await planDigests(instance);
    expect(recipients(context)).toEqual(['anne waiting', 'bo waiting', 'team waiting']);
    expect(
      context
        .list(ReminderPages)
        .all()
        .flatMap(({ people }) => people),
    ).toHaveLength(3);
    expect(context.list(Campaigns).all()).toHaveLength(1);
  });

  it('goes on with other pages when another instance wrote the same one first', async () => {
    const { context } = await aTownThatOwes([task('one'), task('two', 'bo')]);
    const pages = context.list(ReminderPages);
    const { create } = pages;
    let isFirst = true;
    pages.create = async (page, lane) => {
      if (isFirst) {
        isFirst = false;
        await create({ ...page, people: page.people.slice(0, 1) }, lane);
      }
      return create(page, lane);
    };
    await planDigests(context);
    expect(pages.all().map(({ position, people }) => [position, people.map((one) => one.person)])).toEqual([
      [1, ['anne']],
      [2, ['bo']],
    ]);
    expect(recipients(context)).toEqual(['anne waiting', 'bo waiting']);
  });
});

describe('a crash', () => {
  it('between the page and the campaign loses nobody', async () => {
    const { context, another } = await aTownThatOwes([task('one')]);
    const campaigns = context.list(Campaigns);
    const { create } = campaigns;
    campaigns.create = () => Promise.reject(new Error('killed'));
    await expect(planDigests(context)).rejects.toThrow('killed');
    campaigns.create = create;
    expect((await planAndSend(another())).map(({ personId }) => personId)).toEqual(['anne']);
    expect(context.list(ReminderPages).all()).toHaveLength(1);
  });

  it('between the campaign and its recipients loses nobody', async () => {
    const { context, another } = await aTownThatOwes([task('one')]);
    const blocks = context.list(DeliveryBlocks);
    const { create } = blocks;
    blocks.create = () => Promise.reject(new Error('killed'));
    await expect(planDigests(context)).rejects.toThrow('killed');
    blocks.create = create;
    expect((await planAndSend(another())).map(({ personId }) => personId)).toEqual(['anne']);
  });

  it('before sending leaves it for the same day, and after the day for the next working day, once', async () => {
    const soon = await aTownThatOwes([task('one')]);
    await planDigests(soon.context);
    soon.setNow(danish(tuesday, 15));
    expect(await sendWaiting(soon.another())).toHaveLength(1);

    const late = await aTownThatOwes([task('one')]);
    await planDigests(late.context);
    late.setNow(danish(tuesday, 20));
    expect(await sendWaiting(late.another())).toEqual([]);
    expect(recipients(late.context)).toEqual(['anne notNeeded']);
    late.setNow(danish('2026-11-25', 8));
    expect((await planAndSend(late.context)).map(({ digest }) => digest.day)).toEqual(['2026-11-25']);
    late.setNow(danish('2026-11-26', 8));
    expect(await planAndSend(late.context)).toEqual([]);
  });

  it('while sending is told again with the next digest, and not the same day', async () => {
    const { context, setNow } = await aTownThatOwes([task('one')]);
    await planAndSend(context, () => 'uncertain');
    setNow(danish(tuesday, 12));
    expect(await planAndSend(context)).toEqual([]);
    setNow(danish('2026-11-25', 9));
    expect((await planAndSend(context)).map(({ personId }) => personId)).toEqual(['anne']);
    setNow(danish('2026-11-26', 9));
    expect(await planAndSend(context)).toEqual([]);
  });
});

describe('digestKind', () => {
  it('asks again at the moment of sending', async () => {
    const owes = [task('one'), task('two', 'bo'), task('three', 'manager-nord'), task('four', 'isk-nord')];
    const { context } = await aTownThatOwes(owes);
    await planDigests(context);
    owes[0] = task('one', 'anne', { isDone: true });
    await goesOnLeave(context, 'bo', { absentFrom: day('2026-11-20') });
    await context.list(People).update('manager-nord', () => ({ leftOn: day(tuesday) }));
    expect((await sendWaiting(context)).map(({ personId }) => personId)).toEqual(['isk-nord']);
    expect(recipients(context).toSorted()).toEqual([
      'anne notNeeded',
      'bo notNeeded',
      'isk-nord sent',
      'manager-nord left',
    ]);
  });

  it('sends to whoever has no Teams the next day that it is possible, and says why not until then', async () => {
    const { context, setNow } = await aTownThatOwes([task('one')]);
    await context.list(People).update('anne', () => ({ teams: false }));
    expect(await planAndSend(context)).toEqual([]);
    expect(recipients(context)).toEqual(['anne notApplicable']);
    await context.list(People).update('anne', () => ({ teams: true }));
    setNow(danish('2026-11-25', 9));
    expect(await planAndSend(context)).toHaveLength(1);
  });

  it('reaches on the same day whoever opened the chat meanwhile', async () => {
    const { context, setNow } = await aTownThatOwes([task('one')]);
    await planAndSend(context, () => 'notInstalled');
    setNow(danish(tuesday, 14));
    recordConversation(context, {
      person: person('anne'),
      state: 'open',
      conversation: 'chat',
      serviceUrl: 'https://x/',
    });
    expect(await planAndSend(context)).toHaveLength(1);
  });

  it('lets people join other campaigns first, and leaves those to their card', async () => {
    const { context } = await aTownThatOwes([task('one'), task('two', 'bo')]);
    declareCampaignKinds(context, [
      digestKind,
      {
        kind: 'policy',
        audience: () => [person('anne')],
        hours: { when: 'working', because: 'a test' },
        joinsFirst: true,
        recheck: () => 'send',
        notApplicable: () => undefined,
        repeatWhenUncertain: false,
        priority: 'broadcast',
      },
    ]);
    const campaign = { key: 'policy', kind: 'policy', title: 'Policy', subjectKey: 'v4', startedBy: person('ciso') };
    await startCampaign(context, campaign);
    await context.list(Campaigns).update('policy', () => ({ state: 'finished' }));
    await planDigests(context);
    expect(recipients(context)).toEqual(['bo waiting']);
    expect(context.list(Campaigns).get('policy')?.state).toBe('sending');
  });

  it('is over when its day is: nobody is enrolled or opened again', async () => {
    const { context, setNow } = await aTownThatOwes([task('one')]);
    await planAndSend(context);
    setNow(danish('2026-11-25', 9));
    expect(digestKind.isOver?.(context, tuesday)).toBe(true);
    expect(digestKind.isOver?.(context, '2026-11-25')).toBe(false);
    const campaign = context.list(Campaigns).get(key);
    expect(campaign && (await enrolAudience(context, digestKind, campaign))).toBe(0);
    expect(digestKind.audience(context, tuesday)).toEqual([]);
  });

  it('stays silent on a day whose campaign somebody cancelled, and tells it the next day', async () => {
    const { context, setNow } = await aTownThatOwes([task('one')]);
    await planDigests(context);
    await cancelCampaign(context, the(context, 'ciso'), key);
    setNow(danish(tuesday, 12));
    expect(await planAndSend(context)).toEqual([]);
    setNow(danish('2026-11-25', 9));
    expect(await planAndSend(context)).toHaveLength(1);
  });
});

describe('pages', () => {
  it('hold 200 people, and fewer where there is more to tell, always within a cell', async () => {
    const owes: Owed[] = [];
    const { context, digest } = await aTownThatOwes(owes);
    const people = Array.from({ length: 450 }, (_, nth) => `person-${'x'.repeat(26)}-${nth}`);
    for (const who of people) await context.list(People).create(aPerson(who));
    for (const [nth, who] of people.entries())
      for (let each = 0; each < (nth < 400 ? 1 : 150); each += 1)
        owes.push(task(`key-${'y'.repeat(60)}-${nth}-${each}`, who));
    const digests = people.flatMap((who) => digest(who, tuesday) ?? []);
    const pages = pagesOf(digests.map(toldIn));
    expect(pages.slice(0, 2).map((page) => page.people.length)).toEqual([200, 200]);
    expect(pages.flatMap((page) => page.people.map((one) => one.person))).toEqual(people);
    expect(pages.flatMap((page) => page.people.map(({ lines }) => lines.length))).toEqual(
      people.map((_, nth) => (nth < 400 ? 1 : 150)),
    );
    const { encode } = codecOf(ReminderPages);
    for (const [nth, page] of pages.entries()) {
      encode({ key: `page-${nth}`, title: 'page', day: day(tuesday), position: nth, ...page });
      for (const { lines } of page.people)
        for (const { about, key: name } of lines) expect(page.subjects[about]?.title).toBe(`Title ${name}`);
    }
  });

  const keys = (count: number) => Array.from({ length: count }, (_, nth) => `key-${'y'.repeat(150)}-${nth}`);
  /** One ISK with so many own and others' obligations that they fill many pages. */
  async function aTownThatIsLate(count: number) {
    const town = await aTownThatOwes([
      ...keys(count).map((name) => task(name, 'isk-nord', { due: '2026-11-20' })),
      ...keys(count).map((name, nth) => task(`others-${name}`, `late-${nth}`, { due: '2026-11-10' })),
    ]);
    for (let nth = 0; nth < count; nth += 1) await town.context.list(People).create(aPerson(`late-${nth}`));
    return town;
  }
  const toldOf = (context: Context, who: string) => {
    const planned = plannedOn(context, day(tuesday)).get(person(who));
    return planned ? linesOf(planned).map(({ key: name }) => name) : [];
  };

  it('leave out nothing that somebody was told of, however much it is, and what others owe as a number', async () => {
    const { context } = await aTownThatIsLate(500);
    await planAndSend(context);
    const { rows } = await logOf(context, tuesday, { offset: 0, limit: 500, personId: 'isk-nord' });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.lines).toHaveLength(500);
    expect(rows[0]?.others).toMatchObject([{ overdue: 1_000 }]);
    expect(new Set(toldOf(context, 'isk-nord'))).toEqual(new Set(keys(500)));
    const { escalations } = leftOfDigest(context, person('isk-nord'), day(tuesday));
    expect(escalations.flatMap(({ obligations }) => obligations)).toHaveLength(1_000);
    expect(recipients(context).filter((one) => one.startsWith('isk-nord'))).toEqual(['isk-nord sent']);
  });

  it('are completed by the next run when the program ended between two of one person', async () => {
    const { context, another } = await aTownThatIsLate(500);
    const dying = another();
    const { list } = dying;
    let left = 0;
    dying.list = (definition) => {
      const handle = list(definition);
      if (definition.name !== 'ReminderPages') return handle;
      return {
        ...handle,
        get version() {
          return handle.version;
        },
        create: async (record, lane) => {
          if ((left -= 1) < 0) throw new Error('killed');
          return handle.create(record, lane);
        },
      };
    };
    let before = -1;
    // Killed before its first page, after it, after the second, until a run completes.
    for (let kept = 1; before < 500; kept += 1) {
      left = 1;
      await planDigests(dying).catch(() => undefined);
      const now = toldOf(context, 'isk-nord').length;
      if (now < 500) expect(digestKind.audience(context, tuesday)).not.toContain('isk-nord');
      expect(kept).toBeLessThan(50);
      before = now;
    }
    left = Infinity;
    await planDigests(dying);
    expect(toldOf(context, 'isk-nord').toSorted()).toEqual(keys(500).toSorted());
    const planned = plannedOn(context, day(tuesday)).get(person('isk-nord'));
    expect(planned && otherCentres(planned)).toMatchObject([{ overdue: 1_000 }]);
    expect(digestKind.audience(context, tuesday)).toContain('isk-nord');
  });
});

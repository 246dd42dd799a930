import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { Campaigns, DeliveryBlocks, startCampaign, type Recipient } from '../../../api/deliveries/index.ts';
import { nowOf } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { recordNudge } from '../../../api/obligations/index.ts';
import { digestsOf, isDigestRepeated, ReminderCadences, ReminderWishes } from '../../../api/reminders/index.ts';
import type { Wishes } from '../../../api/reminders/wishes.ts';
import { day, person, the } from '../organisation/builders.ts';
import { aTownThatOwes, danish, goesOnLeave, said, wasTold, type Owed } from './builders.ts';

/** Tuesday 24 November 2026; the town's clock is at nine that day. */
const tuesday = '2026-11-24';
const task = (key: string, changes: Partial<Owed> = {}): Owed => ({
  key,
  kind: 'doWheelTask',
  personId: 'anne',
  since: '2026-06-01',
  due: tuesday,
  ...changes,
});
const policy = (changes: Partial<Owed> = {}) => task('policy', { kind: 'acknowledgePolicy', ...changes });

const wishes = (context: Context, who: string, changes: Partial<Wishes>) =>
  context.list(ReminderWishes).create({
    key: who,
    title: who,
    wishes: { hour: 8, rhythm: 'daily', weekday: 1, muted: [], ...changes },
    changedAt: nowOf(context.clock),
  });

describe('digestOf', () => {
  it('names what has a step since the latest digest, as it stands on the day, longest overdue first', async () => {
    const { digest } = await aTownThatOwes([
      task('today'),
      task('late', { due: '2026-11-16' }),
      task('soon', { due: '2026-12-08' }),
      task('far', { due: '2026-12-09' }),
    ]);
    expect(said(digest('anne', tuesday))).toEqual(['overdue late', 'onTheDay today', 'before soon']);
  });

  it('says nothing on a day without a step, and lets what is near stand along on a day with one', async () => {
    const { context, digest } = await aTownThatOwes([
      task('today', { since: '2026-11-22' }),
      task('near', { due: '2026-12-01' }),
      task('late', { due: '2026-11-20' }),
    ]);
    await wasTold(context, '2026-11-20', ['anne'], 'sent', { keys: ['late'] });
    expect(digest('anne', '2026-11-23')).toBeUndefined();
    expect(said(digest('anne', tuesday))).toEqual(['onTheDay today', 'along near']);
  });

  it('tells the first time what fell at any time before', async () => {
    const { digest } = await aTownThatOwes([task('old', { due: '2026-08-03' })]);
    expect(said(digest('anne', tuesday))).toEqual(['overdue old']);
  });

  it('catches up once with what fell on a weekend, a holiday or while the program was down', async () => {
    const { context, digest } = await aTownThatOwes([task('saturday', { due: '2026-11-21' })]);
    await wasTold(context, '2026-11-18', ['anne']);
    for (const closed of ['2026-11-21', '2026-11-22', '2026-12-25', '2026-12-26', '2027-01-01'])
      expect(digest('anne', closed)).toBeUndefined();
    expect(said(digest('anne', '2026-11-23'))).toEqual(['overdue saturday']);
    await wasTold(context, '2026-11-23', ['anne'], 'sent', { keys: ['saturday'] });
    expect(digest('anne', tuesday)).toBeUndefined();
  });

  it('reminds weekly for years', async () => {
    const { context, setNow, digest } = await aTownThatOwes([task('old')]);
    setNow(danish('2028-11-14', 9));
    await wasTold(context, '2028-11-07', ['anne'], 'sent', { keys: ['old'] });
    expect(digest('anne', '2028-11-13')).toBeUndefined();
    expect(said(digest('anne', '2028-11-14'))).toEqual(['overdue old']);
  });

  it('counts neither a card that may have arrived as told, nor one that did not; a repeat that may have is the last', async () => {
    const { context, digest } = await aTownThatOwes([
      task('anne', { due: '2026-11-23' }),
      task('bo', { personId: 'bo', due: '2026-11-23' }),
    ]);
    await wasTold(context, '2026-11-23', ['anne'], 'uncertain', { keys: ['anne'] });
    await context.list(DeliveryBlocks).update('digest-2026-11-23_1', ({ recipients }) => ({
      recipients: [...recipients, { person: person('bo'), state: 'notInstalled', at: nowOf(context.clock) }],
    }));
    expect(said(digest('anne', tuesday))).toEqual(['overdue anne']);
    expect(said(digest('bo', tuesday))).toEqual(['overdue bo']);
    expect(isDigestRepeated(context, person('anne'), day(tuesday))).toBe(true);
    expect(isDigestRepeated(context, person('anne'), day('2026-11-23'))).toBe(false);
    expect(isDigestRepeated(context, person('bo'), day(tuesday))).toBe(false);
    await context.list(DeliveryBlocks).update('digest-2026-11-23_1', ({ recipients }) => ({
      recipients: recipients.map((recipient) => ({ ...recipient, isRepeat: true })),
    }));
    expect(digest('anne', tuesday)).toBeUndefined();
    expect(isDigestRepeated(context, person('anne'), day(tuesday))).toBe(false);
  });

  it('is no repeat when a later digest arrived', async () => {
    const { context } = await aTownThatOwes([task('anne', { due: '2026-11-20' })]);
    await wasTold(context, '2026-11-20', ['anne'], 'uncertain');
    expect(isDigestRepeated(context, person('anne'), day(tuesday))).toBe(true);
    await wasTold(context, '2026-11-23', ['anne']);
    expect(isDigestRepeated(context, person('anne'), day(tuesday))).toBe(false);
  });

  it('stays the same after it was sent, so that the card can be drawn anew, but for what is done', async () => {
    const owes = [task('one'), task('two')];
    const { context, digest } = await aTownThatOwes(owes);
    await wasTold(context, tuesday, ['anne']);
    expect(said(digest('anne', tuesday))).toEqual(['onTheDay one', 'onTheDay two']);
    owes[0] = task('one', { isDone: true });
    expect(said(digest('anne', tuesday))).toEqual(['onTheDay two']);
    owes[1] = task('two', { isDone: true });
    expect(digest('anne', tuesday)).toBeUndefined();
  });

  it('leaves people on leave alone, and tells them when they are back', async () => {
    const { context, digest } = await aTownThatOwes([task('today')]);
    await goesOnLeave(context, 'anne', { absentFrom: day('2026-11-20'), absentTo: day('2026-11-29') });
    expect(digest('anne', tuesday)).toBeUndefined();
    expect(said(digest('anne', '2026-11-30'))).toEqual(['overdue today']);
  });

  it('says nothing to whoever has left', async () => {
    const { context, digest } = await aTownThatOwes([task('today')]);
    await context.list(People).update('anne', () => ({ leftOn: day(tuesday) }));
    expect(digest('anne', tuesday)).toBeUndefined();
  });

  it('follows the cadence that the team set', async () => {
    const { context, digest } = await aTownThatOwes([task('soon', { due: '2026-11-26' })]);
    expect(digest('anne', tuesday)).toBeDefined();
    await wasTold(context, '2026-11-23', ['anne']);
    expect(digest('anne', tuesday)).toBeUndefined();
    await context.list(ReminderCadences).create({
      key: 'doWheelTask',
      title: 'doWheelTask',
      cadence: { before: [2], onTheDay: false, overdueEvery: 30 },
      changedBy: person('ciso'),
      changedAt: nowOf(context.clock),
    });
    expect(said(digest('anne', tuesday))).toEqual(['before soon']);
  });
});

describe('a nudge', () => {
  const course = task('course', { kind: 'takeCourse', due: '2026-12-20', subject: 'round-1' });
  const nudge = (context: Context) =>
    recordNudge(context, the(context, 'isk-nord'), {
      kind: 'takeCourse',
      subjectKey: 'round-1',
      people: [person('anne')],
    });

  it('is a step on its day, about its own subject only', async () => {
    const { context, digest } = await aTownThatOwes([course, { ...course, key: 'other', subject: 'round-2' }]);
    expect(digest('anne', tuesday)).toBeUndefined();
    await nudge(context);
    expect(said(digest('anne', tuesday))).toEqual(['nudge course']);
  });

  it('comes the next working day when the card of its day has gone', async () => {
    const { context, digest } = await aTownThatOwes([course, task('today')]);
    await wasTold(context, tuesday, ['anne'], 'sent', { keys: ['today'] });
    await nudge(context);
    expect(said(digest('anne', '2026-11-25'))).toEqual(['nudge course']);
    await wasTold(context, '2026-11-25', ['anne'], 'sent', { keys: ['course'] });
    expect(digest('anne', '2026-11-26')).toBeUndefined();
  });

  it('waits until a week has gone since the person was told of it, and is not forgotten when other cards go meanwhile', async () => {
    const { context, digest, setNow } = await aTownThatOwes([course, task('thursday', { due: '2026-11-26' })]);
    await wasTold(context, '2026-11-20', ['anne'], 'sent', { keys: ['course'] });
    await nudge(context);
    expect(said(digest('anne', '2026-11-26'))).toEqual(['onTheDay thursday']);
    await wasTold(context, '2026-11-26', ['anne'], 'sent', { keys: ['thursday'] });
    setNow(danish('2026-11-27', 9));
    expect(said(digest('anne', '2026-11-27'))).toEqual(['nudge course']);
  });
});

describe('wishes', () => {
  it('bring the week together on the wished day, or on the first working day after a holiday', async () => {
    const { context, setNow, digest } = await aTownThatOwes(
      [task('late', { due: '2026-12-16' })],
      danish('2026-12-16', 9),
    );
    await wishes(context, 'anne', { rhythm: 'weekly', weekday: 5 });
    await wasTold(context, '2026-12-11', ['anne']);
    expect(digest('anne', '2026-12-16')).toBeUndefined();
    expect(said(digest('anne', '2026-12-18'))).toEqual(['overdue late']);
    await wasTold(context, '2026-12-18', ['anne'], 'sent', { keys: ['late'] });
    setNow(danish('2026-12-28', 9));
    // Friday 25 December is a holiday, and Saturday the 26th too.
    expect(digest('anne', '2026-12-24')).toBeUndefined();
    expect(said(digest('anne', '2026-12-28'))).toEqual(['overdue late']);
  });

  it('let a weekly digest that was missed come late, once', async () => {
    const { context, digest, setNow } = await aTownThatOwes([task('late', { due: '2026-11-17' })]);
    await wishes(context, 'anne', { rhythm: 'weekly', weekday: 1 });
    await wasTold(context, '2026-11-16', ['anne']);
    expect(said(digest('anne', tuesday))).toEqual(['overdue late']);
    await wasTold(context, tuesday, ['anne'], 'sent', { keys: ['late'] });
    setNow(danish('2026-11-27', 9));
    expect(digest('anne', '2026-11-27')).toBeUndefined();
  });

  it('repeat on the weekly day what is overdue though a card went meanwhile for what the law requires', async () => {
    const { context, setNow, digest } = await aTownThatOwes([task('late', { due: '2026-11-12' }), policy()]);
    await wishes(context, 'anne', { rhythm: 'weekly', weekday: 5 });
    await wasTold(context, '2026-11-20', ['anne'], 'sent', { keys: ['late'] });
    expect(said(digest('anne', tuesday))).toEqual(['onTheDay policy']);
    await wasTold(context, tuesday, ['anne'], 'sent', { keys: ['policy'] });
    setNow(danish('2026-11-27', 9));
    expect(said(digest('anne', '2026-11-27'))).toEqual(['overdue late']);
  });

  it('keep what everybody must do on its own days', async () => {
    const { context, digest } = await aTownThatOwes([policy()]);
    await wishes(context, 'anne', { rhythm: 'weekly', weekday: 5, muted: ['acknowledgePolicy'] });
    expect(said(digest('anne', tuesday))).toEqual(['onTheDay policy']);
  });

  it('mute a kind for oneself, and for nobody who follows it up', async () => {
    const { context, digest } = await aTownThatOwes([task('late', { due: '2026-11-16' }), policy()]);
    await wishes(context, 'anne', { muted: ['doWheelTask'] });
    expect(said(digest('anne', tuesday))).toEqual(['onTheDay policy']);
    expect(said(digest('isk-nord', tuesday))).toEqual(['coordinator late']);
  });
});

describe('a card of its own', () => {
  const card = async (context: Context, recipient: Pick<Recipient, 'state'> & { on?: string }) => {
    await startCampaign(context, {
      key: 'card',
      kind: 'policy',
      title: 'Policy',
      subjectKey: 'version-1',
      startedBy: person('ciso'),
    });
    await context.list(DeliveryBlocks).create({
      key: 'card_1',
      title: 'card',
      campaignKey: 'card',
      position: 1,
      recipients: [
        {
          person: person('anne'),
          state: recipient.state,
          at: nowOf({ now: () => new Date(danish(recipient.on ?? tuesday, 8)) }),
        },
      ],
    });
  };
  const short = policy({ subject: 'version-1', since: '2026-11-20' });

  it('about the same policy is enough for that day, and tells what fell until then', async () => {
    const { context, digest } = await aTownThatOwes([short]);
    expect(digest('anne', tuesday)).toBeDefined();
    await card(context, { state: 'sent' });
    expect(digest('anne', tuesday)).toBeUndefined();
    expect(digest('anne', '2026-11-25')).toBeUndefined();
    expect(digest('anne', '2026-12-01')).toBeUndefined();
    expect(said(digest('anne', '2026-12-07'))).toEqual(['overdue policy']);
  });

  it('that is about to go counts too, unless its campaign rests', async () => {
    const { context, digest } = await aTownThatOwes([short]);
    await card(context, { state: 'waiting' });
    expect(digest('anne', tuesday)).toBeUndefined();
    await context.list(Campaigns).update('card', () => ({ state: 'paused' }));
    expect(said(digest('anne', tuesday))).toEqual(['onTheDay policy']);
  });

  it('lets everything else wait for the next working day, since nobody gets two cards a day', async () => {
    const { context, digest } = await aTownThatOwes([short, task('other')]);
    await card(context, { state: 'sent' });
    expect(digest('anne', tuesday)).toBeUndefined();
    expect(said(digest('anne', '2026-11-25'))).toEqual(['overdue other', 'along policy']);
  });

  it('about a vote is enough for that day, and the digest names the vote when it is nearly due', async () => {
    const vote = {
      key: 'vote',
      kind: 'vote',
      personId: 'anne',
      subject: 'version-1',
      since: tuesday,
      due: '2026-11-27',
    };
    const { context, digest } = await aTownThatOwes([vote, task('other')]);
    await card(context, { state: 'sent' });
    expect(digest('anne', tuesday)).toBeUndefined();
    expect(said(digest('anne', '2026-11-25'))).toEqual(['overdue other', 'before vote']);
    expect(said(digest('anne', '2026-12-07'))).toContain('overdue vote');
  });

  it('that did not arrive counts for nothing', async () => {
    const { context, digest } = await aTownThatOwes([short]);
    await card(context, { state: 'notInstalled' });
    expect(said(digest('anne', tuesday))).toEqual(['onTheDay policy']);
  });
});

describe('digestsOf', () => {
  it('is what digestOf says of everybody, by person id', async () => {
    const { context, digest } = await aTownThatOwes([
      task('one'),
      task('two', { personId: 'bo', due: '2026-11-01' }),
      task('three', { personId: 'manager-syd', due: '2026-12-24' }),
    ]);
    const plan = digestsOf(context, day(tuesday));
    expect(plan.map(({ personId }) => personId)).toEqual(['anne', 'bo', 'isk-syd', 'manager-syd']);
    for (const each of plan) expect(digest(each.personId, tuesday)).toEqual(each);
  });

  it('counts what can still be sent before a day to come as sent', async () => {
    const { context, setNow } = await aTownThatOwes([task('today'), task('thursday', { due: '2026-11-26' })]);
    const keys = (on: string) => digestsOf(context, day(on)).map((digest) => said(digest));
    expect(keys('2026-11-25')).toEqual([]);
    expect(keys('2026-11-26')).toEqual([['along today', 'onTheDay thursday']]);
    setNow(danish(tuesday, 16));
    expect(keys('2026-11-25')).toEqual([['overdue today', 'before thursday']]);
  });
});

import { setImmediate as breath } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import {
  declareCampaignKinds,
  DeliveryBlocks,
  recordConversation,
  startCampaign,
  type CampaignKind,
} from '../../../api/deliveries/index.ts';
import { inSlices } from '../../../api/kernel/index.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { digestKind, planDigests, ReminderCadences } from '../../../api/reminders/index.ts';
import { defaultCadence } from '../../../api/reminders/cadence.ts';
import { cadenceList, cadenceView } from '../../../api/reminders/cadence-views.ts';
import { changeCadence, resetCadence } from '../../../api/reminders/change-cadence.ts';
import { chooseWishes } from '../../../api/reminders/choose-wishes.ts';
import { logDays, logOf } from '../../../api/reminders/log.ts';
import { plannedOn } from '../../../api/reminders/planned.ts';
import { previewOf } from '../../../api/reminders/preview.ts';
import { ReminderWishes } from '../../../api/reminders/wishes-list.ts';
import { wishesView } from '../../../api/reminders/wishes-view.ts';
import { day, person, refusal, the } from '../organisation/builders.ts';
import { aTownThatOwes, danish, planAndSend, type Owed } from './builders.ts';

const tuesday = '2026-11-24';
const task = (key: string, personId = 'anne', changes: Partial<Owed> = {}): Owed => ({
  key,
  kind: 'doWheelTask',
  personId,
  since: '2026-06-01',
  due: tuesday,
  ...changes,
});
const page = { offset: 0, limit: 50 };

describe('cadences', () => {
  const weekly = { before: [1, 30, 1], onTheDay: false, overdueEvery: 14, managerAfter: 3 };

  it('come with defaults for every kind, and say which nobody can switch off', async () => {
    const { context } = await aTownThatOwes();
    const { cadences, abilities } = cadenceList(context, the(context, 'auditor'));
    expect(cadences.map(({ kind, legallyRequired, isDefault }) => [kind, legallyRequired, isDefault])).toEqual([
      ['acknowledgePolicy', true, true],
      ['takeCourse', true, true],
      ['acknowledgeProcedure', false, true],
      ['vote', false, true],
      ['recordDecision', false, true],
      ['answerComments', false, true],
      ['readAnswer', false, true],
      ['resubmit', false, true],
      ['reviewProcedure', false, true],
      ['reapprovePolicy', false, true],
      ['assessAsset', false, true],
      ['doRiskAction', false, true],
      ['renewAcceptance', false, true],
      ['renewAppointment', false, true],
      ['reviewService', false, true],
      ['reviewControl', false, true],
      ['writePlan', false, true],
      ['writeRestorePlan', false, true],
      ['reviewPlan', false, true],
      ['confirmPart', false, true],
      ['placePack', false, true],
      ['testPlan', false, true],
      ['evaluateTest', false, true],
      ['doImprovement', false, true],
      ['answerInspection', false, true],
      ['reportInspection', false, true],
      ['recheckFinding', false, true],
      ['closeDowntime', false, true],
      ['doWheelTask', false, true],
    ]);
    expect(abilities).toEqual({ edit: false, seePeople: true });
    expect(cadenceList(context, the(context, 'committee')).abilities).toEqual({ edit: false, seePeople: false });
    expect(logDays(context, the(context, 'committee')).abilities).toEqual({ seePeople: false });
    expect(cadenceList(context, the(context, 'team')).abilities).toEqual({ edit: true, seePeople: true });
  });

  it('are changed by the team, with each step once and a trace of who did it', async () => {
    const { context } = await aTownThatOwes();
    await changeCadence(context, the(context, 'team'), 'doWheelTask', weekly);
    expect(cadenceView(context, 'doWheelTask')).toEqual({
      kind: 'doWheelTask',
      etag: expect.any(String) as unknown,
      before: [30, 1],
      onTheDay: false,
      overdueEvery: 14,
      managerAfter: 3,
      legallyRequired: false,
      isDefault: false,
      changedBy: expect.objectContaining({ id: 'team', name: 'Person team' }) as unknown,
      changedAt: context.clock.now().toISOString(),
    });
    expect(context.list(AuditEntries).all()).toMatchObject([
      { title: 'changeCadence', subjectKey: 'doWheelTask', actorId: 'team' },
    ]);
  });

  it('are changed again, and lose what is not given any more', async () => {
    const { context, setNow } = await aTownThatOwes();
    await changeCadence(context, the(context, 'ciso'), 'doWheelTask', weekly);
    setNow(danish(tuesday, 10));
    await changeCadence(context, the(context, 'ciso'), 'doWheelTask', { before: [], onTheDay: true, overdueEvery: 7 });
    expect(context.list(ReminderCadences).all()).toHaveLength(1);
    expect(cadenceView(context, 'doWheelTask')).not.toHaveProperty('managerAfter');
    expect(context.list(AuditEntries).all()).toHaveLength(2);
  });

  it('go back to how they came, also twice', async () => {
    const { context } = await aTownThatOwes();
    await changeCadence(context, the(context, 'ciso'), 'doWheelTask', weekly);
    await resetCadence(context, the(context, 'ciso'), 'doWheelTask');
    await resetCadence(context, the(context, 'ciso'), 'doWheelTask');
    expect(cadenceView(context, 'doWheelTask')).toMatchObject({ ...defaultCadence('doWheelTask'), isDefault: true });
    expect(
      context
        .list(AuditEntries)
        .all()
        .map(({ title }) => title),
    ).toEqual(['changeCadence', 'resetCadence']);
  });

  it('are refused to others, for unknown kinds, and when a manager would be told before the ISK', async () => {
    const { context } = await aTownThatOwes();
    const change = (who: string, kind: string, changes = {}) =>
      refusal(() => changeCadence(context, the(context, who), kind, { ...weekly, ...changes }));
    for (const who of ['anne', 'isk-nord', 'manager-nord', 'committee', 'auditor', 'board'])
      expect(await change(who, 'doWheelTask')).toBe('reminders.mayNotEdit');
    expect(await change('ciso', 'playTheLute')).toBe('reminders.noSuchKind');
    expect(await change('ciso', 'doWheelTask', { coordinatorAfter: 7 })).toBe('reminders.ladder');
    expect(await refusal(() => resetCadence(context, the(context, 'auditor'), 'doWheelTask'))).toBe(
      'reminders.mayNotEdit',
    );
    expect(context.list(ReminderCadences).all()).toEqual([]);
  });
});

describe('wishes', () => {
  const chosen = { hour: 13, rhythm: 'weekly' as const, weekday: 3, muted: ['doWheelTask', 'doWheelTask'] };

  it('are eight o’clock and daily until a person chooses, and change as often as they like', async () => {
    const { context, setNow } = await aTownThatOwes();
    const anne = the(context, 'anne');
    expect(wishesView(context, anne)).toMatchObject({ hour: 8, rhythm: 'daily', muted: [], isDefault: true });
    await chooseWishes(context, anne, chosen);
    expect(wishesView(context, anne)).toMatchObject({ ...chosen, muted: ['doWheelTask'], isDefault: false });
    await chooseWishes(context, anne, { ...chosen, hour: 9, muted: [] });
    expect(wishesView(context, anne)).toMatchObject({ hour: 9, muted: [] });
    const stored = context.list(ReminderWishes).get('anne');
    setNow('2026-11-25T10:00:00.000Z');
    await chooseWishes(context, anne, { ...chosen, hour: 9, muted: [] });
    expect(context.list(ReminderWishes).get('anne')).toEqual(stored);
    expect(wishesView(context, the(context, 'bo'))).toMatchObject({ isDefault: true });
  });

  it('cannot mute what everybody must do, and are not asked about work that never comes to them', async () => {
    const { context } = await aTownThatOwes([
      { key: 'a', kind: 'vote', personId: 'committee', since: '2026-11-20', due: '2026-11-30' },
    ]);
    const mute = (kind: string) =>
      refusal(() => chooseWishes(context, the(context, 'anne'), { ...chosen, muted: [kind] }));
    expect(await mute('acknowledgePolicy')).toBe('reminders.required');
    expect(await mute('takeCourse')).toBe('reminders.required');
    expect(wishesView(context, the(context, 'anne')).kinds).toEqual([
      { kind: 'acknowledgePolicy', legallyRequired: true },
      { kind: 'takeCourse', legallyRequired: true },
      { kind: 'acknowledgeProcedure', legallyRequired: false },
      { kind: 'doWheelTask', legallyRequired: false },
    ]);
    const committee = wishesView(context, the(context, 'committee')).kinds.map(({ kind }) => kind);
    expect(committee).toContain('vote');
    expect(committee).not.toContain('resubmit');
  });
});

describe('the preview', () => {
  it('says of the next working day who gets what, why, when, and who cannot be reached', async () => {
    const { context } = await aTownThatOwes([
      task('monday', 'anne', { due: '2026-11-30' }),
      task('late', 'bo', { since: '2026-11-30', due: '2026-11-21' }),
      task('done', 'bo', { due: '2026-11-30', isDone: true }),
    ]);
    await chooseWishes(context, the(context, 'anne'), { hour: 13, rhythm: 'daily', weekday: 1, muted: [] });
    await context.list(People).update('isk-syd', () => ({ teams: false }));
    recordConversation(context, { person: person('bo'), state: 'blocked' });
    expect(await previewOf(context, page)).toMatchObject({ day: '2026-11-25', total: 0 });
    const preview = await previewOf(context, { ...page, day: day('2026-11-30') });
    expect(preview).toMatchObject({ day: '2026-11-30', working: true, nextWorkingDay: '2026-12-01', total: 3 });
    expect(preview.unreachable).toBe(2);
    expect(preview).not.toHaveProperty('holiday');
    expect(preview.digests).toMatchObject([
      {
        person: { name: 'Anne Aagaard' },
        hour: 13,
        lines: [{ kind: 'doWheelTask', title: 'Title monday', due: '2026-11-30', daysLeft: 0, step: 'onTheDay' }],
      },
      { person: { name: 'Bo Ærø' }, hour: 8, lines: [{ daysLeft: -9, step: 'overdue' }], unreachable: 'blocked' },
      {
        person: { id: 'isk-syd' },
        lines: [],
        others: [{ centre: { id: 'syd' }, overdue: 1, groups: [{ title: 'Title late', count: 1 }] }],
        unreachable: 'noTeams',
      },
    ]);
    expect(preview.digests[0]).not.toHaveProperty('unreachable');
  });

  it('is empty on closed days, names the holiday, and says when it is caught up', async () => {
    const { context } = await aTownThatOwes([task('late', 'anne', { due: '2026-11-01' })]);
    expect(await previewOf(context, { ...page, day: day('2026-12-25') })).toMatchObject({
      working: false,
      holiday: 'Juledag',
      nextWorkingDay: '2026-12-28',
      digests: [],
    });
    expect(await previewOf(context, { ...page, day: day('2026-11-28') })).toMatchObject({
      working: false,
      nextWorkingDay: '2026-11-30',
    });
  });

  it('leaves out who gets another card that day, as the sender does, and tells them on the next', async () => {
    const due = '2026-11-25';
    const { context, setNow } = await aTownThatOwes(
      [task('one', 'anne', { due }), task('two', 'bo', { due }), task('three', 'isk-nord', { due })],
      danish(tuesday, 17),
    );
    const kind = (name: string, changes: Partial<CampaignKind>): CampaignKind => ({
      ...digestKind,
      kind: name,
      hours: { when: 'working', because: 'a test' },
      isOver: () => false,
      recheck: () => 'send',
      ...changes,
    });
    const precedes = kind('precedes', { joinsFirst: true, audience: () => [person('anne')] });
    declareCampaignKinds(context, [digestKind, precedes, kind('waits', { audience: () => [person('bo')] })]);
    for (const name of ['precedes', 'waits'])
      await startCampaign(context, { key: name, kind: name, title: name, subjectKey: 'x', startedBy: person('ciso') });
    const block = { key: 'waits_1', title: 'waits', campaignKey: 'waits', position: 1 };
    await context.list(DeliveryBlocks).create({ ...block, recipients: [{ person: person('bo'), state: 'waiting' }] });
    const seen = async (on: string) =>
      (await previewOf(context, { ...page, day: day(on) })).digests.map((digest) => digest.person.name);
    expect(await seen(due)).toEqual(['Mette Sørensen']);
    expect(await seen('2026-11-26')).toEqual(['Anne Aagaard', 'Bo Ærø']);
    setNow(danish(due, 8));
    await planDigests(context);
    expect([...plannedOn(context, day(due)).keys()]).toEqual(['isk-nord']);
  });

  it('names those whom nothing reaches on the days after, too: nothing has told them', async () => {
    const late = { due: '2026-11-20' };
    const { context } = await aTownThatOwes([task('a', 'anne', late), task('b', 'bo', late)], danish(tuesday, 17));
    recordConversation(context, { person: person('bo'), state: 'blocked' });
    const seen = async (on: string) => {
      const { digests, estimated } = await previewOf(context, { ...page, day: day(on) });
      return [estimated, digests.map((digest) => digest.person.name)];
    };
    expect(await seen('2026-11-25')).toEqual([false, ['Anne Aagaard', 'Bo Ærø']]);
    expect(await seen('2026-11-26')).toEqual([true, ['Bo Ærø']]);
  });

  it('is searched by name and read a page at a time', async () => {
    const { context } = await aTownThatOwes([task('one'), task('two', 'bo'), task('three', 'isk-nord')]);
    const seen = async (query: object) => {
      const { total, digests } = await previewOf(context, { ...page, day: day(tuesday), ...query });
      return [total, digests.map((digest) => digest.person.name)];
    };
    expect(await seen({})).toEqual([3, ['Anne Aagaard', 'Bo Ærø', 'Mette Sørensen']]);
    expect(await seen({ q: 'aagård' })).toEqual([1, ['Anne Aagaard']]);
    expect(await seen({ offset: 1, limit: 1 })).toEqual([3, ['Bo Ærø']]);
  });
});

describe('a plan that somebody waits for', () => {
  it('is made once for all its pages and readers, and anew when something changes', async () => {
    const { context, owes } = await aTownThatOwes([task('one'), task('two', 'bo'), task('three', 'isk-nord')]);
    declareObligationSources(context, {
      personal: [
        {
          kinds: ['doWheelTask'],
          lists: [People],
          all: () =>
            owes.map(({ personId, key, kind, since, due }) => ({
              ...{ key, kind, personId: person(personId), since: day(since), due: day(due) },
              ...{ subject: { key, title: key }, state: 'open' as const, personal: false, path: '/' },
            })),
          of: () => [],
        },
      ],
      shared: [],
    });
    let asked = 0;
    const { list } = context;
    context.list = (definition) => {
      const handle = list(definition);
      if (definition.name !== 'ReminderWishes') return handle;
      return {
        ...handle,
        get version() {
          return handle.version;
        },
        get: (key) => ((asked += 1), handle.get(key)),
      };
    };
    const look = (offset: number) => previewOf(context, { offset, limit: 1, day: day(tuesday) });
    const [{ total }] = await Promise.all([look(0), look(1)]);
    expect(total).toBe(3);
    const whole = asked;
    await look(2);
    expect(asked - whole).toBe(1);
    await context.list(People).update('bo', () => ({ leftOn: day('2026-11-01') }));
    expect((await look(0)).total).toBe(2);
  });

  it('lets others in between', async () => {
    const until = (end: number) => {
      while (performance.now() < end);
    };
    let turns = 0;
    let isOver = false;
    const others = (async () => {
      while (!isOver) {
        turns += 1;
        await breath();
      }
    })();
    await inSlices([1, 2, 3, 4], () => until(performance.now() + 15));
    isOver = true;
    await others;
    expect(turns).toBeGreaterThanOrEqual(4);
  });
});

describe('the log', () => {
  it('says who was told what on a day, what became of the card, and what has been done since', async () => {
    const owes = [
      task('one'),
      task('along', 'anne', { due: '2026-12-01' }),
      task('two', 'bo', { due: '2026-11-16' }),
      task('three', 'team'),
    ];
    const { context } = await aTownThatOwes(owes);
    await planAndSend(context, (who) => (who === 'team' ? 'failed' : 'sent'));
    owes[0] = task('one', 'anne', { isDone: true });
    owes[3] = task('three', 'team', { isDone: true });
    expect(logDays(context, the(context, 'ciso')).days).toEqual([
      { day: tuesday, counts: { sent: 3, failed: 1 }, told: 3, doneSince: 1, closed: false },
    ]);
    const { rows, total } = await logOf(context, tuesday, page);
    expect(total).toBe(4);
    const told = rows.map((row) => [
      row.person.name,
      row.state,
      ...row.lines.map((line) => [line.title, line.doneSince]),
    ]);
    expect(told).toEqual([
      ['Anne Aagaard', 'sent', ['Title one', true], ['Title along', false]],
      ['Bo Ærø', 'sent', ['Title two', false]],
      ['Person isk-syd', 'sent'],
      ['Person team', 'failed', ['Title three', true]],
    ]);
    expect(rows.find((row) => row.person.id === 'isk-syd')?.others).toMatchObject([
      { centre: { id: 'syd' }, overdue: 1, groups: [{ title: 'Title two', count: 1 }] },
    ]);
    expect(rows[0]?.at).toBe(context.clock.now().toISOString());
  });

  it('has the newest day first, and is searched by name and by person', async () => {
    const { context, setNow } = await aTownThatOwes([task('one'), task('two', 'bo', { due: '2026-11-25' })]);
    await planAndSend(context);
    setNow(danish('2026-12-07', 9));
    await planAndSend(context);
    expect(logDays(context, the(context, 'ciso')).days.map((each) => each.day)).toEqual(['2026-12-07', tuesday]);
    const names = async (query: object) =>
      (await logOf(context, '2026-12-07', { ...page, ...query })).rows.map((row) => row.person.name);
    expect(await names({ q: 'bo' })).toEqual(['Bo Ærø']);
    expect(await names({ personId: 'anne' })).toEqual(['Anne Aagaard']);
    expect(await names({ offset: 1, limit: 1 })).toEqual(['Bo Ærø']);
    expect(await refusal(() => logOf(context, 'yesterday', page))).toBe('reminders.noSuchDay');
    expect((await logOf(context, '2026-11-26', page)).rows).toEqual([]);
  });
});

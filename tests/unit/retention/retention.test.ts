import { describe, expect, it } from 'vitest';
import { Acknowledgements, receiptsOf } from '../../../api/acknowledgements/index.ts';
import { AuditEntries, auditHistory, continueAudit, recordAct } from '../../../api/audit/index.ts';
import { Completions, Exemptions } from '../../../api/awareness/index.ts';
import type { Context } from '../../../api/context.ts';
import { personAfter } from '../../../api/directory/person-after.ts';
import { figureValues } from '../../../api/figures/index.ts';
import { ClosedMonths, closedRecords, closeMonths, declareHistory, filesOf } from '../../../api/history/index.ts';
import { nowOf, unavailable, type Actor, type Instant, type LocalDate } from '../../../api/kernel/index.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { declareRetention, deleteExpired, Retention } from '../../../api/retention/index.ts';
import { retentionViewOf } from '../../../api/retention/retention-view.ts';
import { setRetention } from '../../../api/retention/set-retention.ts';
import { codecOf } from '../../../api/sharepoint/index.ts';
import { DaySeals, readLeaves, sealDays, verifyTrail, type RawEntry } from '../../../api/trail/index.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { pseudonymOf } from '../../../teams-app/program/pseudonyms.ts';
import { fixedRetention, retentionTable } from '../../../teams-app/program/retention-table.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aCentre, aPerson, anAssignment, centre, day, person, settle } from '../organisation/builders.ts';

const ciso: Actor = { personId: person('ciso'), language: 'da', roles: [{ role: 'ciso' }] } as unknown as Actor;
const auditor = { ...ciso, roles: [{ role: 'auditor' }] } as unknown as Actor;

async function aTown() {
  const { context, setNow } = memoryContext('2026-11-24T09:00:00.000Z');
  declareRetention(context, { rows: retentionTable, fixed: fixedRetention });
  await settle(context, {
    people: [
      aPerson('ciso'),
      aPerson('gone', { phone: '12 34 56 78', leftOn: day('2026-10-01') }),
      aPerson('fresh', { phone: '22 34 56 78', leftOn: day('2026-11-20') }),
      aPerson('here', { phone: '32 34 56 78', absentFrom: day('2024-01-01'), absentTo: day('2024-06-30') }),
    ],
    roles: [anAssignment('ciso', 'ciso')],
  });
  return { context, setNow };
}
const kindIn = (context: Context, kind: string) =>
  retentionViewOf(context, ciso).kinds.find((one) => one.kind === kind);
const phoneOf = (context: Context, key: string) => context.list(People).get(key)?.phone;
const on = (context: Context, kind: string, days: number) => setRetention(context, ciso, kind, { days, isOn: true });

describe('retention', () => {
  it('tells of a night that ended in the middle of its deletion', async () => {
    const { context } = await aTown();
    await on(context, 'leaverPhones', 30);
    const people = context.list(People);
    const { update } = people;
    people.update = async (...given) => {
      await update(...given);
      throw unavailable('sharepoint.away');
    };
    await expect(deleteExpired(context)).rejects.toThrow('sharepoint.away');
    expect(phoneOf(context, 'gone')).toBeUndefined();
    people.update = update;
    await deleteExpired(context);
    expect(kindIn(context, 'leaverPhones')).toMatchObject({ due: { things: 0 }, lastRun: { records: 1 } });
  });

  it('shows beforehand what it would delete, and deletes nothing until the kind is switched on', async () => {
    const { context } = await aTown();
    const shown = kindIn(context, 'leaverPhones');
    expect(shown).toMatchObject({
      days: 30,
      isOn: false,
      due: { things: 1, rows: [{ key: 'gone', day: '2026-10-01' }] },
    });
    await deleteExpired(context);
    expect(phoneOf(context, 'gone')).toBeDefined();
    await on(context, 'leaverPhones', 30);
    await deleteExpired(context);
    expect([phoneOf(context, 'gone'), phoneOf(context, 'fresh'), phoneOf(context, 'here')]).toEqual([
      undefined,
      '22 34 56 78',
      '32 34 56 78',
    ]);
    expect(kindIn(context, 'leaverPhones')).toMatchObject({ due: { things: 0 }, lastRun: { records: 1 } });
    await continueAudit(context);
    const act = context.list(AuditEntries).all().at(-1);
    expect(act).toMatchObject({ title: 'deleteExpired', subjectKey: 'leaverPhones', actorId: 'system' });
    expect(act?.details).toEqual({ days: 30, before: '2026-10-25', records: 1 });
  });

  it('is in the trail once for a press, though it is repeated later', async () => {
    const { context, setNow } = await aTown();
    const press = { ...ciso, idempotencyKey: 'press-1' };
    await setRetention(context, press, 'absences', { days: 400, isOn: true });
    setNow('2026-11-24T09:05:00.000Z');
    await setRetention(context, press, 'absences', { days: 400, isOn: true });
    await setRetention(context, { ...ciso, idempotencyKey: 'press-2' }, 'absences', { days: 500, isOn: true });
    await continueAudit(context);
    const acts = context.list(AuditEntries).all();
    expect(acts.map(({ title, details }) => [title, details['days']])).toEqual([
      ['setRetention', 400],
      ['setRetention', 500],
    ]);
  });

  it('is chosen by CISO and team only, and never shorter than the rules look back', async () => {
    const { context } = await aTown();
    await expect(setRetention(context, auditor, 'absences', { days: 400, isOn: true })).rejects.toMatchObject({
      code: 'retention.mayNotEdit',
    });
    await expect(on(context, 'absences', 30)).rejects.toMatchObject({ code: 'retention.tooShort' });
    await expect(on(context, 'nothing', 30)).rejects.toMatchObject({ code: 'retention.noSuchKind' });
    await on(context, 'absences', 400);
    // A lower value was written in the list by hand.
    await context.list(Retention).update('absences', () => ({ days: 1 }));
    await deleteExpired(context);
    expect(context.list(People).get('here')?.absentFrom).toBeUndefined();
    await on(context, 'absences', 500);
    expect(kindIn(context, 'absences')).toMatchObject({ days: 500, isOn: true });
  });

  it('takes the leave before a later one, and leaves the later one', async () => {
    const { context } = await aTown();
    const [from, to] = [day('2026-12-21'), day('2026-12-31')];
    await context.list(People).update('here', ({ absentFrom, absentTo }) => ({
      earlierFrom: absentFrom,
      earlierTo: absentTo,
      absentFrom: from,
      absentTo: to,
      absenceAt: '2026-11-24T09:00:00.000Z' as Instant,
    }));
    await on(context, 'absences', 400);
    await deleteExpired(context);
    const here = context.list(People).get('here');
    expect(here).toMatchObject({ absentFrom: from, absentTo: to });
    expect(here?.earlierTo).toBeUndefined();
    expect(kindIn(context, 'absences')).toMatchObject({ due: { things: 0 } });
  });

  it('takes so much a night, the oldest first, and keeps an exemption without its reason', async () => {
    const { context } = await aTown();
    for (const n of ['1', '2', '3'])
      await context.list(Exemptions).create({
        ...{ key: `e${n}`, title: 'Anne', personId: person('here'), courseKey: 'gdpr', reason: 'Syg' },
        ...{ from: day('2020-01-01'), until: day(`202${n}-01-31`), grantedBy: person('ciso') },
        at: '2020-01-01T09:00:00.000Z' as Instant,
      });
    await on(context, 'exemptionReasons', 730);
    await deleteExpired(context, 2);
    const reasons = () =>
      context
        .list(Exemptions)
        .all()
        .map(({ reason }) => reason);
    expect(reasons()).toEqual(['', '', 'Syg']);
    await deleteExpired(context, 2);
    expect(reasons()).toEqual(['', '', '']);
  });

  it('deletes months of the trail whose time is over: the seals are as they were, and what else is missing is named', async () => {
    const { context, setNow } = await aTown();
    declareHistory(context, [auditHistory({ settle: async () => undefined, reached: () => Infinity })]);
    const act = (subjectKey: string, at: string) =>
      recordAct(context, { act: 'tryTrail', subjectKey, actorId: person('ciso'), at: at as Instant });
    for (const [at, subjects] of [
      ['2015-01-10T09:00:00.000Z', ['a', 'b']],
      ['2015-02-10T09:00:00.000Z', ['c', 'd']],
      ['2026-10-10T09:00:00.000Z', ['e']],
    ] as const) {
      setNow(at);
      for (const subject of subjects) await act(subject, at);
      setNow(at.replace('T09', 'T23').replace('-10T', '-11T'));
      await sealDays(context, async () => undefined);
      await closeMonths(context);
    }
    setNow('2026-11-24T09:00:00.000Z');
    await closeMonths(context);
    expect(filesOf(context, AuditEntries.name)).toHaveLength(2);
    const seals = context
      .list(DaySeals)
      .all()
      .map(({ seal }) => seal);
    await on(context, 'trail', 3_653);
    await deleteExpired(context);
    await continueAudit(context);
    expect(filesOf(context, AuditEntries.name)).toEqual([]);
    expect(
      context
        .list(ClosedMonths)
        .all()
        .map(({ expiredAt }) => expiredAt !== undefined),
    ).toEqual([true, true]);
    await expect(closedRecords(context, AuditEntries, '2015-01')).rejects.toMatchObject({ code: 'history.expired' });
    expect(
      context
        .list(DaySeals)
        .all()
        .map(({ seal }) => seal),
    ).toEqual(seals);
    const verified = async () =>
      verifyTrail({
        ...{ seals: context.list(DaySeals).all(), leavesOf: (seal) => readLeaves(context, seal) },
        ...{ entries: entriesOf(context), files: new Map(), told: new Map() },
      });
    expect(await verified()).toMatchObject({ findings: [], expired: 4 });
    await context.list(AuditEntries).remove('tryTrail_e');
    expect((await verified()).findings).toEqual([
      { what: 'deleted', day: '2026-10-10' as LocalDate, key: 'tryTrail_e' },
    ]);
    const told = context
      .list(AuditEntries)
      .all()
      .find(({ title }) => title === 'deleteExpired');
    await context.list(AuditEntries).remove(told?.key ?? '');
    expect((await verified()).findings).toHaveLength(5);
  });
});

describe('somebody who left long ago', () => {
  it('is called by a number in every list; ids, figures, coverage and seals are as they were', async () => {
    const { context, setNow } = memoryContext('2026-11-20T09:00:00.000Z');
    declareRetention(context, { rows: retentionTable, fixed: fixedRetention });
    declareObligationSources(context, obligationSources);
    const name = 'Signe Overgaard Lindholm';
    await settle(context, {
      people: [
        aPerson('ciso'),
        aPerson('signe', {
          title: name,
          upn: 'signe@x.dk',
          mail: 'signe@x.dk',
          phone: '12345678',
          leftOn: day('2021-01-31'),
        }),
      ],
      centres: [aCentre('nord')],
      roles: [anAssignment('ciso', 'ciso'), anAssignment('signe', 'coordinator', { title: `${name}: ISK` })],
    });
    const about = {
      title: name,
      personId: person('signe'),
      centreId: centre('nord'),
      at: '2020-05-01T09:00:00.000Z' as Instant,
    };
    await context.list(Acknowledgements).create({
      ...{ key: 'r1', versionKey: 'v1', outcome: 'acknowledged', channel: 'card', contentHash: 'h', ...about },
    });
    await context.list(Completions).create({
      ...{
        key: 'c1',
        courseKey: 'gdpr',
        completedOn: day('2020-05-01'),
        source: 'manager',
        recordedBy: person('ciso'),
      },
      ...about,
    });
    await recordAct(context, {
      ...{ act: 'assignRole', subjectKey: 'coordinator_signe_all', actorId: person('signe'), at: about.at },
    });
    setNow('2026-11-21T09:00:00.000Z');
    await sealDays(context, async () => undefined);
    const counted = async () => {
      const values = await figureValues(context);
      return [...values].map(([key, owners]) => [key, [...owners]]);
    };
    const before = { figures: await counted(), positive: [...receiptsOf(context, 'v1').positive.keys()] };
    expect(kindIn(context, 'leaverNames')).toMatchObject({ due: { things: 1 }, isOn: false });
    await on(context, 'leaverNames', 1_826);
    await deleteExpired(context);
    await continueAudit(context);
    const pseudonym = pseudonymOf('signe');
    expect(context.list(People).get('signe')).toMatchObject({ title: pseudonym, pseudonymisedOn: '2026-11-21' });
    expect(context.list(People).get('signe')).not.toHaveProperty('phone');
    const kept = allLists.map((list) => JSON.stringify(context.list(list).all()));
    for (const gone of [name, 'signe@x.dk', '12345678']) expect(kept.filter((text) => text.includes(gone))).toEqual([]);
    expect(context.list(Completions).get('c1')).toMatchObject({ title: pseudonym, personId: 'signe' });
    expect({ figures: await counted(), positive: [...receiptsOf(context, 'v1').positive.keys()] }).toEqual(before);
    const verified = await verifyTrail({
      ...{ seals: context.list(DaySeals).all(), leavesOf: (seal) => readLeaves(context, seal) },
      ...{ entries: entriesOf(context), files: new Map(), told: new Map() },
    });
    expect(verified).toMatchObject({ findings: [], expired: 0 });
    expect(kindIn(context, 'leaverNames')).toMatchObject({ due: { things: 0 } });
    // No directory data of a closed account restores the name; a return does.
    const placement = {
      rule: 'members' as const,
      centreOf: () => undefined,
      today: day('2026-11-21'),
      now: nowOf(context.clock),
    };
    const account = { id: 'signe', name, upn: 'signe@x.dk', removed: false };
    const now = context.list(People).get('signe');
    expect(personAfter(now, account as never, placement)).toEqual({ do: 'nothing' });
    expect(personAfter(now, { ...account, enabled: true } as never, placement)).toMatchObject({
      fields: { title: name, pseudonymisedOn: undefined, leftOn: undefined },
    });
  });
});

async function* entriesOf(context: Context): AsyncGenerator<RawEntry> {
  const codec = codecOf(AuditEntries);
  for (const { item: _item, ...record } of context.list(AuditEntries).all())
    yield { key: record.key, fields: codec.encode(record) };
}

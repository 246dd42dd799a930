import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { AuditEntries } from '../../api/audit/index.ts';
import { Campaigns, DeliveryBlocks } from '../../api/deliveries/index.ts';
import { closedRecords, ClosedMonths, monthOf } from '../../api/history/index.ts';
import { addDays, localDate, todayOf, type LocalDate } from '../../api/kernel/index.ts';
import { operationsView } from '../../api/operations/contract.ts';
import { remindersContract } from '../../api/reminders/contract.ts';
import { ReminderPages } from '../../api/reminders/index.ts';
import { workingDayFrom } from '../../api/working-days.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const logAnswer = remindersContract['GET /api/reminders/log'].answer;
const dayAnswer = remindersContract['GET /api/reminders/log/:day'].answer;

describe('what happened half a year ago', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let day: string;
  let before: z.output<typeof dayAnswer>;

  const clockTo = (now: Date) => world.control('PUT', 'clock', { now: now.toISOString() });
  const log = async () => logAnswer.parse((await world.as(ciso, 'GET', '/api/reminders/log')).body).days;
  const dayOf = (on: string) => world.as(ciso, 'GET', `/api/reminders/log/${on}?limit=200`);
  const attention = async () =>
    operationsView
      .parse((await world.as(ciso, 'GET', '/api/operations')).body)
      .attention.filter((one) => one.kind === 'history');
  const keys = () =>
    world.program.context
      .list(AuditEntries)
      .all()
      .map(({ key }) => key);

  beforeAll(async () => {
    world = await startWorld();
    ciso = await world.personWith('ciso');
    const { context } = world.program;
    const first = workingDayFrom(localDate(context.clock.now()));
    day = first;
    const morning = atDanishTime(first, '10:30');
    await clockTo(new Date(morning));
    await world.process();
    before = dayAnswer.parse((await dayOf(day)).body);
    expect(before.total).toBeGreaterThan(0);
    await world.save(ciso, '/api/reminders/cadences/doWheelTask', {
      before: [10],
      onTheDay: true,
      overdueEvery: 7,
    });
    await clockTo(new Date(Date.parse(morning) + 200 * 86_400_000));
    await world.process();
  });
  afterAll(() => world?.close());

  it('has left the lists by the job of the night, and stands in files of the library', () => {
    const { context } = world.program;
    const old = (on: LocalDate) => monthOf(on) <= monthOf(day);
    expect(
      context
        .list(ReminderPages)
        .all()
        .filter((page) => old(page.day)),
    ).toEqual([]);
    expect(
      context
        .list(DeliveryBlocks)
        .all()
        .filter(({ campaignKey }) => campaignKey === `digest-${day}`),
    ).toEqual([]);
    expect(context.list(Campaigns).get(`digest-${day}`)?.sums).toMatchObject({ told: expect.any(Number) as unknown });
    const files = context.list(ClosedMonths).all();
    // Seals are closed by the year, when it has been over for a hundred days.
    const isYearOver = day.slice(0, 4) < addDays(todayOf(context.clock), -100).slice(0, 4);
    expect(new Set(files.map(({ list }) => list))).toEqual(
      new Set(['ReminderPages', 'DeliveryBlocks', 'AuditEntries', 'Completions', ...(isYearOver ? ['DaySeals'] : [])]),
    );
    expect(files.every(({ state }) => state === 'closed')).toBe(true);
  });

  it('is shown as it was', async () => {
    expect((await log()).find((one) => one.day === day)).toMatchObject({ closed: true });
    const after = dayAnswer.parse((await dayOf(day)).body);
    const shown = ({ rows }: typeof after) =>
      rows.map(({ person, state, at, lines }) => [person.id, state, at, lines.map(({ title, due }) => [title, due])]);
    expect(shown(after)).toEqual(shown(before));
  });

  it('does not come back into the audit trail, however often the jobs look', async () => {
    const { context } = world.program;
    const months = new Set(
      context
        .list(ClosedMonths)
        .all()
        .flatMap(({ list, month }) => (list === 'AuditEntries' ? [month] : [])),
    );
    await world.process();
    await world.process();
    const now = new Set(keys());
    const inFiles = await Promise.all([...months].map((month) => closedRecords(context, AuditEntries, month)));
    expect(inFiles.flat().length).toBeGreaterThan(0);
    expect(inFiles.flat().filter(({ key }) => now.has(key))).toEqual([]);
  });

  it('is refused in words when somebody changed the file, and the operators know until it is back', async () => {
    const { context } = world.program;
    const file = context
      .list(ClosedMonths)
      .all()
      .find(({ list }) => list === 'ReminderPages');
    if (!file) throw new Error('no file');
    const written = await context.documents.download(file.fileId);
    await context.documents.upload(
      file.path,
      written.map((byte, at) => (at === 100 ? byte ^ 1 : byte)),
    );
    // A day that has not been read yet.
    const [unread = ''] = ['01', '02'].map((one) => `${file.month}-${one}`).filter((one) => one !== day);
    const asked = await world.as(ciso, 'GET', `/api/reminders/log/${unread}?limit=200`);
    expect(asked).toMatchObject({ status: 409, body: { error: { code: 'history.fileChanged' } } });
    expect(JSON.stringify(asked.body)).toContain(file.month);
    expect(await attention()).toMatchObject([{ month: file.month, path: file.path, code: 'history.fileChanged' }]);
    await context.documents.upload(file.path, written);
    expect((await world.as(ciso, 'GET', `/api/reminders/log/${unread}`)).status).toBe(200);
    expect(await attention()).toEqual([]);
  });
});

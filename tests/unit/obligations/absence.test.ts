import { beforeEach, describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import { personAfter } from '../../../api/directory/person-after.ts';
import { absenceView } from '../../../api/obligations/absence-view.ts';
import { endAbsence, handOver, obligationsOf, recordAbsence } from '../../../api/obligations/index.ts';
import { asAppError, nowOf } from '../../../api/kernel/index.ts';
import { findPerson, People } from '../../../api/organisation/index.ts';
import { day, person, refusal, the } from '../organisation/builders.ts';
import { aWork, aWorkplace, give, nord } from './a-workplace.ts';

let town: Awaited<ReturnType<typeof aWorkplace>>;
const anne = person('anne');
const record = (who: string, from: string, to?: string) =>
  recordAbsence(town.context, the(town.context, who), {
    personId: anne,
    from: day(from),
    ...(to === undefined ? {} : { to: day(to) }),
  });
const end = (who: string) => endAbsence(town.context, the(town.context, who), anne);
const codeOf = (act: () => Promise<unknown>) =>
  act().then(
    () => undefined,
    (thrown: unknown) => asAppError(thrown).code,
  );
const leave = () => {
  const { absentFrom, absentTo } = findPerson(town.context, anne) ?? {};
  return [absentFrom, absentTo];
};
const acts = () =>
  town.context
    .list(AuditEntries)
    .all()
    .map(({ title }) => title);

beforeEach(async () => {
  town = await aWorkplace();
  await give(town.context, aWork('one', { personId: anne, centreId: nord }));
});

describe('leave', () => {
  it('lets what only the person can do wait, and gives the rest to the ISK, until the person is back', async () => {
    await record('anne', '2026-11-24');
    expect(obligationsOf(town.context, anne)).toMatchObject([{ key: 'read_anne', state: 'paused' }]);
    const atIsk = () => obligationsOf(town.context, person('isk-nord')).find(({ key }) => key === 'one');
    expect(atIsk()?.passed).toEqual({ reason: 'onLeave', from: 'anne' });
    town.setNow('2026-11-26T09:00:00Z');
    await end('anne');
    expect(leave()).toEqual(['2026-11-24', '2026-11-25']);
    expect(atIsk()).toBeUndefined();
    expect(obligationsOf(town.context, anne).map(({ key, state }) => [key, state])).toEqual([
      ['read_anne', 'open'],
      ['one', 'open'],
    ]);
    expect(acts()).toEqual(['recordAbsence', 'endAbsence']);
  });

  /** Each role, in anne’s own centre and in another; `true`: may record and end her leave. */
  it.each([
    ['anne', true],
    ['manager-nord', true],
    ['manager-syd', false],
    ['isk-nord', false],
    ['isk-syd', false],
    ['bo', false],
    ['team', false],
    ['ciso', false],
    ['committee', false],
    ['board', false],
    ['auditor', false],
  ])('recorded and ended by %s: %s', async (who, may) => {
    const refused = may ? undefined : 'obligations.mayNotRecordAbsence';
    expect(await codeOf(() => record(who, '2026-12-01'))).toBe(refused);
    expect(leave()[0]).toBe(may ? '2026-12-01' : undefined);
    await record('manager-nord', '2026-11-24');
    expect(await codeOf(() => end(who))).toBe(refused);
    expect(leave()[0]).toBe(may ? undefined : '2026-11-24');
  });

  it('is recorded by the CISO for themselves, and not for them by an ISK', async () => {
    const ciso = person('ciso');
    const input = { personId: ciso, from: day('2026-12-01') };
    expect(await refusal(() => recordAbsence(town.context, the(town.context, 'isk-nord'), input))).toBe(
      'obligations.mayNotRecordAbsence',
    );
    await expect(recordAbsence(town.context, the(town.context, 'ciso'), input)).resolves.toBeDefined();
  });

  it('lasts a year at most, and ends by itself after one', async () => {
    await record('anne', '2026-11-24');
    expect(leave()).toEqual(['2026-11-24', '2027-11-25']);
    expect(await refusal(() => record('anne', '2026-11-24', '2027-11-26'))).toBe('obligations.absenceTooLong');
    await record('anne', '2026-11-24', '2027-11-25');
    for (const from of ['2027-11-26', '2025-11-22', '9999-12-31', '0001-01-01'])
      expect(await refusal(() => record('anne', from))).toBe('obligations.absenceBeginsTooFar');
    expect(await refusal(() => record('anne', '2026-11-24', '9999-12-31'))).toBe('obligations.absenceTooLong');
  });

  it('ends on or after its first day, and not before today', async () => {
    expect(await refusal(() => record('anne', '2026-12-02', '2026-12-01'))).toBe('obligations.absenceEndsBeforeStart');
    expect(await refusal(() => record('anne', '2026-11-01', '2026-11-23'))).toBe('obligations.absenceInThePast');
    await record('anne', '2026-11-01', '2026-11-24');
    expect(leave()).toEqual(['2026-11-01', '2026-11-24']);
  });

  it('is recorded once when it is said twice, and can be changed', async () => {
    await record('anne', '2026-11-24', '2026-12-24');
    await record('anne', '2026-11-24', '2026-12-24');
    expect(acts()).toEqual(['recordAbsence']);
    town.setNow('2026-11-25T09:00:00Z');
    await record('anne', '2026-11-24');
    expect(leave()).toEqual(['2026-11-24', '2027-11-25']);
    expect(acts()).toHaveLength(2);
  });

  it('is cancelled when it has not begun, and nothing ends twice', async () => {
    await record('anne', '2026-12-01', '2026-12-24');
    await end('manager-nord');
    await end('anne');
    expect(leave()).toEqual([undefined, undefined]);
    expect(acts()).toEqual(['recordAbsence', 'endAbsence']);
  });

  it('is left alone by the directory', async () => {
    await record('anne', '2026-11-24', '2026-12-24');
    const account = { id: 'anne', name: 'Anne Ågård', enabled: true, hiredOn: null, department: 'syd', teams: false };
    const change = personAfter(findPerson(town.context, anne), account as Parameters<typeof personAfter>[1], {
      rule: 'members',
      centreOf: () => undefined,
      today: day('2026-11-24'),
      now: nowOf(town.context.clock),
    });
    expect(change.do === 'change' && Object.keys(change.fields)).toContain('title');
    expect(change.do === 'change' && Object.keys(change.fields).filter((name) => name.startsWith('abs'))).toEqual([]);
  });
});

describe('absenceView', () => {
  it('says what waits and what goes on to others, before, during and from the first day of leave', async () => {
    const view = () => absenceView(town.context, the(town.context, 'isk-nord'), anne);
    expect(view()).toMatchObject({ paused: 1, passed: 1, abilities: { change: false } });
    await record('anne', '2026-12-01');
    expect(view()).toMatchObject({ from: '2026-12-01', paused: 1, passed: 1 });
    town.setNow('2026-12-01T09:00:00Z');
    expect(view()).toMatchObject({ from: '2026-12-01', paused: 1, passed: 1 });
    await handOver(town.context, the(town.context, 'isk-nord'), {
      fromPersonId: anne,
      toPersonId: person('bo'),
      note: 'Vikar',
    });
    expect(view()).toMatchObject({ paused: 1, passed: 0 });
  });

  it('is for the person and those who follow up the centre', () => {
    for (const who of ['anne', 'isk-nord', 'auditor'])
      expect(absenceView(town.context, the(town.context, who), anne).person.id).toBe('anne');
    expect(absenceView(town.context, the(town.context, 'auditor'), anne).abilities).toEqual({ change: false });
    for (const who of ['bo', 'isk-syd', 'board', 'committee'])
      expect(() => absenceView(town.context, the(town.context, who), anne)).toThrow('obligations.mayNotSeePeople');
  });
});

describe('leave that a list says begins in the year 2099', () => {
  it('is seen as what waits and passes on a year ahead', async () => {
    await town.context.list(People).update(anne, () => ({ absentFrom: day('2099-12-31') }));
    const view = absenceView(town.context, the(town.context, 'anne'), anne);
    expect(view).toMatchObject({ from: '2099-12-31', paused: 1 });
  });
});

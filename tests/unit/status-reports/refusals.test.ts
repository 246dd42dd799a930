import { describe, expect, it } from 'vitest';
import { Agendas, closeAgenda, makeAgenda, type Agenda } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { makeStatusReport } from '../../../api/status-reports/make-report.ts';
import { StatusReports } from '../../../api/status-reports/report-list.ts';
import { refused } from '../../support/refused.ts';
import { aTown, day, the } from '../organisation/builders.ts';

const put = (context: Context, who: string, agendaKey?: string) =>
  makeStatusReport(context, the(context, who), { note: 'Vi har travlt.', agendaKey });
const meeting = (context: Context, body: Agenda['body'], meetsOn: string) =>
  makeAgenda(context, the(context, 'ciso'), { title: 'Møde', body, meetsOn: day(meetsOn), note: '', requestKeys: [] });

describe('the report to the committee', () => {
  it.each([
    ['the committee itself', 'committee'],
    ['the auditor, who reads it', 'auditor'],
    ['Direktionen, who reads it', 'board'],
    ['an ISK', 'isk-nord'],
    ['an employee', 'anne'],
  ])('is not put on the agenda by %s, with an agenda or without; the team may', async (_who, who) => {
    const { context } = await aTown();
    const expected = 'forbidden statusReports.mayNotMake';
    expect(await refused(context, () => put(context, who))).toBe(expected);
    expect(context.list(Agendas).all()).toEqual([]);
    const { key } = await meeting(context, 'securityCommittee', '2026-12-10');
    expect(await refused(context, () => put(context, who, key))).toBe(expected);
    expect((await put(context, 'team', key)).agendaKey).toBe(key);
  });

  it.each(['corporateManagement', 'executiveBoard'] as const)('is not for a meeting of %s', async (body) => {
    const { context } = await aTown();
    const [other, own] = [
      await meeting(context, body, '2026-12-10'),
      await meeting(context, 'securityCommittee', '2026-12-11'),
    ];
    const expected = 'conflict statusReports.meetingHeld';
    expect(await refused(context, () => put(context, 'team', other.key))).toBe(expected);
    await put(context, 'team', own.key);
    expect(context.list(StatusReports).all()).toMatchObject([{ agendaKey: own.key }]);
  });

  it('is not for a meeting that was held, also when it was on its agenda; until then it is put there again', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    const { key } = await meeting(context, 'securityCommittee', '2026-11-24');
    await put(context, 'team', key);
    setNow('2026-11-24T12:00:00.000Z');
    await put(context, 'ciso', key);
    await closeAgenda(context, ciso, key);
    const expected = 'conflict statusReports.meetingHeld';
    expect(await refused(context, () => put(context, 'team', key))).toBe(expected);
    expect(context.list(StatusReports).all()).toMatchObject([{ madeBy: 'ciso' }]);
  });

  it('is not for a meeting whose day has passed, though nobody has closed its agenda', async () => {
    const { context, setNow } = await aTown();
    const { key } = await meeting(context, 'securityCommittee', '2026-11-24');
    setNow('2026-11-25T08:00:00.000Z');
    expect(await refused(context, () => put(context, 'team', key))).toBe('conflict statusReports.meetingHeld');
  });
});

import { expect, it } from 'vitest';
import { WheelActivities, WheelTasks } from '../../../api/annual-wheel/index.ts';
import { Agendas, ApprovalRequests, type Agenda } from '../../../api/approvals/index.ts';
import type { Instant, PersonId } from '../../../api/kernel/index.ts';
import { gatherReport, periodOf } from '../../../api/status-reports/gather-report.ts';
import { makeStatusReport } from '../../../api/status-reports/make-report.ts';
import { statusReportKey, StatusReports, type StatusReport } from '../../../api/status-reports/report-list.ts';
import { comingReport } from '../../../api/status-reports/report-views.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { anActivity } from '../annual-wheel/builders.ts';
import { approvalOf, aPlanVersion } from '../contingency/builders.ts';
import { ciso } from '../deliveries/a-ledger.ts';
import { day } from '../organisation/builders.ts';

const by = 'ciso' as PersonId;
const madeAt = '2026-08-01T09:00:00.000Z' as Instant;
const agenda = (meetsOn: string, state: Agenda['state']): Agenda => ({
  key: meetsOn,
  title: 'Møde',
  body: 'securityCommittee',
  meetsOn: day(meetsOn),
  state,
  note: '',
  requestKeys: [],
  madeBy: by,
  madeAt,
});
const report = (agendaKey: string, to: string): StatusReport => ({
  ...{ key: agendaKey, title: 'Møde', agendaKey, from: day('2026-06-01'), to: day(to), note: '' },
  content: {
    ...{ figures: [], incidents: [], decisionKeys: [], waitingKeys: [], findingKeys: [] },
    counts: { decisions: 0, waiting: 0, findings: 0 },
  },
  ...{ madeBy: by, madeAt },
});

it('begins with the last meeting known by an agenda, else the last report, else the wheel, else says no more than its days', async () => {
  const { context } = memoryContext('2026-11-24T09:00:00.000Z');
  await context.list(Agendas).create(agenda('2026-12-01', 'sent'));
  await context.list(StatusReports).create(report('2026-12-01', '2026-11-20'));
  expect(periodOf(context)).toEqual({ from: '2026-10-01', since: 'period' });

  for (const [key, catalogueKey] of [
    ['meeting', 'committeeMeeting'],
    ['other', 'wheelReview'],
  ] as const) {
    await context.list(WheelActivities).create(anActivity(key, { catalogueKey }));
    const occurrence = day(key === 'meeting' ? '2026-09-10' : '2026-11-10');
    await context.list(WheelTasks).create({
      ...{ key, title: 'Møde', activityKey: key, occurrence, state: 'done', doneOn: occurrence, doneBy: by },
      ...{ note: '', evidence: '', stepsDone: [], history: [] },
    });
  }
  expect(periodOf(context)).toEqual({ from: '2026-09-10', since: 'meeting' });

  await context.list(Agendas).create(agenda('2026-09-12', 'draft'));
  await context.list(StatusReports).create(report('2026-09-12', '2026-09-08'));
  expect(periodOf(context)).toEqual({ from: '2026-09-08', since: 'report', after: madeAt });

  await context.list(Agendas).create(agenda('2026-09-11', 'sent'));
  expect(periodOf(context)).toEqual({ from: '2026-09-11', since: 'meeting' });
});

it('tells of what came after the report that the last meeting had, on that day too, and of nothing twice', async () => {
  const { context } = memoryContext('2026-11-24T09:00:00.000Z');
  await context.list(Agendas).create(agenda('2026-11-10', 'closed'));
  const told = '2026-11-05T10:00:00.000Z' as Instant;
  await context.list(StatusReports).create({ ...report('2026-11-10', '2026-11-05'), madeAt: told });
  const moments = ['2026-11-05T09:00:00.000Z', '2026-11-05T14:00:00.000Z', '2026-11-08T09:00:00.000Z'] as Instant[];
  for (const endedAt of moments)
    await context.list(ApprovalRequests).create({ ...approvalOf(aPlanVersion('plan')), key: endedAt, endedAt });
  const period = periodOf(context);
  expect(period).toEqual({ from: '2026-11-05', since: 'report', after: told });
  const { decisionKeys, counts } = await gatherReport(context, ciso, period);
  expect(decisionKeys).toEqual([moments[2], moments[1]]);
  expect(counts.decisions).toBe(2);
});

it('tells of what came after the last report also where an extra meeting without one has been held since', async () => {
  const { context } = memoryContext('2026-11-24T09:00:00.000Z');
  const told = '2026-11-05T10:00:00.000Z' as Instant;
  await context.list(Agendas).create(agenda('2026-11-10', 'closed'));
  await context.list(StatusReports).create({ ...report('2026-11-10', '2026-11-05'), madeAt: told });
  await context.list(Agendas).create(agenda('2026-11-12', 'closed'));
  expect(periodOf(context)).toEqual({ from: '2026-11-05', since: 'report', after: told });
});

it('that is put on the agenda again begins with what the team has said to that meeting', async () => {
  const { context } = memoryContext('2026-11-24T09:00:00.000Z');
  await context.list(Agendas).create(agenda('2026-12-01', 'sent'));
  const key = statusReportKey('2026-12-01');
  await context.list(StatusReports).create({ ...report('2026-12-01', '2026-11-20'), key, note: 'Vi har travlt.' });
  await context.list(StatusReports).create({ ...report('2026-11-10', '2026-11-05'), note: 'Til et andet møde' });
  expect((await comingReport(context, ciso)).note).toBe('Vi har travlt.');
});

it('keeps what another has said to the meeting since the form was opened, and takes a repeat of the press', async () => {
  const { context, setNow } = memoryContext('2026-11-24T09:00:00.000Z');
  await context.list(Agendas).create(agenda('2026-12-01', 'sent'));
  const put = (note: string, seen: string) => makeStatusReport(context, ciso, { note, seen });
  const { madeAt: first } = await put('Vi har travlt.', '');
  setNow('2026-11-24T09:05:00.000Z');
  expect(await put('Vi har travlt.', '')).toMatchObject({ note: 'Vi har travlt.', madeAt: first });
  await expect(put('Alt går godt.', '')).rejects.toMatchObject({
    ...{ code: 'statusReports.saidMeanwhile', details: { note: 'Vi har travlt.' } },
  });
  expect((await put('Alt går godt, men vi har travlt.', 'Vi har travlt.')).note).toContain('godt');
});

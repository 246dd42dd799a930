import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { heatOf } from '../../../api/annual-wheel/heat-view.ts';
import { cancelTask, completeTask, moveTask, startTask, tickStep } from '../../../api/annual-wheel/index.ts';
import { visibleTasks } from '../../../api/annual-wheel/visible-tasks.ts';
import { tasksWorkbook } from '../../../api/annual-wheel/tasks-workbook.ts';
import { taskView } from '../../../api/annual-wheel/task-views.ts';
import { wheelOf } from '../../../api/annual-wheel/wheel-view.ts';
import { tasksQuery } from '../../../api/annual-wheel/wheel-contract.ts';
import type { Context } from '../../../api/context.ts';
import { declareObligationSources, handOver } from '../../../api/obligations/index.ts';
import { Centres } from '../../../api/organisation/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aCentre, day, person, settle, refusal, the } from '../organisation/builders.ts';
import { anActivity, aWheel } from './builders.ts';

const policy = anActivity('policy', { title: 'Gennemgå politikken', role: 'securityCommittee', source: 'R10' });
const report = anActivity('report', { role: 'executiveBoard' }, { startsOn: day('2026-02-15') });
const risks = anActivity(
  'risks',
  { title: 'Gennemgå risici', role: 'coordinator', steps: [{ id: 'read', title: 'Læs' }], evidence: 'Notat' },
  { scope: 'centres', startsOn: day('2026-04-20') },
);
const meetings = anActivity('meetings', {}, { rule: 'FREQ=MONTHLY;INTERVAL=3', startsOn: day('2026-01-28') });
const reason = 'Mødet er aflyst';

/** In June the report and one centre's risks are done, the other centre and two meetings overdue, one is cancelled. */
async function june() {
  const world = await aWheel(policy, report, risks, meetings);
  const { context } = world;
  context.texts = translator;
  const done = (who: string, taskKey: string) =>
    completeTask(context, the(context, who), { taskKey, note: 'Færdig', evidence: 'Sag 7', doneOn: day('2026-04-18') });
  await done('board', 'report_2026-02-15');
  await done('isk-nord', 'risks_2026-04-20_nord');
  await cancelTask(context, the(context, 'ciso'), { taskKey: 'meetings_2026-10-28', reason });
  return world;
}
const seen = (context: Context, query: object = {}, who = 'ciso') =>
  visibleTasks(context, the(context, who), tasksQuery.parse(query));
const keys = (context: Context, query: object = {}) => seen(context, query).tasks.map(({ key }) => key);

describe('the wheel', () => {
  it('has a ring for each body that has something to do, from the outermost', async () => {
    const { context } = await june();
    const { rings, year, years, today } = wheelOf(context, the(context, 'anne'), {});
    expect(rings.map(({ role }) => role)).toEqual([
      'executiveBoard',
      'securityCommittee',
      'securityTeam',
      'coordinator',
    ]);
    expect([year, years, today]).toEqual([2026, [2026, 2027], '2026-06-15']);
  });

  it('fills a date by the centres that have answered', async () => {
    const { context } = await june();
    const ring = wheelOf(context, the(context, 'ciso'), {}).rings.find(({ role }) => role === 'coordinator');
    expect(ring?.activities[0]?.slots).toEqual([
      { occurrence: '2026-04-20', due: '2026-04-20', look: 'overdue', tasks: 2, done: 1, overdue: 1, cancelled: 0 },
    ]);
  });

  it('names the task of a date that has only one, with its look', async () => {
    const { context } = await june();
    const ring = wheelOf(context, the(context, 'ciso'), {}).rings.find(({ role }) => role === 'securityTeam');
    expect(ring?.activities[0]?.slots.map(({ taskKey, look }) => [taskKey, look])).toEqual([
      ['meetings_2026-01-28', 'overdue'],
      ['meetings_2026-04-28', 'overdue'],
      ['meetings_2026-07-28', 'planned'],
      ['meetings_2026-10-28', 'cancelled'],
    ]);
  });

  it('lets what one centre has moved stand by itself', async () => {
    const { context } = await june();
    const to = day('2026-08-01');
    await moveTask(context, the(context, 'ciso'), { taskKey: 'risks_2026-04-20_syd', to, reason });
    const ring = wheelOf(context, the(context, 'ciso'), {}).rings.find(({ role }) => role === 'coordinator');
    expect(ring?.activities[0]?.slots.map(({ due, look, taskKey }) => [due, look, taskKey])).toEqual([
      ['2026-04-20', 'done', 'risks_2026-04-20_nord'],
      ['2026-08-01', 'planned', 'risks_2026-04-20_syd'],
    ]);
  });

  it('counts as its list does, also what is late from earlier years', async () => {
    const { context, onDay } = await june();
    for (const date of ['2026-06-15', '2027-06-15']) {
      onDay(date);
      const { counts, overdueFromBefore, rings } = wheelOf(context, the(context, 'ciso'), {});
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      expect(total).toBe(seen(context).total);
      expect(counts.overdue).toBe(seen(context, { look: 'overdue' }).total);
      const inRings = rings.flatMap(({ activities }) => activities.flatMap(({ slots }) => slots));
      expect(inRings.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(total - (overdueFromBefore ?? 0));
    }
    expect(wheelOf(context, the(context, 'ciso'), {}).overdueFromBefore).toBe(5);
    expect(wheelOf(context, the(context, 'ciso'), { year: 2028 }).overdueFromBefore).toBe(0);
  });
});

describe('the list of tasks', () => {
  it('is the year by due date, with whose each is', async () => {
    const { context } = await june();
    expect(keys(context).slice(0, 4)).toEqual([
      'meetings_2026-01-28',
      'report_2026-02-15',
      'risks_2026-04-20_nord',
      'risks_2026-04-20_syd',
    ]);
    expect(seen(context).tasks[3]).toMatchObject({
      responsible: { id: 'isk-syd' },
      centre: { id: 'syd', title: 'Center for syd' },
      daysLeft: -56,
      look: 'overdue',
      steps: 1,
      moved: false,
    });
  });

  it('holds this year what has been late since before, and next year does not', async () => {
    const { context, onDay } = await june();
    onDay('2027-03-01');
    expect(keys(context, { look: 'overdue' }).slice(0, 2)).toEqual(['meetings_2026-01-28', 'risks_2026-04-20_syd']);
    expect(keys(context, { year: 2028 }).every((key) => key.includes('2028'))).toBe(true);
    expect(keys(context, { year: 2026 })).toHaveLength(8);
  });

  it.each<[string, object, string[]]>([
    ['look', { look: 'done' }, ['report_2026-02-15', 'risks_2026-04-20_nord']],
    ['role', { role: 'securityCommittee' }, ['policy_2026-09-01']],
    ['centre', { centreId: 'syd' }, ['risks_2026-04-20_syd']],
    ['activity and date', { activityKey: 'meetings', occurrence: '2026-07-28' }, ['meetings_2026-07-28']],
    ['part of the title, folded', { q: 'gennemgaa pol' }, ['policy_2026-09-01']],
    ['source', { q: 'r10' }, ['policy_2026-09-01']],
    ['centre by name', { q: 'center for syd' }, ['risks_2026-04-20_syd']],
    ['name of the body', { q: 'direktionen' }, ['report_2026-02-15']],
  ])('is found by %s', async (_by, query, expected) => {
    const { context } = await june();
    expect(keys(context, { year: 2026, ...query })).toEqual(expected);
  });

  it('of one activity goes across the years', async () => {
    const { context } = await june();
    expect(keys(context, { activityKey: 'policy' })).toEqual(['policy_2026-09-01', 'policy_2027-09-01']);
  });

  it.each([
    ['due', 'meetings_2026-01-28'],
    ['title', 'meetings_2026-01-28'],
    ['role', 'report_2026-02-15'],
    ['centre', 'meetings_2026-01-28'],
    ['look', 'meetings_2026-01-28'],
  ] as const)('is sorted by %s both ways, in pages that hold every task once', async (sort, first) => {
    const { context } = await june();
    expect(keys(context, { sort })[0]).toBe(first);
    for (const direction of ['up', 'down'] as const) {
      const whole = keys(context, { sort, direction });
      const paged = [0, 3, 6].flatMap((offset) => keys(context, { sort, direction, offset, limit: 3 }));
      expect(paged).toEqual(whole);
      expect(new Set(whole).size).toBe(8);
    }
    expect(keys(context, { sort: 'due', direction: 'down' })[0]).toBe('meetings_2026-10-28');
  });
});

describe('the heat', () => {
  it('counts by body and centre and by the month of the due date, without the cancelled', async () => {
    const { context } = await june();
    const { rows } = heatOf(context, {});
    expect(rows.map(({ role, centre }) => role ?? centre?.id)).toEqual([
      ...['executiveBoard', 'securityCommittee', 'securityTeam', 'nord', 'syd'],
    ]);
    expect(rows[2]?.months[0]).toEqual({ tasks: 1, done: 0, overdue: 1 });
    expect(rows[2]?.months[9]).toEqual({ tasks: 0, done: 0, overdue: 0 });
    expect(rows[3]?.months[3]).toEqual({ tasks: 1, done: 1, overdue: 0 });
    expect(rows[4]?.months[3]).toEqual({ tasks: 1, done: 0, overdue: 1 });
  });

  it('keeps what a closed centre has done', async () => {
    const { context } = await june();
    for (const key of ['nord', 'syd']) await context.list(Centres).update(key, () => ({ closed: true }));
    expect(heatOf(context, {}).rows.flatMap(({ centre }) => centre?.title ?? [])).toEqual(['Center for nord']);
  });
});

describe('one task', () => {
  it('tells why, what is wanted, its steps, who did what, and its other runs', async () => {
    const { context, onDay } = await june();
    const taskKey = 'risks_2026-04-20_syd';
    await tickStep(context, the(context, 'isk-syd'), { taskKey, stepId: 'read', done: true });
    onDay('2027-04-01');
    const view = taskView(context, the(context, 'manager-syd'), taskKey);
    expect(view).toMatchObject({
      why: 'Fordi politikken siger det',
      evidenceWanted: 'Notat',
      state: 'inProgress',
      stepsDone: 1,
      stepList: [{ id: 'read', title: 'Læs', done: true }],
      history: [{ what: 'step', text: 'Læs', by: { id: 'isk-syd', name: 'Person isk-syd' } }],
      abilities: { start: false, complete: true, move: false, cancel: false, reopen: false },
    });
    expect(view.runs.map(({ key }) => key)).toEqual(['risks_2027-04-20_syd']);
  });

  it('tells who took it over, among the rest of its history', async () => {
    const { context, onDay } = await june();
    declareObligationSources(context, obligationSources);
    const taskKey = 'risks_2026-04-20_syd';
    await startTask(context, the(context, 'isk-syd'), { taskKey, note: 'I gang' });
    onDay('2026-06-16');
    const hand = { fromPersonId: person('isk-syd'), toPersonId: person('bo'), keys: [taskKey], note: 'Jeg har ferie' };
    await handOver(context, the(context, 'isk-syd'), hand);
    const view = taskView(context, the(context, 'bo'), taskKey);
    expect(view.history.map(({ what, text }) => [what, text])).toEqual([
      ['started', 'I gang'],
      ['handedOver', 'Bo Ærø: Jeg har ferie'],
    ]);
    expect(view.responsible?.id).toBe('bo');
    expect(view.abilities).toMatchObject({ complete: true, move: true });
  });

  it.each([
    ['ciso', 'meetings_2026-04-28', { start: false, complete: false, move: true, cancel: true, reopen: false }],
    ['team', 'meetings_2026-04-28', { start: true, complete: true, move: true, cancel: true, reopen: false }],
    ['auditor', 'meetings_2026-04-28', { start: false, complete: false, move: false, cancel: false, reopen: false }],
    ['ciso', 'meetings_2026-10-28', { start: false, complete: false, move: false, cancel: false, reopen: true }],
    ['isk-nord', 'risks_2026-04-20_nord', { start: false, complete: false, move: false, cancel: false, reopen: true }],
  ])('lets %s do of %s what the acts let', async (who, key, abilities) => {
    const { context } = await june();
    expect(taskView(context, the(context, who), key).abilities).toEqual(abilities);
  });

  it('of a centre is read by its own people and by who answers for the whole', async () => {
    const { context } = await june();
    const look = (who: string) => taskView(context, the(context, who), 'risks_2026-04-20_nord').key;
    for (const who of ['manager-nord', 'board', 'auditor', 'team']) expect(look(who)).toBe('risks_2026-04-20_nord');
    for (const who of ['isk-syd', 'manager-syd', 'council', 'anne'])
      expect([who, await refusal(() => look(who))]).toEqual([who, 'wheel.mayNotSee']);
  });
});

describe('the workbook', () => {
  it('holds every task of the query in the reader’s language, with formulas made harmless', async () => {
    const { context } = await june();
    await settle(context, { centres: [aCentre('formel', { title: '=HYPERLINK("x")' })] });
    const { fileName, bytes } = await tasksWorkbook(context, the(context, 'ciso'), tasksQuery.parse({ limit: 1 }));
    expect(fileName).toBe('Årshjul 2026.xlsx');
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    const rows = sheet?.data ?? [];
    expect(rows).toHaveLength(1 + 9);
    expect(rows[0]?.slice(0, 4)).toEqual(['Opgave', 'Kilde', 'Rolle', 'Ansvarlig']);
    expect(rows.flat().filter((cell) => typeof cell === 'string' && cell.startsWith('='))).toEqual([]);
    expect(rows.find((row) => row[8] === '2026-04-18' && row[4] === 'Center for nord')?.slice(7)).toEqual([
      ...['Udført', '2026-04-18', 'Mette Sørensen', 'Færdig', 'Sag 7'],
    ]);
  });
});

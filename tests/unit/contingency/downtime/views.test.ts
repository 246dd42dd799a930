import { beforeEach, describe, expect, it } from 'vitest';
import { Assets } from '../../../../api/assets/index.ts';
import type { Context } from '../../../../api/context.ts';
import { CriticalServices } from '../../../../api/critical-services/index.ts';
import { ContingencyPlanVersions, downtimeKind } from '../../../../api/contingency/index.ts';
import type { DowntimesQuery } from '../../../../api/contingency/contract.ts';
import { closeDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { downtimesView } from '../../../../api/contingency/downtime/downtime-list.ts';
import { downtimeView } from '../../../../api/contingency/downtime/downtime-view.ts';
import { downtimesWorkbook } from '../../../../api/contingency/downtime/downtimes-workbook.ts';
import { downNow } from '../../../../api/contingency/downtime/now.ts';
import { assetsToReport, downtimePreview } from '../../../../api/contingency/downtime/preview.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { People, RoleAssignments } from '../../../../api/organisation/index.ts';
import { anAssignment, aPerson, centre, day, person, refusal, the } from '../../organisation/builders.ts';
import { anAsset } from '../../risks/register-world.ts';
import { aService } from '../builders.ts';
import { aCrisis, aProcedure } from './a-crisis.ts';

let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => void ({ context, setNow } = await aCrisis()));

const report = (assetKey = 'journal', by = 'isk-nord', startedAt?: string) =>
  reportDowntime(context, the(context, by), { assetKey, note: '', startedAt });
const view = (by = 'isk-nord', key = 'downtime_journal_1') => downtimeView(context, the(context, by), key);
const all: DowntimesQuery = { sort: 'startedAt', descending: true, offset: 0, limit: 50 };

describe('the systems that somebody may report', () => {
  it('are vital ones that most depends on first, then the others; nothing out of use', async () => {
    await context.list(Assets).create(anAsset('mail', { title: 'Aviser', criticality: 'low' }));
    const { assets, total } = assetsToReport(context, the(context, 'isk-nord'), '');
    expect(assets.map(({ title, vital, services }) => [title, vital, services])).toEqual([
      ['Netværket', true, 2],
      ['Journalen', true, 2],
      ['Aviser', false, 0],
    ]);
    expect(total).toBe(3);
  });

  it('are found by part of the name, are the own ones of an owner, and say what is down already', async () => {
    await report();
    expect(assetsToReport(context, the(context, 'isk-nord'), 'journ').assets).toMatchObject([
      { key: 'journal', running: 'downtime_journal_1' },
    ]);
    expect(assetsToReport(context, the(context, 'bo'), '').assets.map(({ key }) => key)).toEqual(['net']);
    expect(assetsToReport(context, the(context, 'auditor'), '').assets).toEqual([]);
  });
});

describe('the preview', () => {
  it('tells what is hit, least time first, and how many get a card, before anything is said', () => {
    const preview = downtimePreview(context, the(context, 'isk-nord'), { assetKey: 'net' });
    expect(preview.services.map(({ title, limit }) => [title, limit?.hours])).toEqual([
      ['Hjemmepleje', 4],
      ['Skole', 24],
    ]);
    expect(preview).toMatchObject({
      ...{ limit: { hours: 4, until: '2026-11-24T13:00:00.000Z' }, told: { leaders: 4, others: 3 } },
      ...{ centres: [{ id: 'nord' }, { id: 'syd' }], dependants: [{ key: 'journal' }] },
    });
  });

  it('tells what else is down that has to do with it', async () => {
    await report('net', 'bo');
    expect(downtimePreview(context, the(context, 'isk-nord'), { assetKey: 'journal' }).related).toEqual({
      ...{ needs: [{ key: 'downtime_net_1', title: 'Netværket' }], neededBy: [] },
    });
    await report();
    expect(downtimePreview(context, the(context, 'isk-nord'), { assetKey: 'net' }).related).toEqual({
      same: { key: 'downtime_net_1', title: 'Netværket' },
      ...{ needs: [], neededBy: [{ key: 'downtime_journal_1', title: 'Journalen' }] },
    });
  });

  it('goes by a busy time that is on today', async () => {
    const busy = { title: 'Lønkørsel', months: [11], mtd: 1 };
    await context.list(CriticalServices).create(aService('pay', { title: 'Løn', needs: ['journal'], peaks: [busy] }));
    const { services } = downtimePreview(context, the(context, 'isk-nord'), { assetKey: 'journal' });
    expect(services[0]).toMatchObject({ title: 'Løn', limit: { hours: 1, peak: 'Lønkørsel' } });
  });

  it('is for those who may report it', async () => {
    const look = () => downtimePreview(context, the(context, 'anne'), { assetKey: 'net' });
    expect(await refusal(look)).toBe('contingency.mayNotReport');
  });
});

describe('a downtime as it runs', () => {
  it('tells each centre its procedure, the own first, and whom to call', async () => {
    await aProcedure(context);
    await report();
    const { procedures, suppliers, restorePlan, told } = view('isk-syd');
    const { contacts } = view('isk-nord');
    expect(procedures).toMatchObject([
      { centre: { id: 'syd' }, steps: [] },
      { centre: { id: 'nord' }, plan: { key: 'nord-plan', inForce: true }, steps: [{ role: 'Vagthavende' }] },
    ]);
    expect(contacts.map(({ name, phone, left }) => [name, phone, left])).toEqual([
      ['Anne Aagaard', '43 57 00 00', false],
      ['Vagtcentralen', '+45 43570001', false],
    ]);
    // A centre's personal numbers are its own.
    expect(view('isk-syd').contacts).toEqual([]);
    expect(suppliers).toMatchObject([{ name: 'Journal A/S', phone: '70 10 20 30' }]);
    expect({ restorePlan, told }).toEqual({ restorePlan: undefined, told: 7 });
  });

  it('calls the number of the directory where the plan has none, and says so', async () => {
    await aProcedure(context);
    await report();
    const own = { key: 'c1', role: 'Vagthavende', personId: 'anne', name: '', phone: '', note: '' };
    await context.list(ContingencyPlanVersions).update('nord-plan-v1', ({ content }) => ({
      content: { ...content, contacts: [own] },
    }));
    expect(view().contacts).toEqual([]);
    await context.list(People).update('anne', () => ({ phone: '20 11 22 33' }));
    expect(view().contacts).toMatchObject([{ name: 'Anne Aagaard', phone: '20 11 22 33', fromDirectory: true }]);
    await context.list(People).update('anne', () => ({ leftOn: day('2026-11-01') }));
    expect(view().contacts).toEqual([]);
  });

  it('says of a contact who has left that the person is not here any more', async () => {
    await aProcedure(context);
    await report();
    await context.list(People).update('anne', () => ({ leftOn: day('2026-11-01') }));
    expect(view().contacts[0]).toMatchObject({ name: 'Anne Aagaard', left: true });
  });

  it('names the supplier of the register where no plan does', async () => {
    await report();
    expect(view().suppliers).toMatchObject([{ name: 'Leverandør A/S', phone: '' }]);
  });

  it('is read by those who answer for it or for the whole, and kept by the owner', async () => {
    await report();
    expect(view('auditor').abilities).toEqual({ keep: false, log: false });
    expect(view('anne').abilities).toEqual({ keep: true, log: true });
    expect(await refusal(() => view('bo'))).toBe('contingency.mayNotSeeDowntime');
  });
});

describe('the list', () => {
  it('has what runs apart, with every number of those that are over', async () => {
    await report('journal', 'isk-nord', '2026-11-24T03:00:00Z');
    setNow('2026-11-24T10:00:00Z');
    const body = { endedAt: '2026-11-24T09:30:00Z', cause: 'Strøm', lessons: '', testedPlanKeys: [], improvements: [] };
    await closeDowntime(context, the(context, 'isk-nord'), 'downtime_journal_1', body);
    await report('net', 'bo');
    const look = (query: Partial<DowntimesQuery> = {}) =>
      downtimesView(context, the(context, 'isk-syd'), { ...all, ...query });
    expect(look()).toMatchObject({
      ...{ running: [{ key: 'downtime_net_1' }], counts: { over: 1, broken: 1 }, total: 2 },
      downtimes: [{ key: 'downtime_net_1' }, { key: 'downtime_journal_1', kept: false, limit: { hours: 4 } }],
    });
    await context.list(People).create(aPerson('vera', { centreId: centre('vest') }));
    await context.list(RoleAssignments).create(anAssignment('vera', 'coordinator', { centreId: centre('vest') }));
    expect(downtimesView(context, the(context, 'vera'), { ...all, state: 'closed' })).toMatchObject({
      counts: { over: 0, broken: 0 },
      total: 0,
    });
    const keys = (query: Partial<DowntimesQuery>) => look(query).downtimes.map(({ key }) => key);
    expect(keys({ q: 'strøm' })).toEqual(['downtime_journal_1']);
    expect(keys({ outcome: 'broken' })).toEqual(['downtime_journal_1']);
    expect(keys({ outcome: 'kept' })).toEqual([]);
    expect(keys({ assetKey: 'net' })).toEqual(['downtime_net_1']);
    expect(keys({ centreId: 'mine', state: 'closed' })).toEqual(['downtime_journal_1']);
    expect(keys({ sort: 'title', descending: false })).toEqual(['downtime_journal_1', 'downtime_net_1']);
    expect(keys({ sort: 'length', descending: true })).toEqual(['downtime_net_1', 'downtime_journal_1']);
    expect(keys({ sort: 'kept', descending: false })).toEqual(['downtime_journal_1', 'downtime_net_1']);
  });

  it('lets those report who keep plans or own a system', () => {
    const mayReport = (id: string) => downtimesView(context, the(context, id), all).abilities.report;
    expect(['isk-nord', 'ciso', 'bo', 'auditor', 'management'].map(mayReport)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('comes as a workbook in the reader’s words', async () => {
    await report();
    const { fileName, bytes } = await downtimesWorkbook(context, the(context, 'isk-nord'), all);
    expect(fileName).toBe('Nedetider 2026-11-24.xlsx');
    expect(bytes.length).toBeGreaterThan(1_000);
  });
});

describe('what is down now', () => {
  const now = (id: string) => downNow(context, the(context, id)).downtimes;

  it('is told to the people of a hit centre, with the procedure to follow and no record', async () => {
    await aProcedure(context);
    await report();
    const since = '2026-11-24T09:00:00.000Z';
    await context.list(People).create(aPerson('eva'));
    expect(now('eva')).toEqual([
      { key: 'downtime_journal_1', title: 'Journalen', since, planPath: '/contingency/plans/nord-plan' },
    ]);
    expect(now('bo')).toEqual([{ key: 'downtime_journal_1', title: 'Journalen', since }]);
  });

  it('is told to the security team whatever is hit, and to nobody else', async () => {
    await reportDowntime(context, the(context, 'isk-nord'), { assetKey: 'journal', note: '', centreIds: ['syd'] });
    expect(now('anne')).toEqual([]);
    expect(now('team')).toMatchObject([
      { key: 'downtime_journal_1', path: '/contingency/downtime/downtime_journal_1' },
    ]);
  });
});

describe('the audience of the cards', () => {
  const audience = () => downtimeKind.audience(context, 'downtime_journal_1');

  it('is those who answer for the hit centres, the security team and the owner', async () => {
    await report();
    expect(audience()).toEqual(['anne', 'ciso', 'isk-nord', 'isk-syd', 'manager-nord', 'manager-syd', 'team']);
  });

  it('grows with whoever comes to answer for one, and leaves out who is on leave or has left', async () => {
    await report();
    await context.list(RoleAssignments).create(anAssignment('bo', 'coordinator', { centreId: centre('syd') }));
    await context.list(People).update('isk-nord', () => ({ absentFrom: day('2026-11-20') }));
    await context.list(People).update('manager-syd', () => ({ leftOn: day('2026-11-20') }));
    expect(audience()).toEqual(['anne', 'bo', 'ciso', 'isk-syd', 'manager-nord', 'team']);
    const recheck = (id: string) => downtimeKind.recheck(context, 'downtime_journal_1', person(id));
    expect(['bo', 'isk-nord', 'manager-syd'].map(recheck)).toEqual(['send', 'notNeeded', 'left']);
  });

  it('is nobody once it is over', async () => {
    await report();
    setNow('2026-11-24T12:00:00Z');
    const body = { endedAt: '2026-11-24T11:00:00Z', cause: 'Strøm', lessons: '', testedPlanKeys: [], improvements: [] };
    await closeDowntime(context, the(context, 'isk-nord'), 'downtime_journal_1', body);
    expect(audience()).toEqual([]);
    expect(downtimeKind.isOver?.(context, 'downtime_journal_1')).toBe(true);
  });
});

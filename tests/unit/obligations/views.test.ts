import { beforeEach, describe, expect, it } from 'vitest';
import readXlsxFile from 'read-excel-file/node';
import { obligationsContract } from '../../../api/obligations/contract.ts';
import {
  allObligations,
  declareObligationSources,
  handOver,
  obligationsByPerson,
  obligationsOf,
} from '../../../api/obligations/index.ts';
import { obligationsRoutes } from '../../../api/obligations/routes.ts';
import { People } from '../../../api/organisation/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aCentre, aPerson, centre, day, person, settle, the } from '../organisation/builders.ts';
import { aWork, aWorkplace, give, nord, syd, Work } from './a-workplace.ts';

let town: Awaited<ReturnType<typeof aWorkplace>>;
type Name = keyof typeof obligationsContract;
/** As in the API, without HTTP. */
const ask = async (who: string, name: Name, query: object = {}) => {
  const route = obligationsRoutes.find((one) => one.name === name);
  const endpoint = route?.endpoint;
  if (!route || !endpoint) throw new Error(name);
  const graph = () => {
    throw new Error('asks no Graph');
  };
  const given = { params: {}, query: endpoint.query?.parse(query), body: undefined };
  const answer: unknown = await route.run(town.context, the(town.context, who), given, { graph });
  return endpoint.answer ? endpoint.answer.parse(answer) : answer;
};
const visibleCentres = async (who: string) =>
  obligationsContract['GET /api/obligations/centres'].answer.parse(await ask(who, 'GET /api/obligations/centres'));
const rows = async (who: string, query: object = {}) =>
  obligationsContract['GET /api/obligations/people'].answer.parse(
    await ask(who, 'GET /api/obligations/people', { limit: 100, ...query }),
  );
const keys = async (who: string, query: object = {}) => (await rows(who, query)).rows.map(({ key }) => key);

beforeEach(async () => {
  town = await aWorkplace();
  await give(
    town.context,
    aWork('late', { personId: person('anne'), centreId: nord }, { due: day('2026-11-20') }),
    aWork('soon', { personId: person('anne'), centreId: nord }, { due: day('2026-12-08') }),
    aWork('later', { role: 'coordinator', centreId: syd }, { due: day('2026-12-09') }),
    aWork('whole', { role: 'securityCommittee' }),
    aWork('vacant', { role: 'corporateManagement' }, { due: day('2026-11-20') }),
  );
  await town.context.list(People).update('management', () => ({ leftOn: day('2026-11-01') }));
});

describe('what I owe', () => {
  it('has the most urgent first, with what I handed over beside it', async () => {
    const open = async (show = 'open') =>
      obligationsContract['GET /api/obligations'].answer.parse(await ask('anne', 'GET /api/obligations', { show }));
    expect((await open()).obligations.map(({ key, daysLeft }) => [key, daysLeft])).toEqual([
      ['late', -4],
      ['soon', 14],
      ['read_anne', 18],
    ]);
    const given = { fromPersonId: person('anne'), toPersonId: person('bo'), note: 'Ferie', keys: ['late'] };
    await handOver(town.context, the(town.context, 'anne'), given);
    const { obligations, handedOver } = await open();
    expect(obligations.map(({ key }) => key)).toEqual(['soon', 'read_anne']);
    expect(handedOver).toMatchObject([{ title: 'Opgave late', to: { id: 'bo' }, abilities: { end: true } }]);
    await give(town.context, aWork('late', { personId: person('anne') }, { state: 'done' }));
    expect((await open()).handedOver).toEqual([]);
    expect((await open('done')).handedOver).toHaveLength(1);
  });

  it('says who handed it to me, and lets me hand on what is not personal', async () => {
    const { obligations } = obligationsContract['GET /api/obligations'].answer.parse(
      await ask('ciso', 'GET /api/obligations'),
    );
    expect(obligations.map(({ key, passed, abilities }) => [key, passed?.reason, abilities.handOver])).toEqual([
      ['vacant', 'left', true],
      ['read_ciso', undefined, false],
    ]);
  });
});

describe('the centres', () => {
  it('are counted for those who follow up all of them, also what has no centre', async () => {
    const { centres } = await visibleCentres('auditor');
    expect(centres.map(({ centre, ...counts }) => ({ centre: centre?.id, ...counts }))).toMatchObject([
      { centre: 'nord', people: 10, open: 12, overdue: 1, soon: 1, passed: 0 },
      { centre: undefined, people: 0, open: 2, overdue: 1, soon: 1, passed: 1 },
      { centre: 'syd', people: 3, open: 4, overdue: 0, soon: 0 },
    ]);
    expect(centres[0]).toMatchObject({
      managers: [{ id: 'manager-nord' }],
      coordinators: [{ name: 'Mette Sørensen' }],
    });
  });

  it('are the own ones for an ISK and a manager', async () => {
    expect((await visibleCentres('isk-nord')).centres.map(({ centre }) => centre?.id)).toEqual(['nord']);
    expect((await visibleCentres('manager-syd')).centres.map(({ centre }) => centre?.id)).toEqual(['syd']);
  });

  it('count anew when somebody goes on leave, and what falls to a stand-in', async () => {
    await visibleCentres('ciso');
    await town.context.list(People).update('anne', () => ({ absentFrom: day('2026-11-24') }));
    const [nordNow] = (await visibleCentres('isk-nord')).centres;
    expect(nordNow).toMatchObject({ open: 11, overdue: 1, paused: 1, passed: 2 });
  });

  it('count work that nobody can be found for', async () => {
    for (const who of ['ciso', 'team'])
      await town.context.list(People).update(who, () => ({ leftOn: day('2026-11-01') }));
    const { centres } = await visibleCentres('auditor');
    expect(obligationsOf(town.context, person('ciso')).map(({ key }) => key)).not.toContain('vacant');
    expect(centres.find(({ centre }) => !centre)).toMatchObject({ open: 2, overdue: 1, passed: 1 });
  });
});

describe('what people owe', () => {
  it('is filtered, searched, sorted and paged', async () => {
    expect(await keys('ciso', { kind: 'doWheelTask' })).toEqual(['late', 'vacant', 'whole', 'soon', 'later']);
    expect(await keys('ciso', { show: 'overdue' })).toEqual(['late', 'vacant']);
    expect(await keys('ciso', { show: 'soon' })).toEqual(['whole', 'soon']);
    expect(await keys('ciso', { centreId: 'syd', sort: 'name' })).toEqual([
      'read_bo',
      'later',
      'read_isk-syd',
      'read_manager-syd',
    ]);
    expect(await keys('ciso', { centreId: 'none' })).toEqual(['vacant', 'whole']);
    expect(await keys('ciso', { q: 'ågård', kind: 'acknowledgePolicy' })).toEqual(['read_anne']);
    expect(await keys('ciso', { q: 'aag late' })).toEqual(['late']);
    const page = await rows('ciso', { kind: 'doWheelTask', sort: 'due', direction: 'down', offset: 1, limit: 2 });
    expect([page.total, ...page.rows.map(({ key }) => key)]).toEqual([5, 'soon', 'whole']);
    expect(page.kinds).toEqual(['acknowledgePolicy', 'doWheelTask']);
    await settle(town.context, {
      centres: [aCentre('aeldre', { title: 'Center for Ældre' })],
      people: [aPerson('old', { title: 'Asta', centreId: centre('aeldre') })],
    });
    const kind = 'acknowledgePolicy';
    expect((await keys('ciso', { kind, sort: 'centre' })).at(-1)).toBe('read_old');
    expect((await keys('ciso', { kind, sort: 'centre', direction: 'down' }))[0]).toBe('read_old');
  });

  it('is the own centre’s for an ISK, with what may be handed over', async () => {
    const { rows: seen, abilities } = await rows('isk-nord', { kind: 'doWheelTask' });
    expect(seen.map(({ key, abilities: { handOver: may } }) => [key, may])).toEqual([
      ['late', true],
      ['soon', true],
    ]);
    expect(abilities).toEqual({ handOver: true });
    expect((await rows('auditor')).abilities).toEqual({ handOver: false });
    expect((await rows('auditor')).rows.filter(({ abilities: { handOver: may } }) => may)).toEqual([]);
  });

  it('is closed outside the own centre, by centre and by person', async () => {
    for (const query of [{ centreId: 'syd' }, { centreId: 'none' }, { personId: 'bo' }])
      await expect(rows('isk-nord', query)).rejects.toMatchObject({ code: 'obligations.mayNotSeePeople' });
  });

  it('has for one person also what others do in that person’s stead', async () => {
    await town.context.list(People).update('anne', () => ({ absentFrom: day('2026-11-24') }));
    const { rows: seen } = await rows('manager-nord', { personId: 'anne' });
    expect(seen.map(({ key, person: whose }) => [key, whose.id])).toEqual([
      ['late', 'isk-nord'],
      ['soon', 'isk-nord'],
    ]);
    const paused = await rows('manager-nord', { personId: 'anne', show: 'paused' });
    expect(paused.rows).toMatchObject([{ key: 'read_anne', away: true }]);
  });

  it('is the same in Excel, in words', async () => {
    town.context.texts = translator;
    const file = await ask('isk-nord', 'GET /api/obligations/people.xlsx', { show: 'overdue' });
    const { fileName, bytes } = file as { fileName: string; bytes: Uint8Array };
    expect(fileName).toBe('Opgaver 2026-11-24.xlsx');
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    expect(sheet?.data.slice(0, 2)).toEqual([
      ['Navn', 'Stilling', 'Center', 'Slags', 'Opgave', 'Frist', 'Status', 'Siden', 'Bemærkning'],
      [
        'Anne Aagaard',
        'Pædagog',
        'Center for nord',
        'Årshjul',
        'Opgave late',
        '2026-11-20',
        'Over tiden',
        '2026-11-01',
        null,
      ],
    ]);
  });
});

describe('what everybody owes', () => {
  it('is each person’s own, all together', () => {
    const byPerson = obligationsByPerson(town.context);
    for (const [personId, owed] of byPerson) expect(obligationsOf(town.context, personId)).toEqual(owed);
    expect([...byPerson.values()].flat()).toHaveLength(allObligations(town.context).length);
  });

  it('can be looked at ahead: who is on leave then', async () => {
    await town.context
      .list(People)
      .update('anne', () => ({ absentFrom: day('2026-11-25'), absentTo: day('2026-11-25') }));
    const whose = (date: string) => allObligations(town.context, day(date)).find(({ key }) => key === 'late')?.personId;
    expect(['2026-11-24', '2026-11-25', '2026-11-26'].map(whose)).toEqual(['anne', 'isk-nord', 'anne']);
  });

  it('is derived again when a list, a group or the day changes, and not otherwise', async () => {
    let group = new Set(['anne']);
    let derived = 0;
    const all = () => {
      derived += 1;
      return [];
    };
    declareObligationSources(town.context, {
      personal: [{ kinds: ['takeCourse'], lists: [Work], also: () => [group], all, of: () => [] }],
      shared: [],
    });
    const times = () => {
      allObligations(town.context);
      allObligations(town.context);
      return derived;
    };
    expect(times()).toBe(1);
    await town.context.list(People).update('anne', () => ({ absentFrom: day('2026-11-24') }));
    expect(times()).toBe(1);
    await give(town.context, aWork('new', { personId: person('anne') }));
    expect(times()).toBe(2);
    group = new Set(['bo']);
    expect(times()).toBe(3);
    town.setNow('2026-11-25T09:00:00.000Z');
    expect(times()).toBe(4);
  });
});

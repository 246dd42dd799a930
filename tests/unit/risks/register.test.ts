import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { registerColumns, registerQuery, registerSorts, type RegisterQuery } from '../../../api/risks/contract.ts';
import { Risks, shippedScales } from '../../../api/risks/index.ts';
import { riskItemKey } from '../../../api/risks/known-risks.ts';
import { registerView } from '../../../api/risks/register/register-view.ts';
import { chosenColumns, registerWorkbook } from '../../../api/risks/register/register-workbook.ts';
import { bandOf } from '../../../api/risks/register/visible-statuses.ts';
import { centre, day, person } from '../organisation/builders.ts';
import { act, anAsset, aRiskWorld, asBefore, aStage, assess } from './register-world.ts';

type Asked = Partial<Record<keyof RegisterQuery, string>>;
const ask = (query: Asked = {}): RegisterQuery => registerQuery.parse(query);

/** Journal (Nord, Anne): high and low; Pay (Syd, Bo, used by Nord): middle; Care, an unowned work process: high. */
async function aRegister() {
  const world = await aRiskWorld();
  const { context } = world;
  const journal = await assess(context, anAsset('journal', { title: 'Ældrejournal' }), {
    login: {
      inherent: aStage(4, 4),
      current: aStage(4, 3),
      target: aStage(2, 2),
      treatment: 'mitigate',
      controlKeys: ['mfa'],
    },
    fire: { inherent: aStage(2, 2), current: aStage(1, 1) },
  });
  await assess(
    context,
    anAsset('pay', { title: 'Løn', centreId: centre('syd'), ownerId: person('bo'), usedBy: [centre('nord')] }),
    { login: { inherent: aStage(4, 3), current: aStage(3, 3), treatment: 'accept' } },
    { heldOn: day('2025-12-01') },
  );
  const { centreId: _, ownerId: __, ...care } = anAsset('care', { title: 'Hjemmepleje', kind: 'workProcess' });
  await assess(context, care, {
    gossip: {
      inherent: {
        likelihood: 4,
        consequence: { dataSubject: { confidentiality: 3 }, organisation: { availability: 4 } },
      },
      current: asBefore,
    },
  });
  await act(context, journal.riskKey('login'), { due: day('2026-11-20') });
  await act(context, journal.riskKey('login'), { due: day('2027-01-15') });
  return world;
}

const names = (context: Context, query: Asked, actor: Parameters<typeof registerView>[1]) =>
  registerView(context, actor, ask(query)).rows.map(({ asset, title }) => `${asset.title}: ${title}`);
const all = [
  'Hjemmepleje: Trussel gossip',
  'Ældrejournal: Trussel login',
  'Løn: Trussel login',
  'Ældrejournal: Trussel fire',
];

describe('the risk register', () => {
  it('shows the worst first: level, then consequence, then likelihood, never a product', async () => {
    const { context, ciso } = await aRegister();
    const { rows, total, levels, centres, owners } = registerView(context, ciso, ask());
    expect(names(context, {}, ciso)).toEqual(all);
    expect(total).toBe(4);
    expect(rows.map(({ stages }) => stages.current?.level.word)).toEqual(['Høj', 'Høj', 'Middel', 'Lav']);
    expect(levels.map(({ word }) => word)).toEqual(['Lav', 'Middel', 'Høj']);
    expect(centres.map(({ id }) => id)).toEqual(['nord', 'syd']);
    expect(owners.map(({ name }) => name)).toEqual(['Anne Ager', 'Bo Ågård']);
  });

  it('says of each risk what is done about it, when, and where it stands', async () => {
    const { context, ciso } = await aRegister();
    const [row] = registerView(context, ciso, ask({ q: 'ældrej login' })).rows;
    expect(row).toMatchObject({
      centre: { id: 'nord', title: 'Center Nord' },
      owner: { name: 'Anne Ager' },
      actions: { open: 2, overdue: 1, done: 0, nextDue: '2026-11-20' },
      acceptance: { state: 'none' },
      controls: 1,
      treatment: 'mitigate',
      assessedOn: '2026-06-01',
      reviewOn: '2027-06-01',
      stages: { inherent: { consequence: 4, likelihood: 4 }, current: { likelihood: 3 }, target: { consequence: 2 } },
    });
  });

  it.each<[string, Asked, number[]]>([
    ['words of the asset and the threat, as people type them', { q: 'aeldre fire' }, [3]],
    ['centre that owns or uses the asset', { centreId: 'nord' }, [1, 2, 3]],
    ['no centre', { centreId: 'none' }, [0]],
    ['kind of asset', { kind: 'workProcess' }, [0]],
    ['owner', { ownerId: 'bo' }, [2]],
    ['treatment', { treatment: 'accept' }, [2]],
    ['no treatment', { treatment: 'none' }, [0, 3]],
    ['acceptance', { acceptance: 'accepted' }, []],
    ['level', { level: '2' }, [0, 1]],
    ['a level that the scale no longer has, not at all', { level: '5' }, [0, 1, 2, 3]],
    ['overdue actions', { overdue: 'true' }, [1]],
    ['cell of a stage', { cell: 'current.4.3' }, [1]],
    ['cell of another stage', { cell: 'target.2.2' }, [1]],
    ['perspective', { view: 'organisation' }, [0]],
    ['dimension', { dimension: 'availability' }, [0]],
    ['dimension that changes the order', { dimension: 'confidentiality' }, [1, 0, 2, 3]],
    ['several at once', { centreId: 'nord', level: '1', treatment: 'accept' }, [2]],
  ])('is narrowed by %s', async (_, query, expected) => {
    const { context, ciso } = await aRegister();
    expect(names(context, query, ciso)).toEqual(expected.map((place) => all[place]));
  });

  it('counts a risk in the cell and level of the perspective that is looked at', async () => {
    const { context, ciso } = await aRegister();
    const seen = { view: 'dataSubject', q: 'gossip' };
    const [row] = registerView(context, ciso, ask(seen)).rows;
    expect(row?.stages.current).toMatchObject({ consequence: 3, likelihood: 4, worstView: 'dataSubject' });
    expect(names(context, { ...seen, cell: 'current.3.4' }, ciso)).toHaveLength(1);
    expect(names(context, { ...seen, cell: 'current.4.4' }, ciso)).toHaveLength(0);
    expect(names(context, { q: 'gossip', cell: 'current.4.4' }, ciso)).toHaveLength(1);
  });

  it('shows an ISK the own centre, owned and used', async () => {
    const { context, isk } = await aRegister();
    expect(registerView(context, isk, ask()).mine).toEqual(['syd']);
    expect(names(context, { centreId: 'mine' }, isk)).toEqual(['Løn: Trussel login']);
  });

  it.each<[string, Asked, number[]]>([
    ['assets as a Danish dictionary does', { sort: 'asset', descending: 'false' }, [0, 2, 1, 3]],
    ['treatments as people know them, those without last', { sort: 'treatment', descending: 'false' }, [1, 2, 0, 3]],
    ['those without last also the other way round', { sort: 'treatment', descending: 'true' }, [2, 1, 0, 3]],
    ['owners by name', { sort: 'owner', descending: 'false' }, [1, 3, 2, 0]],
    ['deadlines', { sort: 'nextDue', descending: 'false' }, [1, 0, 2, 3]],
    ['next assessments', { sort: 'reviewOn', descending: 'false' }, [2, 0, 1, 3]],
    ['levels by severity', { sort: 'current', descending: 'false' }, [3, 2, 1, 0]],
  ])('orders %s', async (_, query, expected) => {
    const { context, ciso } = await aRegister();
    expect(names(context, query, ciso)).toEqual(expected.map((place) => all[place]));
  });

  it('gives every window of an order its own rows, and together all of them, whatever it is sorted by', async () => {
    const { context, ciso } = await aRegister();
    fc.assert(
      fc.property(
        fc.constantFrom(...registerSorts),
        fc.boolean(),
        fc.constantFrom(undefined, 'asset', 'centre', 'owner', 'level', 'treatment', 'acceptance'),
        fc.integer({ min: 1, max: 5 }),
        (sort, descending, group, limit) => {
          const asked: Asked = { sort, descending: String(descending), ...(group ? { group } : {}) };
          const whole = registerView(context, ciso, ask(asked));
          const windows = Array.from({ length: Math.ceil(whole.total / limit) }, (_, place) =>
            registerView(context, ciso, ask({ ...asked, limit: String(limit), offset: String(place * limit) })),
          );
          expect(windows.flatMap(({ rows }) => rows)).toEqual(whole.rows);
          expect(new Set(whole.rows.map(({ key }) => key)).size).toBe(4);
          const grouped = whole.groups.reduce((sum, { count }) => sum + count, 0);
          expect(grouped).toBe(group ? whole.total : 0);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each<[string, Asked, [string, number, string | undefined][]]>([
    [
      'level',
      { group: 'level' },
      [
        ['Høj', 2, 'Høj'],
        ['Middel', 1, 'Middel'],
        ['Lav', 1, 'Lav'],
      ],
    ],
    [
      'centre',
      { group: 'centre' },
      [
        ['Center Nord', 2, 'Høj'],
        ['Center Syd', 1, 'Middel'],
        ['Hele kommunen', 1, 'Høj'],
      ],
    ],
    [
      'owner',
      { group: 'owner' },
      [
        ['Anne Ager', 2, 'Høj'],
        ['Bo Ågård', 1, 'Middel'],
        ['Uden ejer', 1, 'Høj'],
      ],
    ],
    [
      'treatment',
      { group: 'treatment' },
      [
        ['Nedbring', 1, 'Høj'],
        ['Acceptér', 1, 'Middel'],
        ['Ikke valgt', 2, 'Høj'],
      ],
    ],
    [
      'asset',
      { group: 'asset' },
      [
        ['Hjemmepleje', 1, 'Høj'],
        ['Løn', 1, 'Middel'],
        ['Ældrejournal', 2, 'Høj'],
      ],
    ],
    ['acceptance', { group: 'acceptance' }, [['Ikke accepteret', 4, 'Høj']]],
  ])('is grouped by %s in an order that means something', async (_, query, expected) => {
    const { context, ciso } = await aRegister();
    const { groups, rows } = registerView(context, ciso, ask(query));
    expect(groups.map(({ title, count, worst }) => [title, count, worst?.word])).toEqual(expected);
    expect(rows).toHaveLength(4);
  });

  it('puts risks of another scale under the nearest level by severity, and in no cell of this one', async () => {
    const { context, ciso } = await aRegister();
    const five = shippedScales.find(({ key }) => key === '5x5')?.scale;
    await assess(
      context,
      anAsset('tax', { title: 'Skat' }),
      { login: { inherent: aStage(4, 3), current: aStage(4, 3) } },
      five ? { scale: five } : {},
    );
    const [row] = registerView(context, ciso, ask({ q: 'skat' })).rows;
    const severity = row?.stages.current?.level.severity ?? -1;
    const [standard] = shippedScales;
    if (!standard) throw new Error('no scale');
    const level = String(bandOf(standard.scale, severity));
    expect(names(context, { q: 'skat', level }, ciso)).toHaveLength(1);
    expect(names(context, { cell: 'current.4.3' }, ciso)).toEqual(['Ældrejournal: Trussel login']);
  });

  it('follows a change of one risk at once, in every perspective', async () => {
    const { context, ciso } = await aRegister();
    const [row] = registerView(context, ciso, ask({ dimension: 'confidentiality', q: 'løn' })).rows;
    expect(row?.stages.current?.consequence).toBe(3);
    await context.list(Risks).update(riskItemKey('assessment-pay-1', 'login'), () => ({ current: aStage(1, 2) }));
    const [after] = registerView(context, ciso, ask({ dimension: 'confidentiality', q: 'løn' })).rows;
    expect(after?.stages.current?.consequence).toBe(1);
    await context.list(Assets).update('pay', () => ({ state: 'retired' }));
    expect(names(context, { q: 'løn' }, ciso)).toEqual([]);
  });
});

describe('the register as a workbook', () => {
  const cells = async (
    context: Context,
    actor: Parameters<typeof registerWorkbook>[1],
    query: Asked,
    columns?: string,
  ) => {
    const { bytes } = await registerWorkbook(context, actor, { ...ask(query), columns });
    const sheets = await readXlsxFile(Buffer.from(bytes));
    return sheets.map(({ data }) => data);
  };

  it('has the same rows in the same order with the columns that are chosen, numbers always with their words', async () => {
    const { context, ciso } = await aRegister();
    const [rows = []] = await cells(context, ciso, { centreId: 'nord' }, 'asset,current,title');
    expect(rows[0]).toEqual(['Aktiv', 'Nu', 'Nu: konsekvens × sandsynlighed', 'Risiko']);
    expect(rows.slice(1).map((row) => `${String(row[0])}: ${String(row[3])}`)).toEqual(
      names(context, { centreId: 'nord' }, ciso),
    );
    expect(rows[1]?.[1]).toBe('Høj');
    expect(rows[1]?.[2]).toMatch(/^4 – \p{L}.* × 3 – \p{L}/u);
  });

  it('begins grouped lines with their group, and tells on a second sheet what was chosen', async () => {
    const { context, ciso } = await aRegister();
    const query = { group: 'level', treatment: 'none', cell: 'current.4.4' };
    const [rows = [], about = []] = await cells(context, ciso, query, 'title');
    expect(rows).toEqual([
      ['Gruppe', 'Risiko'],
      ['Høj', 'Trussel gossip'],
    ]);
    expect(about.map(([name]) => name)).toEqual(
      expect.arrayContaining(['Antal risici', 'Håndtering', 'Celle', 'Rækkefølge', 'Reglen for niveauer']) as unknown[],
    );
    expect(about.find(([name]) => name === 'Antal risici')?.[1]).toBe(1);
    expect(about.find(([name]) => name === 'Celle')?.[1]).toMatch(/^Nu: 4 – .+ × 4 – .+/);
  });

  it('never lets a text be a formula', async () => {
    const { context, ciso } = await aRiskWorld();
    await assess(context, anAsset('bad', { title: '=HYPERLINK("http://ondt.example";"Klik")' }), { login: {} });
    const [rows = []] = await cells(context, ciso, {}, 'asset');
    expect(rows[1]).toEqual([`'=HYPERLINK("http://ondt.example";"Klik")`]);
  });

  it('has all columns when none is chosen, and each once', () => {
    expect(chosenColumns(undefined)).toEqual([...registerColumns]);
    expect(chosenColumns('nothing')).toEqual([...registerColumns]);
    expect(chosenColumns('owner, title,owner,nothing')).toEqual(['owner', 'title']);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { Assets, retireAsset } from '../../../api/assets/index.ts';
import { importFields, importSources, type AssetMapping } from '../../../api/assets/contract.ts';
import {
  assetImportRunOf,
  checkAssetImport,
  importAssets,
  readAssetImport,
} from '../../../api/assets/import/import-assets.ts';
import { importProblems } from '../../../api/assets/import/import-row.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { unavailable } from '../../../api/kernel/index.ts';
import { Centres } from '../../../api/organisation/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aPerson, day, refusal, settle, the } from '../organisation/builders.ts';
import { add, aMapping, anAsset, aProcess, aRegister, assetOf, csv } from './builders.ts';
import { head, importsIn, simple } from './importing.ts';

let context: Context;
beforeEach(async () => {
  ({ context } = await aRegister());
});
const { ciso, byTitle, run, runGuessed } = importsIn(() => context);

describe('a file of assets', () => {
  it('is tried without writing, and says by line in the reader’s words what is wrong', async () => {
    await settle(context, {
      people: [aPerson('jens-1', { title: 'Jens Hansen' }), aPerson('jens-2', { title: 'Jens Hansen' })],
    });
    await settle(context, { people: [aPerson('gone', { title: 'Gert Gået', leftOn: day('2026-01-01') })] });
    const file = csv(
      head,
      ['', 'nord', '', ''],
      ['Nexus', 'Center for vest', 'Jens Hansen', 'Ukendt system; Nexus'],
      ['NEXUS', '', '', ''],
      ['Gammelt', '', 'Gert Gået', ''],
      ['x'.repeat(201), '', '', ''],
    );
    const check = await checkAssetImport(context, ciso(), { ...file, mapping: simple });
    expect(check).toMatchObject({ rows: 5, added: 2, changed: 0, unchanged: 0, leftOut: 3, problemCount: 8 });
    expect(check.problems.map(({ line, severity, code }) => [line, severity, code])).toEqual([
      [2, 'error', 'noTitle'],
      [4, 'error', 'twice'],
      [6, 'error', 'titleTooLong'],
      [3, 'warning', 'unknownCentre'],
      [3, 'warning', 'severalOwners'],
      [3, 'warning', 'unknownAsset'],
      [3, 'warning', 'dependsOnItself'],
      [5, 'warning', 'ownerLeft'],
    ]);
    expect(check).toMatchObject({ errors: 3, warnings: 5 });
    expect(check.problems[1]?.text).toBe('Aktivet står allerede i linje 3. Behold kun den ene linje.');
    const english = await checkAssetImport(context, { ...ciso(), language: 'en' }, { ...file, mapping: simple });
    expect(english.problems[1]?.text).toBe('The asset is already in line 3. Keep only one of the lines.');
    expect(context.list(Assets).all()).toEqual([]);
  });

  it('adds what is new and changes nothing twice', async () => {
    const rows = [
      ['Udlevering', 'Center for nord', 'mette@proeve.example', 'Nexus'],
      ['Nexus', 'nord', 'Anne Aagaard', ''],
    ];
    expect(await run(rows)).toMatchObject({ added: 2, written: 2, left: 0, problems: [] });
    expect(byTitle('Udlevering')).toMatchObject({ centreId: 'nord', ownerId: 'isk-nord', criticality: 'medium' });
    expect(byTitle('Udlevering').dependsOn).toEqual([byTitle('Nexus').key]);
    expect(await run(rows)).toMatchObject({ added: 0, changed: 0, unchanged: 2, written: 0 });
    expect(await run([['Nexus', 'syd', 'Anne Ågård', '']])).toMatchObject({
      changed: 1,
      sample: [{ fields: ['centre'] }],
    });
    expect(byTitle('Nexus').centreId).toBe('syd');
    const acts = context.list(AuditEntries).all();
    expect(acts.map(({ title, details }) => [title, details.added, details.changed])).toEqual([
      ['importAssets', 2, 0],
      ['importAssets', 0, 0],
      ['importAssets', 0, 1],
    ]);
  });

  it('finds its own again by the id in the other register, also under a new name', async () => {
    const mapping = aMapping({ title: 'Navn', externalId: 'Id' });
    await run([['Nexus', '17']], mapping, ['Navn', 'Id']);
    expect(await run([['KMD Nexus', '17']], mapping, ['Navn', 'Id'])).toMatchObject({ changed: 1, added: 0 });
    expect(byTitle('KMD Nexus').externalId).toBe('17');
    expect(await run([['KMD Nexus', '18']], mapping, ['Navn', 'Id'])).toMatchObject({ added: 1 });
  });

  it('gives an asset that was written by hand the id of the register that knows it', async () => {
    const key = await add(context, anAsset({ title: 'Nexus' }));
    const mapping = aMapping({ title: 'Navn', externalId: 'Id' });
    expect(await run([['nexus', '17']], mapping, ['Navn', 'Id'])).toMatchObject({ changed: 1, added: 0 });
    expect(assetOf(context, key).externalId).toBe('17');
  });

  it('takes names for the same whatever way å and case are written, but not C# for C++', async () => {
    const mapping = aMapping({ title: 'Navn' });
    await run([['Ågård (C++)']], mapping, ['Navn']);
    expect(await run([['AAGAARD c++'], ['Ågård C#']], mapping, ['Navn'])).toMatchObject({ changed: 1, added: 1 });
  });

  it('tells processes of the same name apart by their centre', async () => {
    const mapping = aMapping({ title: 'Navn', centre: 'Center' }, { kind: 'workProcess' });
    const rows = [
      ['Udlevering', 'nord'],
      ['Udlevering', 'syd'],
    ];
    expect(await run(rows, mapping, ['Navn', 'Center'])).toMatchObject({ added: 2 });
    expect(await run(rows, mapping, ['Navn', 'Center'])).toMatchObject({ unchanged: 2 });
    const nameless = aMapping({ title: 'Navn' }, { kind: 'workProcess' });
    expect(await run([['Udlevering']], nameless, ['Navn'])).toMatchObject({
      ...{ leftOut: 1, problems: [{ code: 'severalAssets' }] },
    });
    const { problems } = await run([['Indkøb', '', '', 'Udlevering']], { ...simple, kind: 'workProcess' });
    expect(problems.map(({ code }) => code)).toEqual(['severalNamed']);
  });

  it('lets an owner of a common name be told by the centre', async () => {
    await settle(context, {
      people: [
        aPerson('jens-1', { title: 'Jens Hansen' }),
        aPerson('jens-2', { title: 'Jens Hansen', centreId: 'syd' as never }),
      ],
    });
    await run([['Nexus', 'syd', 'Jens Hansen', '']]);
    expect(byTitle('Nexus').ownerId).toBe('jens-2');
  });

  it.each(importSources)('leaves every field whose cell is empty (%s)', async (source) => {
    const links = [{ title: 'Guide', url: 'https://nexus.test/' }];
    const other = await add(context, anAsset({ title: 'Server' }));
    const full = anAsset({
      title: 'Nexus',
      centreId: 'nord',
      ownerId: 'anne',
      usedBy: ['syd'],
      supplier: 'KMD',
      links,
    });
    const key = await add(context, { ...full, description: 'Omsorg', dataSubjects: ['citizens'], dependsOn: [other] });
    const before = assetOf(context, key);
    const headings = importFields.map((field) => `K${field}`);
    const mapping = aMapping(Object.fromEntries(importFields.map((field) => [field, `K${field}`])), { source });
    const row = importFields.map((field) => (field === 'title' ? 'Nexus' : ''));
    expect(await run([row], mapping, headings)).toMatchObject({ unchanged: 1, changed: 0, problems: [] });
    expect(assetOf(context, key)).toEqual(before);
  });

  it('clears what a cell says is none, and shows it before', async () => {
    const links = [{ title: 'Guide', url: 'https://nexus.test/' }];
    const other = await add(context, anAsset({ title: 'Server' }));
    const full = anAsset({ title: 'Nexus', centreId: 'nord', ownerId: 'anne', usedBy: ['syd'], links });
    const key = await add(context, { ...full, dataSubjects: ['citizens'], dependsOn: [other] });
    const fields = ['centre', 'owner', 'usedBy', 'dataSubjects', 'dependsOn', 'links'] as const;
    const mapping = aMapping({ title: 'Navn', ...Object.fromEntries(fields.map((field) => [field, field])) });
    const row = [['Nexus', ...fields.map(() => 'Ingen')]];
    const { sample, problems } = await run(row, mapping, ['Navn', ...fields]);
    expect(problems).toEqual([]);
    expect(sample).toEqual([{ line: 2, title: 'Nexus', what: 'change', fields: [...fields] }]);
    const cleared = { usedBy: [], dataSubjects: [], dependsOn: [], links: [] };
    expect(assetOf(context, key)).toMatchObject(cleared);
    expect([assetOf(context, key).centreId, assetOf(context, key).ownerId]).toEqual([undefined, undefined]);
  });

  it('understands the words of both languages and stored values', async () => {
    const columns = { title: 'T', criticality: 'C', hosting: 'H', state: 'S', personalData: 'P', dataSubjects: 'D' };
    const headings = ['T', 'C', 'H', 'S', 'P', 'D'];
    const rows = [
      ['Et', 'Vitalt', 'Sky i EU', 'Planlagt', 'Følsomme; Almindelige', 'Børn, Medarbejdere'],
      ['To', 'vital', 'cloudEu', 'planned', 'sensitive, ordinary', 'Children; employees'],
      ['Tre', 'Måske', 'Månen', 'Snart', 'Ingen persondata', 'Hunde'],
    ];
    const { problems } = await run(rows, aMapping(columns), headings);
    for (const title of ['Et', 'To'])
      expect(byTitle(title)).toMatchObject({
        ...{ criticality: 'vital', hosting: 'cloudEu', state: 'planned' },
        ...{ personalData: ['sensitive', 'ordinary'], dataSubjects: ['children', 'employees'] },
      });
    expect(byTitle('Tre')).toMatchObject({
      criticality: 'medium',
      hosting: 'unknown',
      state: 'inUse',
      personalData: [],
    });
    expect(problems.map(({ line, code }) => [line, code])).toEqual([4, 4, 4, 4].map((line) => [line, 'unknownWord']));
  });

  it('never makes of a word that nobody knows, or of no word at all, that there are no personal data', async () => {
    const headings = ['Navn', 'Persondata', 'Vigtighed'];
    const mapping = aMapping({ title: 'Navn', personalData: 'Persondata', criticality: 'Vigtighed' });
    const rows = [
      ['Et', 'Lægelige forhold', 'Rød'],
      ['To', '', 'Rød'],
      ['Tre', 'Ingen', 'Lav'],
      ['Fire', 'Lægelige forhold; Almindelige', ''],
    ];
    const { words } = await checkAssetImport(context, ciso(), { ...csv(headings, ...rows), mapping });
    expect(words).toEqual([
      { field: 'personalData', word: 'Lægelige forhold', rows: 2 },
      { field: 'criticality', word: 'Rød', rows: 2 },
    ]);
    await run(rows, mapping, headings);
    const dataOf = (title: string) => byTitle(title).personalData;
    expect(['Et', 'To', 'Tre', 'Fire'].map(dataOf)).toEqual([['unknown'], ['unknown'], [], ['ordinary']]);
    await run([['Uden kolonne', '', '', '']]);
    expect(dataOf('Uden kolonne')).toEqual(['unknown']);
  });

  it('means what the reader says that its words mean, in every row', async () => {
    const headings = ['Navn', 'Persondata', 'Vigtighed'];
    const rows = [
      ['Et', 'lægelige FORHOLD', 'Rød'],
      ['To', 'Intet af den slags', 'Grøn'],
    ];
    const said: AssetMapping['words'] = [
      { field: 'personalData', word: 'Lægelige forhold', means: 'sensitive' },
      { field: 'personalData', word: 'Intet af den slags', means: '' },
      { field: 'criticality', word: 'Rød', means: 'vital' },
      { field: 'criticality', word: 'Grøn', means: 'nonsense' },
    ];
    const mapping = aMapping({ title: 'Navn', personalData: 'Persondata', criticality: 'Vigtighed' }, { words: said });
    expect((await run(rows, mapping, headings)).words).toEqual([{ field: 'criticality', word: 'Grøn', rows: 1 }]);
    expect(byTitle('Et')).toMatchObject({ personalData: ['sensitive'], criticality: 'vital' });
    expect(byTitle('To')).toMatchObject({ personalData: [], criticality: 'medium' });
  });

  it('tells two errors before two thousand warnings, and the same warning once with its rows', async () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => [`System ${at}`, 'Center for vest', '', '']);
    const file = csv(head, ...rows, ['', 'nord', '', ''], ['x'.repeat(201), '', '', '']);
    const check = await checkAssetImport(context, ciso(), { ...file, mapping: simple });
    expect(check).toMatchObject({ errors: 2, warnings: 2_000, problemCount: 3 });
    expect(check.problems.map(({ severity, lines }) => [severity, lines])).toEqual([
      ['error', 1],
      ['error', 1],
      ['warning', 2_000],
    ]);
  });

  it('calls no name ambiguous that only somebody who has left, or is spelled otherwise, has too', async () => {
    await settle(context, {
      people: [
        aPerson('jens-1', { title: 'Jens Møller' }),
        aPerson('jens-2', { title: 'Jens Møller', leftOn: day('2026-01-01') }),
        aPerson('aase-1', { title: 'Åse Holm' }),
        aPerson('aase-2', { title: 'Aase Holm' }),
        aPerson('ole-1', { title: 'Ole Dam' }),
        aPerson('ole-2', { title: 'Ole Dam' }),
      ],
    });
    const titles = ['Et', 'To', 'Tre', 'Fire'];
    const owners = ['Jens Møller', 'Åse Holm', 'Aase Holm', 'Ole Dam'];
    const { problems } = await run(titles.map((title, at) => [title, '', owners[at] ?? '', '']));
    expect(titles.map((title) => byTitle(title).ownerId)).toEqual(['jens-1', 'aase-1', 'aase-2', undefined]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([[5, 'severalOwners']]);
  });

  it('takes for its own name a system that is in use before one that is retired, and a centre before a department', async () => {
    await run([
      ['Nexus', 'nord', '', ''],
      ['Andet', 'nord', '', ''],
    ]);
    await context.list(Assets).create({ ...byTitle('Nexus'), key: 'old-nexus', state: 'retired' });
    await context
      .list(Centres)
      .update('syd', ({ departments }) => ({ departments: [...departments, 'Center for nord'] }));
    const { problems } = await run([['Andet', 'Center for nord', '', 'Nexus']]);
    expect(problems).toEqual([]);
    expect(byTitle('Andet').dependsOn).toEqual([byTitle('Nexus').key]);
  });

  it('takes no address but the web’s, and no dependency of a system on a process', async () => {
    const process = await add(context, aProcess());
    const columns = { title: 'Navn', links: 'Links', dependsOn: 'Afhænger af' };
    const row = ['Nexus', 'javascript:alert(1); Guide <https://a.dk>', 'Udlevering af medicin'];
    const { problems } = await run([row], aMapping(columns), ['Navn', 'Links', 'Afhænger af']);
    expect(problems.map(({ code }) => code)).toEqual(['systemOnProcess', 'wrongLink']);
    expect(problems[0]?.text).toContain('“Udlevering af medicin”');
    expect(byTitle('Nexus')).toMatchObject({ links: [{ title: 'Guide', url: 'https://a.dk/' }], dependsOn: [] });
    expect(assetOf(context, process).kind).toBe('workProcess');
  });

  it('takes out of use and into use what the file says, and never changes the kind', async () => {
    const columns = { title: 'Navn', state: 'Tilstand', kind: 'Slags', externalId: 'Id' };
    const headings = ['Navn', 'Tilstand', 'Slags', 'Id'];
    await run([['Nexus', 'I drift', 'It-system', '1']], aMapping(columns), headings);
    const { problems } = await run([['Nexus', 'Udfaset', 'Arbejdsgang', '1']], aMapping(columns), headings);
    expect(problems.map(({ code }) => code)).toEqual(['kindStays']);
    expect(byTitle('Nexus')).toMatchObject({ state: 'retired', kind: 'system' });
    expect(byTitle('Nexus').retiredReason).toContain('hentet ind');
    await run([['Nexus', 'I brug', '', '1']], aMapping(columns), headings);
    expect(byTitle('Nexus')).toMatchObject({ state: 'inUse' });
    expect(byTitle('Nexus').retiredReason).toBeUndefined();
    await retireAsset(context, ciso(), byTitle('Nexus').key, 'Slut');
    expect(await run([['Nexus', 'Udfaset', '', '1']], aMapping(columns), headings)).toMatchObject({ unchanged: 1 });
    expect(byTitle('Nexus').retiredReason).toBe('Slut');
  });

  it('refuses more rows than are judged while others wait, as soon as the file is chosen', async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, place) => [`System ${place}`, '', '', '']);
    const { guess } = await readAssetImport(context, ciso(), csv(head, ...rows(10_000)));
    expect(guess.columns.title).toBe('Navn');
    const tooMany = csv(head, ...rows(10_001));
    expect(await refusal(() => readAssetImport(context, ciso(), tooMany))).toBe('tables.tooLarge');
    expect(await refusal(() => checkAssetImport(context, ciso(), { ...tooMany, mapping: simple }))).toBe(
      'tables.tooLarge',
    );
  });

  it('says which column is missing, and is for the CISO and the team', async () => {
    const wrong = aMapping({ title: 'Titel' });
    expect(await refusal(() => run([['Nexus', '', '', '']], wrong))).toBe('assets.noSuchColumn');
    expect(await refusal(() => run([['Nexus', '', '', '']], aMapping({ owner: 'Ejer' })))).toBe('assets.noTitleColumn');
    for (const who of ['isk-nord', 'manager-nord', 'auditor', 'anne'])
      for (const act of [
        () => readAssetImport(context, the(context, who), csv(head)),
        () => checkAssetImport(context, the(context, who), { ...csv(head), mapping: simple }),
        () => importAssets(context, the(context, who), { ...csv(head), mapping: simple }),
      ])
        expect([who, await refusal(act)]).toEqual([who, 'assets.mayNotImport']);
  });
});

describe('what may be wrong with a row', () => {
  it.each(importProblems)('%s has its sentence in both languages', (code) => {
    for (const language of ['da', 'en'] as const) {
      const text = translator(language)(`riskDocuments.assets.problem.${code}`, { value: 'x', line: 2, maximum: 3 });
      expect(text).toMatch(/^[A-ZÆØÅ“].*\.$/);
      expect(text).not.toContain('{{');
    }
  });
});

describe('a sheet that somebody keeps', () => {
  it('is understood by plain headings, and of work processes when those are what it names', async () => {
    const { guess, answer } = await runGuessed(
      ['Arbejdsgang', 'Afdeling', 'Ejer', 'Systemer', 'Noget andet'],
      ['Visitation', 'nord', 'Anne Aagaard', '', 'x'],
    );
    expect(guess).toMatchObject({
      ...{ source: 'own', kind: 'workProcess' },
      columns: { title: 'Arbejdsgang', centre: 'Afdeling', owner: 'Ejer', dependsOn: 'Systemer' },
    });
    expect(answer).toMatchObject({ added: 1, problems: [] });
  });
});

describe('a large file', () => {
  const many = (count: number) => {
    const rows = Array.from({ length: count }, (_, at) => [
      ...[`System ${at}`, at % 2 ? 'nord' : 'Center for syd', at % 3 ? 'Anne Aagaard' : 'bo@proeve.example'],
      at === 0 ? '' : `System ${at - 1}; System ${(at * 7) % count}`,
    ]);
    return { ...csv(head, ...rows), mapping: simple };
  };

  it('is read, judged and written once', async () => {
    const file = many(500);
    const check = await importAssets(context, ciso(), file);
    expect(check).toMatchObject({ rows: 500, added: 500 });
    while (assetImportRunOf(context)?.running) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(context.list(Assets).all()).toHaveLength(500);
    const again = await checkAssetImport(context, ciso(), file);
    expect(again).toMatchObject({ unchanged: 500 });
  });

  it('tells where it stopped, and goes on when the file is chosen again', async () => {
    const list = context.list(Assets);
    const create = list.create.bind(list);
    let calls = 0;
    list.create = (record, lane) =>
      ++calls > 20 ? Promise.reject(unavailable('sharepoint.away')) : create(record, lane);
    expect(await refusal(() => importAssets(context, ciso(), many(50)))).toBe('sharepoint.away');
    expect(assetImportRunOf(context)).toMatchObject({
      running: false,
      total: 50,
      written: 20,
      problem: 'sharepoint.away',
    });
    // What was written can be undone.
    const [act] = context.list(AuditEntries).all();
    expect(JSON.stringify(act)).toMatch(/importAssets.*before/);
    list.create = create;
    expect(await importAssets(context, ciso(), many(50))).toMatchObject({ added: 30, written: 30 });
    expect(list.all()).toHaveLength(50);
    expect(await checkAssetImport(context, ciso(), many(50))).toMatchObject({ unchanged: 50 });
  });

  it('is written alone', async () => {
    const list = context.list(Assets);
    const create = list.create.bind(list);
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    list.create = async (record, lane) => {
      await gate;
      return create(record, lane);
    };
    const acts = () => context.list(AuditEntries).all().length;
    const first = importAssets(context, ciso(), many(5));
    while (!assetImportRunOf(context)?.running) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await refusal(() => importAssets(context, ciso(), many(5)))).toBe('assets.importRunning');
    expect(acts()).toBe(1);
    go();
    expect(await first).toMatchObject({ written: 5 });
  });
});

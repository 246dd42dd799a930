import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { AuditEntries } from '../../../api/audit/index.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { personRef } from '../../../api/organisation/index.ts';
import { checkStandardImport, importStandard } from '../../../api/standards/import/import-standard.ts';
import { libraryLines } from '../../../api/standards/import/library-lines.ts';
import { requirementsNow } from '../../../api/standards/index.ts';
import { removeStandard } from '../../../api/standards/remove-standard.ts';
import { Applicability, Requirements, Standards } from '../../../api/standards/standard-list.ts';
import { standardView } from '../../../api/standards/standard-views.ts';
import { workbook } from '../../../api/files/workbook/index.ts';
import { refusal, the } from '../organisation/builders.ts';
import { aStandardsTown } from './builders.ts';

const file = (fileName: string, content: string | Uint8Array, title?: string) => ({
  fileName,
  base64: Buffer.from(content).toString('base64'),
  ...(title === undefined ? {} : { title }),
});
const table = (...rows: string[]) => file('krav.csv', ['Nr.;Titel;Afsnit', ...rows].join('\r\n'), 'Vores egne krav');

const urn = (id: string) => `urn:test:risk:req_node:own:${id}`;
const aLibrary = (changes: object = {}) => ({
  urn: 'urn:test:risk:library:own',
  locale: 'en',
  ref_id: 'OWN',
  name: 'Own library',
  version: 3,
  objects: {
    framework: {
      urn: 'urn:test:risk:framework:own',
      ref_id: 'OWN-2026',
      name: 'Own framework',
      requirement_nodes: [
        { urn: urn('1'), assessable: false, depth: 1, ref_id: '1', name: 'Leading' },
        {
          ...{
            urn: urn('1.1'),
            parent_urn: urn('1'),
            assessable: true,
            depth: 2,
            ref_id: '1.1',
            name: 'Have a policy',
          },
          translations: { da: { name: 'Hav en politik' } },
        },
        {
          ...{ urn: urn('1.2'), parent_urn: urn('1'), assessable: true, depth: 2 },
          description: 'Somebody must answer for it. And much more text that nobody should see here.',
        },
      ],
      ...changes,
    },
  },
});
const yaml = (changes: object = {}, version = 3) => file('own.yaml', stringify({ ...aLibrary(changes), version }));

describe('a standard from a table', () => {
  it('is tried first, written once, and safe to repeat', async () => {
    const { context, ciso } = await aStandardsTown();
    const given = table('1.1;Hav en plan;Planer', '1.2;Øv planen;Planer', '2.1;Lær af det;Læring');
    expect(await checkStandardImport(context, ciso, given)).toMatchObject({
      ...{ format: 'table', requirements: 3, added: 3, changed: 0, unchanged: 0, gone: 0, problems: [] },
      standard: { key: 'imported-vores-egne-krav', title: 'Vores egne krav' },
    });
    expect(context.list(Standards).all()).toHaveLength(0);
    expect(await importStandard(context, ciso, given)).toMatchObject({ written: 3, left: 0 });
    expect(await importStandard(context, ciso, given)).toMatchObject({ written: 0, unchanged: 3 });
    const view = standardView(context, ciso, 'imported-vores-egne-krav', {});
    expect(view.sections.map(({ title, requirements }) => [title, requirements.map(({ ref }) => ref)])).toEqual([
      ['Planer', ['1.1', '1.2']],
      ['Læring', ['2.1']],
    ]);
    expect(view.abilities).toEqual({ decide: true, addControl: true, remove: true });
  });

  it('leaves the section of a requirement whose cell is empty', async () => {
    const { context, ciso } = await aStandardsTown();
    await importStandard(context, ciso, table('1.1;Hav en plan;Planer', '1.2;Øv planen;Planer'));
    const again = table('1.1;Hav en plan;', '1.2;Øv planen og skriv det ned;');
    expect(await checkStandardImport(context, ciso, again)).toMatchObject({ unchanged: 1, changed: 1 });
    await importStandard(context, ciso, again);
    const { sections } = standardView(context, ciso, 'imported-vores-egne-krav', {});
    expect(sections.map(({ title, requirements }) => [title, requirements.map(({ title: name }) => name)])).toEqual([
      ['Planer', ['Hav en plan', 'Øv planen og skriv det ned']],
    ]);
  });

  it('keeps controls and choices by number when the file has changed', async () => {
    const { context, ciso, add } = await aStandardsTown();
    await importStandard(context, ciso, table('1.1;Hav en plan;Planer', '1.2;Øv planen;Planer'));
    const key = standardView(context, ciso, 'imported-vores-egne-krav', {}).sections[0]?.requirements[0]?.key ?? '';
    await add({ requirementKeys: [key] });
    const again = await importStandard(context, ciso, table('1.1;Hav en god plan;Planer', '1.3;Ny;Planer'));
    expect(again).toMatchObject({ added: 1, changed: 1, unchanged: 0, gone: 1, written: 2 });
    expect(requirementsNow(context).get(key)).toMatchObject({
      status: 'partly',
      requirement: { title: { da: 'Hav en god plan' } },
    });
  });

  it('tells a reader of a removed standard who removed it and when, and of an unknown one nothing', async () => {
    const { context, ciso } = await aStandardsTown();
    const key = 'imported-vores-egne-krav';
    await importStandard(context, ciso, table('1;Hav en plan;'));
    await removeStandard(context, ciso, key);
    await expect
      .poll(() =>
        context
          .list(AuditEntries)
          .all()
          .some(({ title }) => title === 'removeStandard'),
      )
      .toBe(true);
    const thrown = (standardKey: string): unknown => {
      try {
        return standardView(context, ciso, standardKey, {});
      } catch (error) {
        return error;
      }
    };
    const { name } = personRef(context, ciso.personId);
    expect(thrown(key)).toMatchObject({
      kind: 'missing',
      code: 'standards.noSuchStandard',
      details: { name, on: todayOf(context.clock) },
    });
    expect(thrown('findes-ikke')).toMatchObject({ code: 'standards.noSuchStandard', details: {} });
    await importStandard(context, ciso, table('1;Hav en plan;'));
    expect(thrown(key)).toMatchObject({ key });
  });

  it('says of each row that cannot be used why', async () => {
    const { context, ciso } = await aStandardsTown();
    const check = await checkStandardImport(
      context,
      ciso,
      table('1;Hav en plan;', ';Uden nummer;', '2;;', '1;To gange;', `${'9'.repeat(61)};For langt;`),
    );
    expect(check.problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'noRef'],
      [4, 'noTitle'],
      [5, 'refTwice'],
      [6, 'refTooLong'],
    ]);
    expect(check.requirements).toBe(1);
  });

  it('finds its columns in Danish and English, in Excel too', async () => {
    const { context, ciso } = await aStandardsTown();
    const { bytes } = await workbook('krav', [
      {
        name: 'Sheet',
        rows: [
          ['Chapter', 'Requirement', 'No.'],
          ['One', 'Have a plan', '1.1'],
        ],
        widths: [10, 10, 10],
      },
    ]);
    const check = await checkStandardImport(context, ciso, file('x.xlsx', bytes, 'Plans'));
    expect(check.sample).toEqual([{ ref: '1.1', title: 'Have a plan', section: 'One' }]);
  });

  it('is refused in words when it has no name, no columns or nothing to use', async () => {
    const { context, ciso } = await aStandardsTown();
    const tried = (given: Parameters<typeof importStandard>[2]) => refusal(() => importStandard(context, ciso, given));
    expect(await tried(file('krav.csv', 'Nr.;Titel\r\n1;En'))).toBe('standards.titleNeeded');
    expect(await tried(file('krav.csv', 'A;B\r\n1;En', 'Krav'))).toBe('standards.noColumns');
    expect(await tried(table(';;x'))).toBe('standards.nothingToImport');
    const many = Array.from({ length: 1_501 }, (_, place) => `${String(place)};Krav;`);
    expect(await tried(table(...many))).toBe('standards.tooMany');
  });

  it('is the CISO’s and the team’s to import and remove', async () => {
    const { context } = await aStandardsTown();
    for (const who of ['isk-nord', 'manager-nord', 'committee', 'auditor', 'anne']) {
      const actor = the(context, who);
      expect(await refusal(() => importStandard(context, actor, table('1;En;')))).toBe('standards.mayNotImport');
      expect(await refusal(() => checkStandardImport(context, actor, table('1;En;')))).toBe('standards.mayNotImport');
      expect(await refusal(() => removeStandard(context, actor, 'iso27001'))).toBe('standards.mayNotImport');
    }
  });

  it('can be removed again with its choices, and controls count when it comes back; what is shipped stays', async () => {
    const { context, ciso, add } = await aStandardsTown();
    await importStandard(context, ciso, table('1;En;', '2;To;'));
    await add({ requirementKeys: ['imported-vores-egne-krav_1'] });
    expect(await removeStandard(context, ciso, 'imported-vores-egne-krav')).toEqual({ removed: 2 });
    expect(await removeStandard(context, ciso, 'imported-vores-egne-krav')).toEqual({ removed: 0 });
    for (const list of [Standards, Requirements, Applicability])
      expect(context.list(list as typeof Standards).all()).toEqual([]);
    await importStandard(context, ciso, table('1;En;', '2;To;'));
    expect(requirementsNow(context).get('imported-vores-egne-krav_1')?.status).toBe('partly');
    expect(await refusal(() => removeStandard(context, ciso, 'gdpr'))).toBe('standards.comesWithTheProduct');
  });
});

describe('a standard from a YAML library', () => {
  it('gives what can be assessed, with numbers, headings and Danish titles where there are some', async () => {
    const { context, ciso } = await aStandardsTown();
    const check = await importStandard(context, ciso, yaml());
    expect(check).toMatchObject({
      ...{ format: 'yaml', requirements: 2, written: 2 },
      standard: { key: 'imported-own-2026', title: 'Own framework', version: '3' },
    });
    expect(check.sample).toEqual([
      { ref: '1.1', title: 'Hav en politik', section: '1 Leading' },
      { ref: '1.2', title: 'Somebody must answer for it.', section: '1 Leading' },
    ]);
    expect(await importStandard(context, ciso, yaml())).toMatchObject({ written: 0, unchanged: 2 });
    const editions = () =>
      context
        .list(Standards)
        .all()
        .map(({ title, edition }) => [title, edition]);
    expect(editions()).toEqual([['Own framework', '3']]);
    await importStandard(context, ciso, yaml({}, 4));
    expect(editions()).toEqual([['Own framework', '4']]);
    await importStandard(context, ciso, yaml({ name: 'Our framework' }, 4));
    expect(editions()).toEqual([['Our framework', '4']]);
  });

  it('never brings a long text along', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 600 });
    fc.assert(
      fc.property(texts, (description) => {
        const nodes = [{ urn: urn('1'), assessable: true, ref_id: '1', description }];
        const read = libraryLines(Buffer.from(stringify(aLibrary({ requirement_nodes: nodes }))));
        if ('problem' in read) throw new Error(read.problem);
        expect(read.lines[0]?.title.length).toBeLessThanOrEqual(120);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused in words when it is too large, no YAML, no standard, or made of aliases', async () => {
    const { context, ciso } = await aStandardsTown();
    const tried = (content: string) => refusal(() => checkStandardImport(context, ciso, file('x.yml', content)));
    expect(await tried('a'.repeat(4_000_001))).toBe('standards.libraryTooLarge');
    expect(await tried('a: [1')).toBe('standards.unreadableLibrary');
    expect(await tried('objects: {}')).toBe('standards.noFramework');
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((name, place) => {
        const before = 'abcdefgh'[place] ?? 'a';
        return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`;
      }),
    ].join('\n');
    expect(await tried(bomb)).toBe('standards.unreadableLibrary');
  });

  it('keeps 6.10 apart from 6.1, also where nobody has put quotes around it', () => {
    const nodes = ['6.1', '6.10', '007'].map(
      (ref) => `      - {urn: "${ref}", assessable: true, ref_id: ${ref}, name: N}`,
    );
    const content = ['objects:', '  framework:', '    name: N', '    requirement_nodes:', ...nodes].join('\n');
    const read = libraryLines(Buffer.from(content));
    expect('lines' in read && read.lines.map(({ ref }) => ref)).toEqual(['6.1', '6.10', '007']);
  });

  it('runs nothing that stands in it', async () => {
    const { context, ciso } = await aStandardsTown();
    const content = stringify(aLibrary()).replace('Own framework', '!!js/function "function () { throw 1 }"');
    const check = await checkStandardImport(context, ciso, file('x.yaml', content));
    expect(check.standard.title).toBe('function () { throw 1 }');
  });

  it('whose headings run in a ring is read all the same', () => {
    const nodes = [
      { urn: urn('a'), parent_urn: urn('b'), assessable: true, ref_id: 'a', name: 'A' },
      { urn: urn('b'), parent_urn: urn('a'), assessable: true, ref_id: 'b', name: 'B' },
    ];
    const read = libraryLines(Buffer.from(stringify(aLibrary({ requirement_nodes: nodes }))));
    expect('lines' in read && read.lines.map(({ section }) => section)).toEqual(['', '']);
  });
});

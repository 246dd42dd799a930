import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssetBody } from '../../../api/assets/contract.ts';
import {
  assetKinds,
  criticalities,
  dataSubjectGroups,
  hostings,
  personalDataKinds,
} from '../../../api/assets/contract.ts';
import { addAsset, Assets, decideNotNeeded, retireAsset } from '../../../api/assets/index.ts';
import { findAssets } from '../../../api/assets/asset-rows.ts';
import { assetSheet, assetsWorkbook } from '../../../api/assets/assets-workbook.ts';
import { guessMapping, keyHeadingOf } from '../../../api/assets/import/guess-mapping.ts';
import { checkAssetImport, importAssets, readAssetImport } from '../../../api/assets/import/import-assets.ts';
import { importRows } from '../../../api/assets/import/import-row.ts';
import { judgeRows } from '../../../api/assets/import/judge-rows.ts';
import type { Context } from '../../../api/context.ts';
import type { Language } from '../../../api/kernel/index.ts';
import { safeText } from '../../../api/files/workbook/index.ts';
import { aCentre, aPerson, settle, the } from '../organisation/builders.ts';
import { aQuery, aRegister, assetOf, unassessed } from './builders.ts';

/** Texts that break spreadsheets: formulas, quotation marks, separators, line breaks, Danish letters, odd bytes. */
const nasty = fc.oneof(
  fc.constantFrom('=1+1', '+45 12345678', '-', '@SUM(A1)', "'=x", "''+", '"citat"', 'a; b', 'a, b', 'æøå ÆØÅ', '#N/A'),
  fc.constantFrom('_x000D_', '1', '01-02-2026', 'TRUE', '…', '<b>&amp;', ' to  mellemrum ', '😀', 'a\tb'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ';', ',', ' ', 'å', 'x'), maxLength: 12 }),
);
const lines = fc.array(nasty, { maxLength: 3 }).map((parts) => parts.join('\r\n').trim());
const name = nasty.map((text) => text.trim()).filter((text) => /[\p{L}\p{N}\p{S}\p{P}]/u.test(text));
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const centreIds = ['nord', 'syd', 'tvilling-1', 'tvilling-2', 'skewed'];
const ownerIds = ['anne', 'bo', 'jens-1', 'jens-2', 'komma'];
const some = <Value>(values: readonly Value[]) => fc.subarray([...values]);

const body: fc.Arbitrary<AssetBody> = fc.record({
  title: name,
  kind: fc.constantFrom(...assetKinds),
  description: lines,
  centreId: optional(fc.constantFrom(...centreIds)),
  ownerId: optional(fc.constantFrom(...ownerIds)),
  usedBy: some(centreIds),
  supplier: optional(nasty),
  personalData: some(personalDataKinds),
  dataSubjects: some(dataSubjectGroups),
  criticality: fc.constantFrom(...criticalities),
  hosting: fc.constantFrom(...hostings),
  state: fc.constantFrom('planned', 'inUse'),
  links: fc.array(fc.record({ title: name, url: fc.webUrl({ withQueryParameters: true, withFragments: true }) }), {
    maxLength: 3,
  }),
  externalId: optional(nasty),
});
/** Assets that may depend on earlier ones, some retired or without need of an assessment. */
const registersOf = (size: { minLength: number; maxLength: number }) =>
  fc.array(
    fc.record({ body, needs: fc.array(fc.nat(20), { maxLength: 3 }), retired: fc.boolean(), notNeeded: fc.boolean() }),
    size,
  );

interface Given {
  body: AssetBody;
  needs: readonly number[];
  retired: boolean;
  notNeeded: boolean;
}

async function aFullRegister(given: readonly Given[]) {
  const { context } = await aRegister();
  await settle(context, {
    centres: [
      ...['tvilling-1', 'tvilling-2'].map((key) => aCentre(key, { title: 'Center for Tvillinger' })),
      aCentre('skewed', { title: '=Center; "skævt", æøå', departments: ['Skæv; afdeling'] }),
    ],
    people: [
      ...['jens-1', 'jens-2'].map((key) => aPerson(key, { title: 'Jens Hansen' })),
      aPerson('komma', { title: 'Ørum, Åse; "Å"' }),
    ],
  });
  const ciso = the(context, 'ciso');
  const added: { key: string; kind: AssetBody['kind'] }[] = [];
  for (const { body: one, needs, retired, notNeeded } of given) {
    const dependsOn = needs.flatMap((place) => {
      const other = added[place % Math.max(added.length, 1)];
      return other && (one.kind === 'workProcess' || other.kind === 'system') ? [other.key] : [];
    });
    const { key } = await addAsset(context, ciso, { ...one, dependsOn });
    added.push({ key, kind: one.kind });
    if (retired) await retireAsset(context, ciso, key, '=Ude af brug');
    if (notNeeded) await decideNotNeeded(context, ciso, key, '+Ikke nødvendig, fordi');
  }
  return context;
}
/** The sheet as from a file reader: the workbook's content, without the zip archive. */
function tableOf(context: Context, language: Language) {
  const actor = { ...the(context, 'ciso'), language };
  const { found } = findAssets(context, actor, aQuery(), unassessed);
  const [headers = [], ...rows] = [...assetSheet(context, context.texts(language), found).rows].map((row) =>
    row.map(String),
  );
  return {
    headers,
    rows: rows.map((cells, index) => ({ number: index + 2, cells: cells.map((cell) => safeText(cell).trim()) })),
  };
}

describe('import of an export', () => {
  it.each(['da', 'en'] as const)('is nothing new, whatever stands in the register (%s)', async (language) => {
    await fc.assert(
      fc.asyncProperty(registersOf({ minLength: 1, maxLength: 8 }), async (given) => {
        const context = await aFullRegister(given);
        const table = tableOf(context, language);
        const mapping = guessMapping(context, table);
        const rowsGiven = await importRows(table, mapping, keyHeadingOf(context, table));
        const rows = await judgeRows(context, rowsGiven, mapping);
        expect(rows.map(({ what, problems, fields }) => ({ what, problems, fields }))).toEqual(
          given.map(() => ({ what: 'same', problems: [], fields: [] })),
        );
      }),
      { numRuns: 75 },
    );
  });

  it('is nothing new through a real workbook either', async () => {
    await fc.assert(
      fc.asyncProperty(registersOf({ minLength: 80, maxLength: 120 }), async (given) => {
        const context = await aFullRegister(given);
        const ciso = the(context, 'ciso');
        const { bytes, fileName } = await assetsWorkbook(context, ciso, aQuery(), unassessed);
        const file = { fileName, base64: Buffer.from(bytes).toString('base64') };
        const { guess } = await readAssetImport(context, ciso, file);
        expect(guess.source).toBe('own');
        const check = await checkAssetImport(context, ciso, { ...file, mapping: guess });
        expect(check).toMatchObject({ rows: given.length, unchanged: given.length, problems: [] });
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('makes the same register again where there is none', async () => {
    const { context } = await aRegister();
    const ciso = the(context, 'ciso');
    const { key: system } = await addAsset(context, ciso, {
      ...{ title: '=Nexus; "omsorg"', kind: 'system', criticality: 'vital', hosting: 'cloudEu', state: 'planned' },
      ...{ ownerId: 'anne', centreId: 'nord', usedBy: ['nord', 'syd'], supplier: '@KMD', description: 'a\nb' },
      ...{ personalData: ['ordinary', 'confidential'], dataSubjects: ['citizens', 'vulnerable'] },
      links: [{ title: 'Vejledning; ny', url: 'https://a.dk/?q=1;2' }],
    });
    await addAsset(context, ciso, {
      ...{ title: 'Udlevering', kind: 'workProcess', criticality: 'high', dependsOn: [system], externalId: 'x-1' },
    });
    const { bytes } = await assetsWorkbook(context, ciso, aQuery(), unassessed);
    const file = { fileName: 'a.xlsx', base64: Buffer.from(bytes).toString('base64') };
    const empty = (await aRegister()).context;
    const { guess } = await readAssetImport(empty, ciso, file);
    expect(await importAssets(empty, ciso, { ...file, mapping: guess })).toMatchObject({
      ...{ added: 2, written: 2, left: 0, problems: [] },
    });
    const content = (from: Context) =>
      from
        .list(Assets)
        .all()
        .map(({ key: _key, item: _item, changedAt: _changedAt, dependsOn, ...rest }) => ({
          ...rest,
          dependsOn: dependsOn.map((one) => assetOf(from, one).title),
        }))
        .sort((one, other) => (one.title < other.title ? -1 : 1));
    expect(JSON.parse(JSON.stringify(content(empty)))).toEqual(JSON.parse(JSON.stringify(content(context))));
    expect(await importAssets(empty, ciso, { ...file, mapping: guess })).toMatchObject({ unchanged: 2, written: 0 });
  });
});

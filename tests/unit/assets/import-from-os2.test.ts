import { beforeEach, describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import { importAssets, readAssetImport } from '../../../api/assets/import/import-assets.ts';
import { assetImports, undoAssetImport } from '../../../api/assets/import/undo-import.ts';
import type { Context } from '../../../api/context.ts';
import type { Lane, ListDefinition, ListHandle } from '../../../api/sharepoint/index.ts';
import { assetStatusOf } from '../../../api/risks/asset-status.ts';
import { Centres } from '../../../api/organisation/index.ts';
import { person, refusal, the } from '../organisation/builders.ts';
import { add, anAsset, aRegister, csv } from './builders.ts';
import { head, importsIn, simple } from './importing.ts';

let context: Context;
beforeEach(async () => {
  ({ context } = await aRegister());
});
const { ciso, byTitle, run, runGuessed } = importsIn(() => context);

describe('an import that is undone', () => {
  const undo = (referencesTo: () => { kind: string; title: string; path: string }[] = () => []) => {
    const [latest] = assetImports(context).imports;
    if (!latest) throw new Error('nothing was imported');
    return undoAssetImport(context, ciso(), latest.key, { referencesTo });
  };

  it('takes away what it added and puts back what it changed, with what was absent absent', async () => {
    await run([['Nexus', 'nord', '', '']]);
    const before = byTitle('Nexus');
    context.clock.now().setMinutes(context.clock.now().getMinutes() + 5);
    await run([
      ['Nexus', 'syd', 'Anne Aagaard', 'Andet'],
      ['Andet', '', '', ''],
    ]);
    expect(byTitle('Nexus')).toMatchObject({ centreId: 'syd', ownerId: 'anne', dependsOn: [byTitle('Andet').key] });
    expect(await undo()).toEqual({ undone: 2, left: [] });
    const { item: _before, ...was } = before;
    const { item: _after, ...is } = byTitle('Nexus');
    expect(is).toEqual(was);
    expect(context.list(Assets).all()).toHaveLength(1);
    expect(assetImports(context).imports.map(({ undone }) => undone)).toContain(true);
  });

  it('takes away all of it when it died half-way, and the same press came again', async () => {
    const list = context.list(Assets);
    const { create } = list;
    const pressed = { ...ciso(), idempotencyKey: 'press-0001' };
    const rows = ['Et', 'To', 'Tre'].map((title) => [title, '', '', '']);
    const give = () => importAssets(context, pressed, { ...csv(head, ...rows), mapping: simple });
    list.create = (record, lane) =>
      record.title === 'Et' ? create(record, lane) : Promise.reject(new Error('killed'));
    await expect(give()).rejects.toThrow('killed');
    list.create = create;
    context.clock.now().setMinutes(context.clock.now().getMinutes() + 5);
    await give();
    expect(list.all()).toHaveLength(3);
    expect(assetImports(context).imports).toHaveLength(1);
    expect(await undo()).toEqual({ undone: 3, left: [] });
    expect(list.all()).toHaveLength(0);
  });

  it('is written in the lane of somebody who waits: the answer says what was left', async () => {
    await run([['Nexus', 'nord', '', '']]);
    context.clock.now().setMinutes(context.clock.now().getMinutes() + 5);
    await run([
      ['Nexus', 'syd', '', ''],
      ['Opus', '', '', ''],
    ]);
    const lanes: (Lane | undefined)[] = [];
    const { list } = context;
    context.list = <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
      const handle = list(definition);
      if (definition.name !== Assets.name) return handle;
      return {
        ...handle,
        update: async (key, change, lane, beforeWrite) => {
          lanes.push(lane);
          return handle.update(key, change, lane, beforeWrite);
        },
        removeUnchanged: async (item, lane) => {
          lanes.push(lane);
          return handle.removeUnchanged(item, lane);
        },
      };
    };
    expect(await undo()).toEqual({ undone: 2, left: [] });
    expect(lanes).toHaveLength(2);
    expect(lanes).not.toContain('background');
  });

  it('leaves what somebody has changed since, and what something refers to, and says which', async () => {
    await run([
      ['Et', '', '', ''],
      ['To', '', '', ''],
      ['Tre', '', '', ''],
    ]);
    await context.list(Assets).update(byTitle('To').key, () => ({ changedBy: person('anne') }));
    const three = byTitle('Tre').key;
    const [latest] = assetImports(context).imports;
    const { undone, left } = await undoAssetImport(context, ciso(), latest?.key ?? '', {
      referencesTo: (_context, key) => (key === three ? [{ kind: 'risk', title: 'Risiko', path: '/' }] : []),
    });
    expect(undone).toBe(1);
    expect(left.map(({ title, why }) => [title, why]).sort()).toEqual([
      ['To', 'changed'],
      ['Tre', 'referred'],
    ]);
    expect(
      await refusal(() =>
        undoAssetImport(context, the(context, 'anne'), latest?.key ?? '', { referencesTo: () => [] }),
      ),
    ).toBe('assets.mayNotImport');
    expect(await refusal(() => undoAssetImport(context, ciso(), 'nothing', { referencesTo: () => [] }))).toBe(
      'assets.noSuchImport',
    );
  });
});

describe('an undone import that something depends on', () => {
  it('leaves what an asset that stays cannot do without, near and far, and names that asset', async () => {
    await run([
      ['Et', '', '', 'To'],
      ['To', '', '', 'Tre'],
      ['Tre', '', '', ''],
      ['Fire', '', '', ''],
      ['Fem', '', '', 'Fire'],
    ]);
    await context.list(Assets).update(byTitle('Et').key, () => ({ changedBy: person('anne') }));
    await add(context, anAsset({ title: 'Ny', dependsOn: [byTitle('Fire').key] }));
    const [latest] = assetImports(context).imports;
    const told = { referencesTo: () => [] };
    const { undone, left } = await undoAssetImport(context, ciso(), latest?.key ?? '', told);
    expect(undone).toBe(1);
    expect(left.map(({ title, why, by }) => [title, why, by]).sort()).toEqual([
      ['Et', 'changed', undefined],
      ['Fire', 'needed', 'Ny'],
      ['To', 'needed', 'Et'],
      ['Tre', 'needed', 'To'],
    ]);
  });
});

describe('what OS2compliance knows of an asset beside its fields', () => {
  const headings = [
    ...['Navn', 'Leverandør', 'Tredjelandsoverførsel', 'Type', 'Systemejer', 'Antal beh.', 'Risiko vurdering'],
    ...['Databehandleraftale', 'Dato', 'Systemansvarlig'],
  ];
  const rowOf = (title: string, score: string, agreement: string, day: string) => [
    ...[title, 'KMD', 'false', 'It-system', '', '2', score, agreement, day, ''],
  ];

  it('is taken over, score, agreement and day, and undone with the whole of the import', async () => {
    const { guess, answer } = await runGuessed(
      headings,
      rowOf('Nexus', 'Gul', 'Ja', '03/02-2026'),
      rowOf('Opus', 'Lysgrøn', 'I proces', '24/12-2099'),
      rowOf('Tomt', 'Lilla', '', ''),
    );
    expect(guess).toMatchObject({
      source: 'os2compliance',
      columns: { score: 'Risiko vurdering', scoredOn: 'Dato', agreement: 'Databehandleraftale' },
    });
    expect(byTitle('Nexus').carried).toEqual({ score: 'yellow', scoredOn: '2026-02-03', agreement: 'yes' });
    expect(byTitle('Opus').carried).toEqual({ score: 'lightGreen', agreement: 'onGoing' });
    expect(byTitle('Tomt').carried).toBeUndefined();
    expect(answer.words).toEqual([{ field: 'score', word: 'Lilla', rows: 1 }]);
    expect(answer.problems.map(({ code }) => code).sort()).toEqual(['unknownWord', 'wrongDay']);
    expect(assetStatusOf(context, byTitle('Nexus').key, 'da')).toMatchObject({
      assessment: 'current',
      reviewOn: '2027-02-03',
    });
    expect(assetStatusOf(context, byTitle('Opus').key, 'da').assessment).toBe('none');
    const [latest] = assetImports(context).imports;
    const told = { referencesTo: () => [] };
    expect(await undoAssetImport(context, ciso(), latest?.key ?? '', told)).toEqual({ undone: 3, left: [] });
    expect(context.list(Assets).all()).toEqual([]);
  });
});

describe('an export of OS2compliance', () => {
  it('of assets becomes systems', async () => {
    const { guess, answer } = await runGuessed(
      [
        ...['Navn', 'Leverandør', 'Tredjelandsoverførsel', 'Type', 'Systemejer', 'Opdateret', 'Antal beh.'],
        ...['Risiko vurdering', 'Status', 'Systemansvarlig'],
      ],
      ['Nexus', 'KMD A/S', 'false', 'It-system', 'Anne Aagaard, Bo Ærø', '01/02-2026', '3', 'Gul', 'Klar', 'Bo Ærø'],
      ['Filserver', '', 'true', 'Egen type', 'Ukendt Person', '01/02-2026', '0', '', 'Ikke startet', ''],
    );
    expect(guess).toMatchObject({
      ...{ source: 'os2compliance', kind: 'system' },
      columns: { title: 'Navn', kind: 'Type', owner: 'Systemejer', supplier: 'Leverandør' },
    });
    expect(answer).toMatchObject({ added: 2, leftOut: 0 });
    expect(answer.problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'moreThanOne'],
      [3, 'unknownOwner'],
    ]);
    expect(byTitle('Nexus')).toMatchObject({ kind: 'system', ownerId: 'anne', supplier: 'KMD A/S', state: 'inUse' });
  });

  it('of processing activities becomes work processes that depend on the assets', async () => {
    const nexus = await add(context, anAsset({ title: 'Nexus' }));
    const comma = await add(context, anAsset({ title: 'Sag, job og ydelse' }));
    await context.list(Centres).update('nord', () => ({ departments: ['Hjemmeplejen'] }));
    const { guess, answer } = await runGuessed(
      [
        ...['Titel', 'Afdeling', 'Opdateret', 'Konsekvens vurdering', 'Risiko vurdering', 'Risiko aktiver', 'Status'],
        'Aktiver',
      ],
      ['Udbetaling', 'Hjemmeplejen', '01/02-2026', 'Gul', '', 'Rød', 'I gang', 'Nexus, Sag, job og ydelse, Ukendt'],
    );
    expect(guess).toMatchObject({
      ...{ source: 'os2compliance', kind: 'workProcess' },
      columns: { title: 'Titel', centre: 'Afdeling', dependsOn: 'Aktiver' },
    });
    expect(answer.problems.map(({ code }) => code)).toEqual(['unknownAsset']);
    expect(byTitle('Udbetaling')).toMatchObject({ kind: 'workProcess', centreId: 'nord', dependsOn: [nexus, comma] });
  });
});

describe('an export of OS2kitos', () => {
  it('becomes systems under ids of their own that a repeat finds', async () => {
    const headings = [
      ...['IT-System (UUID)', 'IT System', 'Ansv. organisationsenhed', 'DataType', 'Leverandør', 'Livscyklus'],
      ...['IT systemet driftes', 'Systemets overordnede formål', 'Anvendte systemer'],
    ];
    const rows = [
      ['u-1', 'Nexus', 'Center for syd', 'Almindelige personoplysninger, Følsomme personoplysninger', 'KMD', 'I drift'],
      ['u-2', 'Database', '', 'Ingen personoplysninger', '', 'Under indfasning'],
    ] as const;
    const file = [headings, [...rows[0], 'Eksternt', 'Omsorg', 'Database'], [...rows[1], 'On-premise', '', '']];
    const { guess, answer } = await runGuessed(...file);
    expect(guess.source).toBe('os2kitos');
    const { guesses } = await readAssetImport(context, ciso(), csv(...file));
    expect(guesses.os2kitos).toEqual(guess);
    expect(guesses.own.columns).not.toEqual(guess.columns);
    expect(answer).toMatchObject({ added: 2, problems: [] });
    expect(byTitle('Nexus')).toMatchObject({
      ...{ externalId: 'os2kitos:u-1', centreId: 'syd', hosting: 'supplier', supplier: 'KMD', description: 'Omsorg' },
      ...{ personalData: ['ordinary', 'sensitive'], dependsOn: [byTitle('Database').key] },
    });
    expect(byTitle('Database')).toMatchObject({ hosting: 'own', state: 'planned', personalData: [] });
    expect((await runGuessed(...file)).answer).toMatchObject({ unchanged: 2, written: 0 });
  });
});

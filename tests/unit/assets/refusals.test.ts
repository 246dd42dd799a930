import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import { decideNotNeeded, reinstateAsset, retireAsset, undoNotNeeded } from '../../../api/assets/index.ts';
import { assetImports, undoAssetImport } from '../../../api/assets/import/undo-import.ts';
import type { Context } from '../../../api/context.ts';
import { refused } from '../../support/refused.ts';
import { the } from '../organisation/builders.ts';
import { add, anAsset, aRegister, assetOf } from './builders.ts';
import { importsIn } from './importing.ts';

const reason = 'Afløst af et nyt';

/** A system of the north that Anne, an employee, owns; and one of nobody's centre. */
async function world() {
  const { context, setNow } = await aRegister();
  const owned = await add(context, anAsset({ centreId: 'nord', ownerId: 'anne' }));
  const shared = await add(context, anAsset({ title: 'Fælles', ownerId: 'anne' }));
  return { context, setNow, owned, shared };
}
type Act = (context: Context, who: string, key: string) => Promise<unknown>;
const retire: Act = (context, who, key) => retireAsset(context, the(context, who), key, reason);
const reinstate: Act = (context, who, key) => reinstateAsset(context, the(context, who), key);
const decide: Act = (context, who, key) => decideNotNeeded(context, the(context, who), key, reason);
const undo: Act = (context, who, key) => undoNotNeeded(context, the(context, who), key);

describe('an asset', () => {
  it.each([
    ['taken out of use by its owner alone', 'assets.mayNotRetire', 'anne', retire, 'owned', 'isk-nord'],
    ['taken out of use by another centre’s ISK', 'assets.mayNotRetire', 'isk-syd', retire, 'owned', 'manager-nord'],
    ['taken out of use by an ISK when it is no centre’s', 'assets.mayNotRetire', 'isk-nord', retire, 'shared', 'team'],
    ['taken out of use by the auditor', 'assets.mayNotRetire', 'auditor', retire, 'owned', 'ciso'],
    ['brought back by its owner alone', 'assets.mayNotRetire', 'anne', reinstate, 'owned', 'isk-nord'],
    ['brought back by the committee', 'assets.mayNotRetire', 'committee', reinstate, 'shared', 'ciso'],
    ['called not in need by its owner alone', 'assets.mayNotDecide', 'anne', decide, 'owned', 'manager-nord'],
    ['called not in need by the centre’s ISK', 'assets.mayNotDecide', 'isk-nord', decide, 'owned', 'team'],
    [
      'called not in need by a manager when it is no centre’s',
      'assets.mayNotDecide',
      'manager-nord',
      decide,
      'shared',
      'ciso',
    ],
    ['called in need again by the centre’s ISK', 'assets.mayNotDecide', 'isk-nord', undo, 'owned', 'manager-nord'],
    ['called in need again by another centre’s manager', 'assets.mayNotDecide', 'manager-syd', undo, 'owned', 'team'],
  ] as const)('is not %s: %s', async (_what, code, who, act, which, may) => {
    const { context, [which]: key } = await world();
    if (act === reinstate) await retire(context, 'ciso', key);
    if (act === undo) await decide(context, 'ciso', key);
    const { etag } = assetOf(context, key).item;
    expect(await refused(context, () => act(context, who, key))).toBe(`forbidden ${code}`);
    await act(context, may, key);
    expect(assetOf(context, key).item.etag).not.toBe(etag);
  });
});

describe('an import whose file was changed in SharePoint', () => {
  const told = { referencesTo: () => [] };
  async function imported() {
    const { context: town, setNow } = await world();
    const changed = new Map<unknown, string>();
    const download: Context['documents']['download'] = async (id, options) =>
      changed.has(id) ? new TextEncoder().encode(changed.get(id)) : town.documents.download(id, options);
    const context: Context = { ...town, documents: { ...town.documents, download } };
    const { run, ciso, byTitle } = importsIn(() => context);
    let minute = 0;
    const give = async (...rows: string[][]) => {
      setNow(`2026-11-24T10:${String((minute += 1)).padStart(2, '0')}:00.000Z`);
      await run(rows);
      return assetImports(context).imports[0]?.key ?? '';
    };
    const change = (importKey: string, text: string) =>
      void changed.set(context.list(AuditEntries).get(importKey)?.details['before'], text);
    return { context, ciso: ciso(), give, byTitle, change };
  }

  it.each([
    ['is no JSON', 'hej'],
    ['is empty', ''],
    ['is another', '{"at":"2026-11-24T10:01:00.000Z","by":"ciso"}'],
    ['is a list', '[]'],
    ['has nothing of it', '{"at":"2026-11-24T10:01:00.000Z","by":"ciso","entries":[]}'],
  ])('is not undone when the file %s', async (_how, text) => {
    const { context, ciso, give, byTitle, change } = await imported();
    const key = await give(['Nexus', 'nord', '', '']);
    change(key, text);
    expect(await refused(context, () => undoAssetImport(context, ciso, key, told))).toBe(
      'conflict assets.importFileChanged',
    );
    expect(byTitle('Nexus').state).toBe('inUse');
    const other = await give(['Opus', 'nord', '', '']);
    expect(await undoAssetImport(context, ciso, other, told)).toMatchObject({ undone: 1, left: [] });
  });

  it('does not stop another from being undone, for which it would have been read', async () => {
    const { context, ciso, give, byTitle, change } = await imported();
    const first = await give(['Et', '', '', 'To'], ['To', '', '', '']);
    const last = await give(['Tre', '', '', 'To']);
    expect(await undoAssetImport(context, ciso, first, told)).toMatchObject({ undone: 1, left: [{ title: 'To' }] });
    change(first, 'hej');
    expect(await undoAssetImport(context, ciso, last, told)).toEqual({ undone: 1, left: [] });
    expect(byTitle('To').state).toBe('inUse');
  });
});

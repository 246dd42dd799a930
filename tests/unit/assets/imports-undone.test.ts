import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import { assetImports, undoAssetImport } from '../../../api/assets/import/undo-import.ts';
import type { Context } from '../../../api/context.ts';
import { aRegister } from './builders.ts';
import { importsIn } from './importing.ts';

const row = fc.tuple(
  fc.constantFrom('Nexus', 'Opus', 'Acadre'),
  fc.constantFrom('', 'nord', 'syd'),
  fc.constantFrom('', 'Anne Aagaard', 'Bo Ærø'),
  fc.constantFrom('', 'Nexus', 'Opus'),
);
const file = fc.uniqueArray(
  row.map((cells): string[] => [...cells]),
  { minLength: 1, maxLength: 3, selector: ([title]) => title },
);

const at = (minute: number) => `2026-11-24T09:${String(minute).padStart(2, '0')}:00.000Z`;
async function anImporter() {
  const { context, setNow } = await aRegister(at(0));
  const { run, ciso } = importsIn(() => context);
  let minute = 0;
  const later = () => setNow(at((minute += 1)));
  return {
    context,
    /** Imports a file; its key, or undefined when it changed nothing. */
    give: async (rows: string[][]) => {
      later();
      const known = new Set(assetImports(context).imports.map(({ key }) => key));
      await run(rows);
      return assetImports(context).imports.find(({ key }) => !known.has(key))?.key;
    },
    undo: async (key: string | undefined) => {
      later();
      if (key !== undefined) await undoAssetImport(context, ciso(), key, { referencesTo: () => [] });
    },
  };
}
/** The register by title; keys are made anew in each world. */
const register = (context: Context) => {
  const all = context.list(Assets).all();
  const titleOf = (wanted: string) => all.find(({ key }) => key === wanted)?.title;
  return all
    .map(({ title, centreId, ownerId, state, dependsOn, changedAt }) => ({
      ...{ title, centreId, ownerId, state, changedAt },
      dependsOn: dependsOn.map(titleOf),
    }))
    .toSorted((one, other) => one.title.localeCompare(other.title));
};

describe('several imports', () => {
  it('of which the latest are undone, in any order, are as if only the others had been made', async () => {
    const undone = fc
      .nat({ max: 2 })
      .chain((stays) => fc.tuple(fc.constant(stays), fc.array(fc.nat({ max: 9 }), { minLength: 3, maxLength: 3 })));
    await fc.assert(
      fc.asyncProperty(fc.tuple(file, file, file), undone, async (files, [stays, order]) => {
        const [both, alone] = [await anImporter(), await anImporter()];
        const keys: (string | undefined)[] = [];
        for (const rows of files) keys.push(await both.give(rows));
        for (const rows of files.slice(0, stays)) await alone.give(rows);
        const taken = keys.map((key, place) => ({ key, place: order[place] ?? 0 })).slice(stays);
        for (const { key } of taken.toSorted((one, other) => one.place - other.place)) await both.undo(key);
        expect(register(both.context)).toEqual(register(alone.context));
      }),
      { numRuns: 20 },
    );
  });
});

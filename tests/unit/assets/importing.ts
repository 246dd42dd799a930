import type { AssetMapping } from '../../../api/assets/contract.ts';
import { importAssets, readAssetImport } from '../../../api/assets/import/import-assets.ts';
import { Assets } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { the } from '../organisation/builders.ts';
import { aMapping, csv } from './builders.ts';

export const simple = aMapping({ title: 'Navn', centre: 'Center', owner: 'Ejer', dependsOn: 'Afhænger af' });
export const head = ['Navn', 'Center', 'Ejer', 'Afhænger af'];

/** Import steps on the register of `context`. */
export function importsIn(context: () => Context) {
  const ciso = () => the(context(), 'ciso');
  return {
    ciso,
    byTitle: (title: string) => {
      const asset = context()
        .list(Assets)
        .all()
        .find((one) => one.title === title);
      if (!asset) throw new Error(`no ${title}`);
      return asset;
    },
    run: (rows: string[][], mapping: AssetMapping = simple, headings = head) =>
      importAssets(context(), ciso(), { ...csv(headings, ...rows), mapping }),
    /** Reads with the program's own guess, unchanged. */
    runGuessed: async (...rows: string[][]) => {
      const { guess } = await readAssetImport(context(), ciso(), csv(...rows));
      return { guess, answer: await importAssets(context(), ciso(), { ...csv(...rows), mapping: guess }) };
    },
  };
}

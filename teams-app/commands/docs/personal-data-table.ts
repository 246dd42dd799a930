import { allLists } from '../../program/lists.ts';
import { none, personalData } from '../../program/personal-data.ts';
import { table } from './lists-page.ts';

/** The table of docs/data-flow.md. */
export function personalDataTable(): string {
  const rows = allLists.map(({ name }) => {
    const told = personalData[name];
    if (told === undefined) throw new Error(`What does ${name} tell of people? Say it in personal-data.ts.`);
    const link = `[\`${name}\`](lists.md#${name.toLowerCase()})`;
    return told === none ? [link, '', 'none', ''] : [link, told.whose, told.what, told.why];
  });
  return table([['list', 'of whom', 'what', 'what for'], ...rows]).join('\n');
}

import { inSlices } from '../../kernel/index.ts';
import type { Table } from '../../files/tables/index.ts';
import { textOfCell } from '../cell-text.ts';
import { importFields, type AssetMapping } from '../contract.ts';

export type ImportField = (typeof importFields)[number];

/** A row of the file by what its columns fill. */
export interface ImportRow {
  line: number;
  /** Only of columns that are mapped; an empty cell is ''. */
  cells: Partial<Record<ImportField, string>>;
  /** Our own key, in our own export. */
  ownKey?: string;
}

export const importProblems = [
  ...(['noTitle', 'titleTooLong', 'unknownKind', 'severalAssets', 'twice'] as const),
  ...(['tooLong', 'tooMany', 'unknownCentre', 'severalCentres', 'unknownOwner', 'severalOwners', 'ownerLeft'] as const),
  ...(['moreThanOne', 'unknownWord', 'unknownAsset', 'severalNamed', 'dependsOnItself', 'systemOnProcess'] as const),
  ...(['wrongLink', 'kindStays', 'wrongDay'] as const),
] as const;
/** What is wrong with a row, with the values of its sentence (`riskDocuments.assets.problem.<code>`). */
export interface ImportProblem {
  code: (typeof importProblems)[number];
  values: Readonly<Record<string, string | number>>;
  /** The column, of a word that is not understood. */
  field?: ImportField;
}

/** The rows of a table by a mapping. `keyHeading`: where our own keys stand. */
export async function importRows(
  table: Table,
  { columns }: AssetMapping,
  keyHeading: string | undefined,
): Promise<ImportRow[]> {
  const places = importFields.flatMap((field) => {
    const heading = columns[field];
    return heading === undefined ? [] : [[field, table.headers.indexOf(heading)] as const];
  });
  const keyAt = keyHeading === undefined ? -1 : table.headers.indexOf(keyHeading);
  const rows: ImportRow[] = [];
  await inSlices(table.rows, ({ number: line, cells }) => {
    const ownKey = cells[keyAt] ?? '';
    rows.push({
      line,
      cells: Object.fromEntries(places.map(([field, place]) => [field, textOfCell(cells[place] ?? '')])),
      ...(ownKey === '' ? {} : { ownKey }),
    });
  });
  return rows;
}

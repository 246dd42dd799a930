import { inSlices } from '../../kernel/index.ts';
import type { Table } from '../../files/tables/index.ts';
import { textOfCell } from '../cell-text.ts';
import { importFields, type AssetMapping } from '../contract.ts';

export type ImportField = (typeof importFields)[number];

/** A row of the file by field. */
export interface ImportRow {
  line: number;
  /** Mapped columns only; an empty cell is ''. */
  cells: Partial<Record<ImportField, string>>;
  /** Our key, from our export. */
  ownKey?: string;
}

export const importProblems = [
  ...(['noTitle', 'titleTooLong', 'unknownKind', 'severalAssets', 'twice'] as const),
  ...(['tooLong', 'tooMany', 'unknownCentre', 'severalCentres', 'unknownOwner', 'severalOwners', 'ownerLeft'] as const),
  ...(['moreThanOne', 'unknownWord', 'unknownAsset', 'severalNamed', 'dependsOnItself', 'systemOnProcess'] as const),
  ...(['wrongLink', 'kindStays', 'wrongDay'] as const),
] as const;
/** A row's problem, with the values of its text (`riskDocuments.assets.problem.<code>`). */
export interface ImportProblem {
  code: (typeof importProblems)[number];
  values: Readonly<Record<string, string | number>>;
  /** The column of an unknown word. */
  field?: ImportField;
}

/** A table's rows by a mapping. `keyHeading`: column of our keys. */
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

import { readFile } from 'node:fs/promises';
import { AppError } from '../../../api/kernel/index.ts';
import { readTable as readBytes, type Table } from '../../../api/files/tables/index.ts';
import { errors } from '../../../api/texts/en/errors.ts';

export type { Table };

const said = (code: string): string => new Map<string, string>(Object.entries(errors.tables)).get(code) ?? code;

/** Reads a .csv or the first sheet of an .xlsx. Throws with a readable message. */
export async function readTable(file: string): Promise<Table> {
  try {
    return await readBytes(await readFile(file));
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    throw new Error(said(thrown.code.replace('tables.', '')), { cause: thrown });
  }
}

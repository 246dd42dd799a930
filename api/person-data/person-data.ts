import { AuditEntries } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { closedRecords, filesOf } from '../history/index.ts';
import { inSlices } from '../kernel/index.ts';
import { toldOf, type PersonalList } from './about-person.ts';

/** One list's data about a person. */
export interface ListPart {
  list: string;
  rows: readonly Readonly<Record<string, unknown>>[];
  /** Closed months not read. */
  unread: number;
}

/** Files read per request: more only from a terminal, where nobody waits. */
const mostFiles = 40;

/**
 * All data about a person, by list: in memory, and of closed months the newest `files` files that can contain it (1
 * resource unit each). In slices. Throws AppError as reading a closed month does.
 */
export async function personDataOf(
  context: Context,
  lists: readonly PersonalList[],
  personId: string,
  files: number = mostFiles,
): Promise<ListPart[]> {
  const parts: ListPart[] = [];
  let left = files;
  for (const list of lists) {
    const { definition } = list;
    if (context.list(definition).held()) {
      parts.push({ list: definition.name, rows: [], unread: 0 });
      continue;
    }
    const rows = new Map<string, Readonly<Record<string, unknown>>>();
    const look = (record: { key: string }) => {
      const told = toldOf(list, { ...record }, personId);
      if (told) rows.set(record.key, told);
    };
    await inSlices(context.list(definition).all(), look);
    const months = [...new Set(filesOf(context, definition.name).map(({ month }) => month))].toReversed();
    let read = 0;
    for (const month of months) {
      const cost = filesOf(context, definition.name).filter((file) => file.month === month).length;
      if (cost > left) break;
      left -= cost;
      read += 1;
      await inSlices(await closedRecords(context, definition, month, whereOf(list, personId)), look);
    }
    parts.push({ list: definition.name, rows: [...rows.values()], unread: months.length - read });
  }
  return parts;
}

/** Records about people are found by column; other files are scanned. */
function whereOf({ definition, own }: PersonalList, personId: string) {
  const [column] = definition.name === AuditEntries.name ? [] : own;
  return column === 'personId' ? { column: 'PersonId', values: [personId] } : undefined;
}

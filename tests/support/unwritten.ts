import { vi } from 'vitest';
import type { Context } from '../../api/context.ts';
import { AppError } from '../../api/kernel/index.ts';
import { allLists } from '../../teams-app/program/lists.ts';

export interface Refused {
  kind: AppError['kind'];
  code: string;
  field?: string;
}

/** The versions of all lists: equal before and after an act that wrote nothing. */
const versionsOf = (context: Context): ReadonlyMap<string, number> =>
  new Map(allLists.map((definition) => [definition.name, context.list(definition).version]));

/** What becomes of an act's AppError; fails when it throws none, and when it changed a list or the library. */
export async function refusedUnwritten(context: Context, act: () => unknown): Promise<Refused> {
  const before = versionsOf(context);
  const library = [vi.spyOn(context.documents, 'upload'), vi.spyOn(context.documents, 'remove')];
  try {
    await act();
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const after = versionsOf(context);
    const changed = allLists.map(({ name }) => name).filter((name) => before.get(name) !== after.get(name));
    if (library.some(({ mock }) => mock.calls.length > 0)) changed.push('the library');
    if (changed.length > 0) throw new Error(`${thrown.code} was thrown after a change of ${changed.join(', ')}`);
    const { kind, code, details } = thrown;
    return { kind, code, ...(typeof details['field'] === 'string' ? { field: details['field'] } : {}) };
  } finally {
    for (const spied of library) spied.mockRestore();
  }
  throw new Error('was not refused');
}

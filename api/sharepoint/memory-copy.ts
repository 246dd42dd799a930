import { z } from 'zod';
import { asAppError, type Fetch } from '../kernel/index.ts';
import { documentLibrary, fileAt } from './document-library.ts';
import { failedAs } from './graph-failure.ts';
import type { Graph } from './graph.ts';
import type { ProvisionedList } from './provisioned-list.ts';

/** The copy of ProvisionedLists in the library, for when that list itself is gone. */
export interface MemoryCopy {
  /** `undefined` when there is none, or it is unreadable. Throws AppError unavailable. */
  read(): Promise<readonly ProvisionedList[] | undefined>;
  write(records: readonly ProvisionedList[]): Promise<void>;
}

const path = 'System/provisioned-lists.json';
const file = z.object({
  lists: z
    .array(
      z.object({
        key: z.string().min(1),
        title: z.string(),
        kind: z.enum(['list', 'library']),
        listId: z.string().min(1),
        columns: z.record(z.string(), z.string()),
      }),
    )
    .max(1_000),
});

export function memoryCopy(graph: Graph, fetch: Fetch, siteId: string, library: string): MemoryCopy {
  const documents = documentLibrary(graph, fetch, siteId, library);
  return {
    read: async () => {
      const id = await fileAt(graph, siteId, library, path);
      if (id === undefined) return undefined;
      const bytes = await documents.download(id, { lane: 'background' });
      const read = file.safeParse(parsed(Buffer.from(bytes).toString('utf8')));
      return read.success ? read.data.lists : undefined;
    },
    write: async (records) => {
      const lists = records.map(({ key, title, kind, listId, columns }) => ({ key, title, kind, listId, columns }));
      await documents
        .upload(path, Buffer.from(JSON.stringify({ lists }, undefined, 1)), { lane: 'background' })
        .catch((failure: unknown) => {
          // The library itself may be gone.
          const isGone = failedAs(failure, 'itemGone') || asAppError(failure).code === 'sharepoint.listMissing';
          if (!isGone) throw failure;
        });
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

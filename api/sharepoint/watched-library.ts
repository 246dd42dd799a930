import type { Fetch } from '../kernel/index.ts';
import { documentLibrary, type DocumentLibrary } from './document-library.ts';
import type { Graph } from './graph.ts';
import { failedAs } from './graph-failure.ts';
import { heldError } from './held.ts';
import type { Lists } from './lists-types.ts';

/**
 * The library; while it is gone, calls throw AppError unavailable `sharepoint.listGone`: a deleted library must not
 * look like deleted files.
 */
export function watchedLibrary(
  documents: DocumentLibrary,
  lists: Pick<Lists, 'held' | 'check'>,
  name: string,
): DocumentLibrary {
  const watched = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    const held = lists.held(name);
    if (held) throw heldError(name, held);
    try {
      return await work();
    } catch (failure) {
      if (failedAs(failure, 'itemGone')) await lists.check(name);
      throw failure;
    }
  };
  return {
    upload: (...given) => watched(() => documents.upload(...given)),
    download: (...given) => watched(() => documents.download(...given)),
    remove: (id, options) => watched(() => documents.remove(id, options)),
  };
}

/** A watched library of a site, found by its id also when somebody has changed its title and address. */
export const openLibrary = (
  { graph, fetch, siteId }: { graph: Graph; fetch: Fetch; siteId: string },
  lists: Pick<Lists, 'held' | 'check' | 'idOf'>,
  name: string,
): DocumentLibrary =>
  watchedLibrary(
    documentLibrary(graph, fetch, siteId, name, () => lists.idOf(name)),
    lists,
    name,
  );

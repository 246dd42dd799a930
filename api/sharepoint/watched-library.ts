import type { DocumentLibrary } from './document-library.ts';
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

import { failedAs } from './graph-failure.ts';
import type { Graph, Page } from './graph.ts';

/** Items a page: SharePoint's largest. */
export const pageSize = 5_000;
const background = { lane: 'background' } as const;

/**
 * A query of a whole list in the largest pages: 2 resource units each. A tenant that refuses that size is left to
 * choose its own. `address` has query options already.
 */
export async function* wholeList(graph: Graph, address: string): AsyncGenerator<Page, void, undefined> {
  let hasBegun = false;
  try {
    for await (const page of graph.pages(`${address}&$top=${pageSize}`, background)) {
      hasBegun = true;
      yield page;
    }
  } catch (failure) {
    if (hasBegun || !failedAs(failure, 'refused')) throw failure;
    yield* graph.pages(address, background);
  }
}

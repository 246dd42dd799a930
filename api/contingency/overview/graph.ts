/** A directed graph by key: each node's dependencies, and its dependants. */
export interface Graph {
  needs(id: string): readonly string[];
  neededBy(id: string): readonly string[];
}
export interface Around {
  /** Nodes within the limit: the focus first, then the nearest. */
  ids: readonly string[];
  /** Number of nodes left out. */
  left: number;
}

/**
 * All dependencies and dependants of the start nodes, nearest first, up to a limit; those in `first` before others.
 * Walks in one direction only: other dependants of a shared system are not included. Handles cycles. Pure.
 */
export function around(graph: Graph, begun: readonly string[], first: readonly string[], most: number): Around {
  const down = distances(begun, (id) => graph.needs(id));
  const up = distances(begun, (id) => graph.neededBy(id));
  const distance = new Map(down);
  for (const [id, far] of up) distance.set(id, Math.min(far, distance.get(id) ?? far));
  for (const id of first) if (distance.has(id)) distance.set(id, 0);
  const sorted = [...distance].sort(([one, near], [other, far]) => near - far || (one < other ? -1 : 1));
  const kept = [...new Set([...begun, ...sorted.map(([id]) => id)])];
  return { ids: kept.slice(0, most), left: Math.max(0, kept.length - most) };
}

function distances(begun: readonly string[], next: (id: string) => readonly string[]): ReadonlyMap<string, number> {
  const found = new Map(begun.map((id) => [id, 0]));
  for (const [id, distance] of found) for (const far of next(id)) if (!found.has(far)) found.set(far, distance + 1);
  return found;
}

/**
 * A column for each node: right of its dependants, so that every edge runs from left to right except those that close a
 * cycle. `first`: the column of nodes without dependants. Pure.
 */
export function layersOf(
  ids: readonly string[],
  needs: (id: string) => readonly string[],
  first: (id: string) => number,
): ReadonlyMap<string, number> {
  const here = new Set(ids);
  const { order, isBack } = depthFirst(ids, (id) => needs(id).filter((far) => here.has(far)));
  const layers = new Map(ids.map((id) => [id, first(id)]));
  for (const id of order)
    for (const far of needs(id)) {
      const layer = layers.get(far);
      if (layer === undefined || isBack(id, far)) continue;
      layers.set(far, Math.max(layer, (layers.get(id) ?? 0) + 1));
    }
  return layers;
}

/** Every node after its dependants, ignoring the edges that close a cycle. */
function depthFirst(ids: readonly string[], needs: (id: string) => readonly string[]) {
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const done: string[] = [];
  for (const start of ids) {
    if (state.has(start)) continue;
    const path = [{ id: start, rest: [...needs(start)] }];
    state.set(start, 'open');
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const far = at.rest.shift();
      if (far === undefined) {
        state.set(at.id, 'done');
        done.push(at.id);
        path.pop();
      } else if (state.get(far) === 'open') back.add(lineOf(at.id, far));
      else if (!state.has(far)) {
        state.set(far, 'open');
        path.push({ id: far, rest: [...needs(far)] });
      }
    }
  }
  return { order: done.reverse(), isBack: (from: string, to: string) => back.has(lineOf(from, to)) };
}
const lineOf = (from: string, to: string): string => `${from} ${to}`;

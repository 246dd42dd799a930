import type { GraphEdge, GraphNode } from '../../../api/contingency/contract.ts';

/** CSS pixels; `via`: space for lines that pass a column. */
export const box = { narrow: 118, wide: 190, height: 66, via: 14, across: 34, down: 12, head: 34 } as const;

type Node = Pick<GraphNode, 'id' | 'layer' | 'title'>;
type Line = Pick<GraphEdge, 'from' | 'to'>;
export interface Placed {
  x: number;
  y: number;
  column: number;
  row: number;
}
export interface Layout {
  places: ReadonlyMap<string, Placed>;
  /** Where lines to a node pass columns between, by `viaOf`. */
  vias: ReadonlyMap<string, Pick<Placed, 'x' | 'y'>>;
  /** Ids by column, from the top. */
  columns: readonly (readonly string[])[];
  /** Of a box. */
  boxWidth: number;
  width: number;
  height: number;
}

/** Neighbours by id, in either direction. */
export function neighbours(edges: readonly Line[]) {
  const [needs, neededBy] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const put = (into: Map<string, string[]>, key: string, value: string) => {
    const known = into.get(key);
    if (known) known.push(value);
    else into.set(key, [value]);
  };
  for (const { from, to } of edges) {
    put(needs, from, to);
    put(neededBy, to, from);
  }
  return {
    needs: (id: string): readonly string[] => needs.get(id) ?? [],
    neededBy: (id: string): readonly string[] => neededBy.get(id) ?? [],
  };
}

/** Lines to the same node share their space in a column. */
const viaOf = (to: string, column: number): string => `via ${column} ${to}`;
const isVia = (id: string): boolean => id.startsWith('via ');

/** Every line from column to column, through those it passes. */
function steps(edges: readonly Line[], columnOf: ReadonlyMap<string, number>): Line[] {
  return edges.flatMap(({ from, to }) => {
    const [first, last] = [columnOf.get(from), columnOf.get(to)];
    if (first === undefined || last === undefined || last <= first) return [];
    const way = [from, ...passed(first, last).map((column) => viaOf(to, column)), to];
    return way.slice(1).map((next, place) => ({ from: way[place] ?? from, to: next }));
  });
}
const passed = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first - 1) }, (_, place) => first + 1 + place);

/**
 * Columns from left to right, without empty ones, each ordered to reduce crossings: by the mean of its neighbours to
 * the left, then to the right, iterated. Boxes are as wide as space allows, within bounds. Pure.
 */
export function layoutOf(nodes: readonly Node[], edges: readonly Line[], room: number): Layout {
  const layers = [...new Set(nodes.map(({ layer }) => layer))].sort((one, other) => one - other);
  const columnOf = new Map(nodes.map(({ id, layer }) => [id, layers.indexOf(layer)]));
  const lines = steps(edges, columnOf);
  const columns = layers.map((_, column) => {
    const here = nodes.filter(({ id }) => columnOf.get(id) === column).map(({ id }) => id);
    const passing = lines.flatMap(({ to }) => (to.startsWith(`via ${column} `) ? [to] : []));
    return [...here, ...new Set(passing)];
  });
  untangle(columns, lines);
  const share = (room + box.across) / Math.max(1, columns.length) - box.across;
  const boxWidth = Math.floor(Math.max(box.narrow, Math.min(box.wide, share)));
  const tallOf = (id: string) => (isVia(id) ? box.via : box.height);
  const heights = columns.map((ids) => ids.reduce((sum, id) => sum + tallOf(id) + box.down, 0));
  const height = Math.max(0, ...heights);
  const [places, vias] = [new Map<string, Placed>(), new Map<string, Pick<Placed, 'x' | 'y'>>()];
  for (const [column, ids] of columns.entries()) {
    let [y, row] = [box.head + (height - (heights[column] ?? 0)) / 2, 0];
    const x = column * (boxWidth + box.across);
    for (const id of ids) {
      if (isVia(id)) vias.set(id, { x, y: y + box.via / 2 });
      else places.set(id, { x, y, column, row: row++ });
      y += tallOf(id) + box.down;
    }
  }
  return {
    places,
    vias,
    boxWidth,
    columns: columns.map((ids) => ids.filter((id) => !isVia(id))),
    width: columns.length * (boxWidth + box.across) - box.across,
    height: box.head + height,
  };
}

/** Orders each column by its neighbours. */
function untangle(columns: string[][], lines: readonly Line[]): void {
  const { needs, neededBy } = neighbours(lines);
  const rows = new Map(columns.flatMap((column) => column.map((id, row) => [id, row] as const)));
  const settle = (column: string[], beside: (id: string) => readonly string[]) => {
    const middle = new Map(column.map((id) => [id, middleOf(beside(id), rows) ?? rows.get(id) ?? 0]));
    column.sort((one, other) => (middle.get(one) ?? 0) - (middle.get(other) ?? 0));
    for (const [row, id] of column.entries()) rows.set(id, row);
  };
  for (let turn = 0; turn < 4; turn += 1) {
    for (const column of columns) settle(column, neededBy);
    for (const column of [...columns].reverse()) settle(column, needs);
  }
}

function middleOf(ids: readonly string[], rows: ReadonlyMap<string, number>): number | undefined {
  const known = ids.flatMap((id) => rows.get(id) ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, row) => sum + row, 0) / known.length;
}

/**
 * A line from the right side of one box to the left side of another, through the gaps between boxes; one that closes a
 * cycle bends under both.
 */
export function linePath({ from, to }: Line, { places, vias, boxWidth }: Layout): string | undefined {
  const [begin, end] = [places.get(from), places.get(to)];
  if (!begin || !end) return undefined;
  const [y1, y2] = [begin.y + box.height / 2, end.y + box.height / 2];
  const x1 = begin.x + boxWidth;
  if (end.column <= begin.column) {
    const low = Math.max(begin.y, end.y) + box.height + box.down / 2;
    return `M${x1} ${y1}C${x1 + 40} ${low} ${end.x - 40} ${low} ${end.x} ${y2}`;
  }
  const between = passed(begin.column, end.column).flatMap((column) => vias.get(viaOf(to, column)) ?? []);
  let [path, x, y] = [`M${x1} ${y1}`, x1, y1];
  const curve = (nextX: number, nextY: number) => {
    const bend = (nextX - x) / 2;
    path += `C${x + bend} ${y} ${nextX - bend} ${nextY} ${nextX} ${nextY}`;
  };
  for (const via of between) {
    curve(via.x, via.y);
    path += `H${via.x + boxWidth}`;
    [x, y] = [via.x + boxWidth, via.y];
  }
  curve(end.x, y2);
  return path;
}

/** Target of an arrow key: right to dependencies, left to dependants, up and down in the column. */
export function nodeAfter(
  key: string,
  id: string,
  { columns, places }: Layout,
  edges: readonly Line[],
): string | undefined {
  const { needs, neededBy } = neighbours(edges);
  const at = places.get(id);
  const column = columns[at?.column ?? 0] ?? [];
  const row = at?.row ?? 0;
  switch (key) {
    case 'ArrowRight':
      return needs(id)[0] ?? id;
    case 'ArrowLeft':
      return neededBy(id)[0] ?? id;
    case 'ArrowUp':
      return column[Math.max(0, row - 1)] ?? id;
    case 'ArrowDown':
      return column[Math.min(column.length - 1, row + 1)] ?? id;
    case 'Home':
      return columns[0]?.[0] ?? id;
    case 'End':
      return columns.at(-1)?.at(-1) ?? id;
    default:
      return undefined;
  }
}

export interface Branch {
  id: string;
  below: Branch[];
}
/** Everything reachable from a node, as branches; each only at its first occurrence, so cycles end. */
export function branchesFrom(id: string, next: (id: string) => readonly string[]): Branch[] {
  const root: Branch = { id, below: [] };
  const seen = new Set([id]);
  const waiting = [root];
  for (const branch of waiting)
    for (const far of next(branch.id)) {
      if (seen.has(far)) continue;
      seen.add(far);
      const child: Branch = { id: far, below: [] };
      branch.below.push(child);
      waiting.push(child);
    }
  return root.below;
}

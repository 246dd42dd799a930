import type { GraphEdge, GraphNode } from '../../../api/contingency/contract.ts';

/** CSS pixels. */
export const box = { width: 176, height: 58, across: 64, down: 12, head: 34 } as const;

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
  /** Ids by column, from the top. */
  columns: readonly (readonly string[])[];
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

/**
 * Columns from left to right, empty ones left out, each ordered so that lines cross little: by the middle of what stands
 * to the left, then to the right, a few times over. Pure.
 */
export function layoutOf(nodes: readonly Node[], edges: readonly Line[]): Layout {
  const layers = [...new Set(nodes.map(({ layer }) => layer))].sort((one, other) => one - other);
  const columns = layers.map((layer) => nodes.filter((node) => node.layer === layer).map(({ id }) => id));
  const { needs, neededBy } = neighbours(edges);
  const rows = new Map(columns.flatMap((column) => column.map((id, row) => [id, row] as const)));
  const settle = (column: string[], beside: (id: string) => readonly string[]) => {
    const middle = new Map(column.map((id) => [id, middleOf(beside(id), rows) ?? rows.get(id) ?? 0]));
    column.sort((one, other) => (middle.get(one) ?? 0) - (middle.get(other) ?? 0));
    for (const [row, id] of column.entries()) rows.set(id, row);
  };
  for (let turn = 0; turn < 3; turn += 1) {
    for (const column of columns) settle(column, neededBy);
    for (const column of [...columns].reverse()) settle(column, needs);
  }
  const most = Math.max(0, ...columns.map(({ length }) => length));
  const places = new Map<string, Placed>();
  for (const [column, ids] of columns.entries())
    for (const [row, id] of ids.entries())
      places.set(id, {
        ...{ column, row, x: column * (box.width + box.across) },
        y: box.head + (row + (most - ids.length) / 2) * (box.height + box.down),
      });
  return {
    ...{ places, columns },
    width: columns.length * (box.width + box.across) - box.across,
    height: box.head + most * (box.height + box.down),
  };
}

function middleOf(ids: readonly string[], rows: ReadonlyMap<string, number>): number | undefined {
  const known = ids.flatMap((id) => rows.get(id) ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, row) => sum + row, 0) / known.length;
}

/** A line from the right side of one box to the left side of another; one that closes a circle bends under both. */
export function linePath(from: Placed, to: Placed): string {
  const [x1, y1] = [from.x + box.width, from.y + box.height / 2];
  const [x2, y2] = [to.x, to.y + box.height / 2];
  if (x2 > x1) {
    const bend = (x2 - x1) / 2;
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  }
  const low = Math.max(from.y, to.y) + box.height + box.down / 2;
  return `M${x1} ${y1}C${x1 + 40} ${low} ${x2 - 40} ${low} ${x2} ${y2}`;
}

/** Where an arrow key leads: right to what it needs, left to what needs it, up and down in the column. */
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
/** Everything one comes to from a node, as branches; each only where one comes to it first, so it ends in circles. */
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

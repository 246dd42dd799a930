import { figureNames } from './vocabulary.ts';

export type FigureName = (typeof figureNames)[number];

/** A source of figures: a critical service, or an asset with its own. */
export interface Source {
  kind: 'service' | 'asset';
  key: string;
  /** Hours. */
  mtd?: number | undefined;
  rto?: number | undefined;
  rpo?: number | undefined;
  /** Direct dependencies by key; of an asset with its own figures: itself. */
  needs: readonly string[];
}

/** An inherited figure: the smallest of all dependants, and its source. */
export interface Figure {
  hours: number;
  source: Pick<Source, 'kind' | 'key'>;
  /** The asset it is inherited through; undefined for a direct dependency. */
  from?: string | undefined;
}
export type Consolidated = Readonly<Partial<Record<FigureName, Figure>>>;

/**
 * The figures of every asset: the smallest over all direct and indirect dependants (R4). Visits each asset and
 * dependency once per figure, smallest first, so it handles cycles and is linear in the graph. Independent of the order
 * of sources and dependencies; of equal sources the first by key decides.
 */
export function consolidate(
  sources: readonly Source[],
  dependsOn: (assetKey: string) => readonly string[],
): ReadonlyMap<string, Consolidated> {
  const found = new Map<string, Partial<Record<FigureName, Figure>>>();
  for (const name of figureNames)
    for (const [key, figure] of spread(name, sources, dependsOn)) {
      const known = found.get(key);
      if (known) known[name] = figure;
      else found.set(key, { [name]: figure });
    }
  return found;
}

function spread(
  name: FigureName,
  sources: readonly Source[],
  dependsOn: (assetKey: string) => readonly string[],
): ReadonlyMap<string, Figure> {
  const found = new Map<string, Figure>();
  const ordered = sources
    .filter((source) => source[name] !== undefined)
    .sort((one, other) => (one[name] ?? 0) - (other[name] ?? 0) || compare(one, other));
  for (const { kind, key, needs, [name]: hours = 0 } of ordered) {
    const source = { kind, key };
    const ring = [...needs].sort();
    for (const asset of ring) if (!found.has(asset)) found.set(asset, { hours, source });
    reach(
      found,
      ring.filter((asset) => isOf(found.get(asset), key, kind)),
      dependsOn,
    );
  }
  return found;
}

/** Propagates a figure to all dependencies without a smaller one. */
function reach(
  found: Map<string, Figure>,
  begun: readonly string[],
  dependsOn: (assetKey: string) => readonly string[],
): void {
  for (let ring = begun; ring.length > 0;) {
    const farther: string[] = [];
    for (const asset of ring) {
      const figure = found.get(asset);
      if (!figure) continue;
      for (const needed of dependsOn(asset)) {
        if (found.has(needed)) continue;
        found.set(needed, { hours: figure.hours, source: figure.source, from: asset });
        farther.push(needed);
      }
    }
    ring = farther;
  }
}

const isOf = (figure: Figure | undefined, key: string, kind: Source['kind']): boolean =>
  figure?.source.key === key && figure.source.kind === kind && figure.from === undefined;
const compare = (one: Source, other: Source): number =>
  one.key.localeCompare(other.key) || one.kind.localeCompare(other.kind);

/** The assets between a figure's source and the asset, from the source's dependency on. Always ends. */
export function wayTo(all: ReadonlyMap<string, Consolidated>, assetKey: string, name: FigureName): string[] {
  const way: string[] = [];
  const seen = new Set([assetKey]);
  for (let at = all.get(assetKey)?.[name]?.from; at !== undefined && !seen.has(at); at = all.get(at)?.[name]?.from) {
    seen.add(at);
    way.unshift(at);
  }
  return way;
}

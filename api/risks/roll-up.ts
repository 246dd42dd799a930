import { Assets } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { CentreId } from '../kernel/index.ts';
import type { RiskScale } from './contract.ts';
import { knownRisks } from './known-risks.ts';
import { severityOf } from './levels.ts';
import { Assessments, Risks } from './risk-lists.ts';

/** The worst current level of an asset, with the scale that gives it its word. */
export interface RolledLevel {
  severity: number;
  /** Place in the scale, mildest 0. */
  level: number;
  scale: RiskScale;
  /** The asset that it comes from. */
  assetKey: string;
}
export interface RolledUp {
  /** The worst risk of the asset itself. */
  own?: RolledLevel;
  /** The worst of all that depends on it, through chains. */
  inherited?: RolledLevel;
  /** The worse of the two; the own one when they are equal. */
  worst?: RolledLevel;
  /** The asset whose risk decides, when it is not the own one. */
  from?: string;
}

/** Worst first; equals by key, so that the order of the list decides nothing. */
const byWorst = (one: RolledLevel, other: RolledLevel) =>
  other.severity - one.severity || Number(one.assetKey > other.assetKey) - Number(one.assetKey < other.assetKey);

function ownLevels(context: Context): ReadonlyMap<string, RolledLevel> {
  const found = new Map<string, RolledLevel>();
  for (const { asset, assessment, standings } of knownRisks(context).values()) {
    if (!standings.current) continue;
    const { scale } = assessment;
    const { level } = standings.current;
    const severity = severityOf(scale, level);
    const known = found.get(asset.key);
    if (!known || severity > known.severity) found.set(asset.key, { severity, level, scale, assetKey: asset.key });
  }
  return found;
}

/**
 * The two worst that reach each asset along what depends on what, the asset itself among them. Two are enough: the worse
 * of them that is not its own is what it inherits. Each asset is passed twice at most, so cycles end.
 */
export function reaching(
  levels: Iterable<RolledLevel>,
  dependsOn: (assetKey: string) => readonly string[],
): ReadonlyMap<string, readonly RolledLevel[]> {
  const found = new Map<string, RolledLevel[]>();
  for (const level of [...levels].sort(byWorst)) {
    const passed = new Set<string>();
    const ahead = [level.assetKey];
    for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
      const known = found.get(key) ?? [];
      if (passed.has(key) || known.length >= 2) continue;
      passed.add(key);
      found.set(key, [...known, level]);
      ahead.push(...dependsOn(key));
    }
  }
  return found;
}

/**
 * The worst current risk of each asset: its own, and the worst of what depends on it, from work processes to systems and
 * from systems to systems (R1). Retired assets neither have nor pass anything on. Assets without any are not in it.
 */
export const rolledUp = derivation([Assets, Assessments, Risks], (context): ReadonlyMap<string, RolledUp> => {
  const assets = context.list(Assets);
  const own = ownLevels(context);
  const inUse = (key: string) => {
    const asset = assets.get(key);
    return asset !== undefined && asset.state !== 'retired' ? asset : undefined;
  };
  const all = reaching(own.values(), (key) => (inUse(key)?.dependsOn ?? []).filter((other) => inUse(other)));
  return new Map([...all].map(([key, levels]) => [key, rolledUpFrom(key, own.get(key), levels)]));
});

function rolledUpFrom(key: string, own: RolledLevel | undefined, levels: readonly RolledLevel[]): RolledUp {
  const inherited = levels.find(({ assetKey }) => assetKey !== key);
  const isInherited = inherited !== undefined && (own === undefined || inherited.severity > own.severity);
  const worst = isInherited ? inherited : own;
  return {
    ...(own ? { own } : {}),
    ...(inherited ? { inherited } : {}),
    ...(worst ? { worst } : {}),
    ...(isInherited ? { from: inherited.assetKey } : {}),
  };
}

/** The worst level of a centre. */
export interface CentreLevel {
  /** Of all that it owns or uses, with what is inherited. */
  worst: RolledLevel;
  /** Of what it owns, by its own risks alone: what the centre itself can do something about. */
  own?: RolledLevel;
}

/** The worst of the assets that each centre owns or uses, and of its own. Centres without any are not in it. */
export const rolledUpCentres = derivation(
  [Assets, Assessments, Risks],
  (context): ReadonlyMap<CentreId, CentreLevel> => {
    const found = new Map<CentreId, CentreLevel>();
    for (const [key, { own, worst }] of rolledUp(context)) {
      const asset = context.list(Assets).get(key);
      if (!asset || !worst) continue;
      for (const centreId of new Set([...(asset.centreId === undefined ? [] : [asset.centreId]), ...asset.usedBy])) {
        const known = found.get(centreId);
        const its = asset.centreId === centreId ? worseOf(known?.own, own) : known?.own;
        found.set(centreId, { worst: worseOf(known?.worst, worst) ?? worst, ...(its ? { own: its } : {}) });
      }
    }
    return found;
  },
);

const worseOf = (one: RolledLevel | undefined, other: RolledLevel | undefined): RolledLevel | undefined =>
  one && (!other || byWorst(one, other) <= 0) ? one : other;

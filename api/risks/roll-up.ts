import { Assets } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { CentreId } from '../kernel/index.ts';
import type { RiskScale } from './contract.ts';
import { knownRisks } from './known-risks.ts';
import { severityOf } from './levels.ts';
import { Assessments, Risks } from './risk-lists.ts';

/** An asset's worst current level, with its scale. */
export interface RolledLevel {
  severity: number;
  /** Index in the scale, mildest 0. */
  level: number;
  scale: RiskScale;
  /** Its source asset. */
  assetKey: string;
}
export interface RolledUp {
  /** The asset's own worst risk. */
  own?: RolledLevel;
  /** The worst of all direct and indirect dependants. */
  inherited?: RolledLevel;
  /** The worse of the two; the own if equal. */
  worst?: RolledLevel;
  /** The asset with the deciding risk, if another. */
  from?: string;
}

/** Worst first; ties by key, for an order independent of the list. */
const byWorst = (one: RolledLevel, other: RolledLevel) =>
  other.severity - one.severity || Number(one.assetKey > other.assetKey) - Number(one.assetKey < other.assetKey);

function ownLevels(context: Context): ReadonlyMap<string, RolledLevel> {
  const found = new Map<string, RolledLevel>();
  for (const { asset, assessment, statuses } of knownRisks(context).values()) {
    if (!statuses.current) continue;
    const { scale } = assessment;
    const { level } = statuses.current;
    const severity = severityOf(scale, level);
    const known = found.get(asset.key);
    if (!known || severity > known.severity) found.set(asset.key, { severity, level, scale, assetKey: asset.key });
  }
  return found;
}

/**
 * The two worst levels that reach each asset through dependencies, itself included. Two suffice: the worse one from
 * another asset is inherited. Each asset is visited at most twice, so cycles end.
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
 * The worst current risk of each asset: its own, and that of its dependants, from work processes to systems and from
 * systems to systems (R1). Retired assets neither have nor pass on risks. Assets without any are absent.
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
  /** Of all it owns or uses, including inherited risks. */
  worst: RolledLevel;
  /** Of what it owns, by own risks: what the centre can influence. */
  own?: RolledLevel;
}

/** The worst level of each centre's owned or used assets, and of owned ones. Centres without any are absent. */
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

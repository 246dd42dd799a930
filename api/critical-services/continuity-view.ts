import { etagOf } from '../edits/index.ts';
import { assetOrThrow, assetRefOf, dependants, findAsset, maySeeAsset, type Asset } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { forbidden, type Actor } from '../kernel/index.ts';
import { centreRef, freshnessOf, personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { wayTo, type Figure, type FigureName } from './consolidation.ts';
import type { ContinuityView, FigureView } from './contract.ts';
import { figureGapsOf } from './gaps.ts';
import { mayEditRecovery, maySeeContingency, maySetVital } from './permissions.ts';
import { AssetRecovery, CriticalServices, type Recovery } from './service-lists.ts';
import { serviceRefOf } from './service-rows.ts';
import { consolidation, findService, servicesInUse, vitality } from './services.ts';
import { soundDowntime, soundHours } from './sound-hours.ts';
import { figureNames } from './vocabulary.ts';
import { compareDanish } from '../texts/format.ts';

/** An asset's requirements and capability, for permitted readers. Throws AppError missing, forbidden. */
export function seenContinuity(context: Context, actor: Actor, assetKey: string): ContinuityView {
  const asset = assetOrThrow(context, assetKey);
  if (!maySeeContingency(actor) && !maySeeAsset(actor, asset)) throw forbidden('services.mayNotSeeAsset');
  return continuityView(context, actor, assetKey);
}

/** An asset's requirements and capability when it is down, their source, and contradictions (R4). */
export function continuityView(context: Context, actor: Actor, assetKey: string): ContinuityView {
  const asset = assetOrThrow(context, assetKey);
  const figures = consolidation(context).get(assetKey) ?? {};
  const recovery = context.list(AssetRecovery).get(assetKey);
  const vital = vitality(context).get(assetKey) ?? { is: false };
  const isUsed = asset.state !== 'retired';
  const seen = figureNames.flatMap((name) => {
    const figure = figures[name];
    return figure ? [[name, figureView(context, assetKey, name, figure)] as const] : [];
  });
  return {
    ...Object.fromEntries(seen),
    asset: assetRefOf(asset),
    vital: vitalView(context, vital),
    recovery: recoveryView(context, recovery),
    services: isUsed || maySeeContingency(actor) ? servicesAbove(context, asset) : [],
    gaps: isUsed ? figureGapsOf(figures, recovery, vital) : [],
    abilities: { edit: isUsed && mayEditRecovery(actor, asset), setVital: isUsed && maySetVital(actor, asset) },
    freshness: freshnessOf(context, AssetRecovery, CriticalServices),
  };
}

const refOf = (context: Context, key: string) => {
  const asset = findAsset(context, key);
  return asset ? [assetRefOf(asset)] : [];
};

function figureView(context: Context, assetKey: string, name: FigureName, { hours, source }: Figure): FigureView {
  const service = source.kind === 'service' ? findService(context, source.key) : undefined;
  const own = findAsset(context, source.key);
  return {
    hours,
    decidedBy: service
      ? { kind: 'service', service: serviceRefOf(service) }
      : { kind: 'asset', asset: assetRefOf(own ?? assetOrThrow(context, assetKey)) },
    through: wayTo(consolidation(context), assetKey, name).flatMap((key) => refOf(context, key)),
  };
}

function vitalView(
  context: Context,
  { is, basis, set }: { is: boolean; basis?: 'derived' | 'set' | 'register'; set?: NonNullable<Recovery['vital']> },
): ContinuityView['vital'] {
  return {
    is,
    etag: etagOf([is, set?.reason]),
    ...(basis === undefined ? {} : { basis }),
    ...(set ? { reason: set.reason, by: personRef(context, set.by), at: set.at } : {}),
  };
}

function recoveryView(context: Context, recovery: Recovery | undefined): ContinuityView['recovery'] {
  if (!recovery) return { redundancy: 'unknown', note: '' };
  const { redundancy, note, changedAt, changedBy } = recovery;
  const said = {
    promise: soundDowntime(recovery.promise),
    backup: soundDowntime(recovery.backup),
    ownMtd: soundDowntime(recovery.ownMtd),
    ownRto: soundDowntime(recovery.ownRto),
    ownRpo: soundHours(recovery.ownRpo),
  };
  return {
    redundancy,
    note,
    changedAt,
    changedBy: personRef(context, changedBy),
    ...Object.fromEntries(Object.entries(said).filter(([, hours]) => hours !== undefined)),
  };
}

/** Services that depend on it, directly or through active assets; shortest downtime first. */
function servicesAbove(context: Context, { key, state }: Stored<Asset>): ContinuityView['services'] {
  if (state === 'retired') return [];
  const above = new Set([key]);
  // A set iterates over items added during the loop.
  for (const at of above)
    for (const dependant of dependants(context).get(at) ?? [])
      if (dependant.state !== 'retired') above.add(dependant.key);
  return servicesInUse(context)
    .filter(({ needs }) => needs.some((need) => above.has(need)))
    .sort((one, other) => (one.mtd ?? Infinity) - (other.mtd ?? Infinity) || compareDanish(one.title, other.title))
    .map((service) => {
      const centre = centreRef(context, service.centreId)?.title;
      const mtd = soundDowntime(service.mtd);
      return {
        ...serviceRefOf(service),
        direct: service.needs.includes(key),
        ...(mtd === undefined ? {} : { mtd }),
        ...(centre === undefined ? {} : { centre }),
      };
    });
}

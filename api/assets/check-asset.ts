import type { z } from 'zod';
import type { Context } from '../context.ts';
import { invalid, type CentreId, type PersonId } from '../kernel/index.ts';
import { Centres, hasLeft } from '../organisation/index.ts';
import type { Asset } from './asset-list.ts';
import { dependants, findAsset } from './assets.ts';
import { oneLine, plainText } from './cell-text.ts';
import type { assetBody } from './contract.ts';

/** Editable fields of an asset. */
export type AssetFields = Pick<
  Asset,
  | 'title'
  | 'kind'
  | 'description'
  | 'centreId'
  | 'ownerId'
  | 'usedBy'
  | 'supplier'
  | 'personalData'
  | 'dataSubjects'
  | 'criticality'
  | 'hosting'
  | 'state'
  | 'dependsOn'
  | 'links'
  | 'externalId'
> &
  Partial<Pick<Asset, 'carried'>>;
type Given = Omit<z.output<typeof assetBody>, 'expected'>;

const once = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
/** A normalised address, so that equal links are equal texts. */
export const linkAddress = (url: string): string => new URL(url).href;

/** Known kinds; `unknown` only without any. */
export const knownKinds = (kinds: AssetFields['personalData']): AssetFields['personalData'] => {
  const known = kinds.filter((kind) => kind !== 'unknown');
  return known.length > 0 ? known : kinds;
};

/**
 * The validated fields; with `asset`, a closed centre and a departed owner may stay. Throws AppError `invalid` with the
 * field: `assets.unknownCentre`, `assets.unknownPerson`, `assets.unknownAsset`, `assets.dependsOnItself`,
 * `assets.systemOnProcess`, `assets.neededBySystem`, `assets.retireWithReason`.
 */
export function checkedAsset(context: Context, given: Given, asset?: Asset): AssetFields {
  const fields: AssetFields = {
    title: oneLine(given.title),
    kind: given.kind,
    description: plainText(given.description),
    centreId: given.centreId as CentreId | undefined,
    ownerId: given.ownerId as PersonId | undefined,
    usedBy: once(given.usedBy) as CentreId[],
    supplier: oneLine(given.supplier ?? '') || undefined,
    personalData: knownKinds(once(given.personalData)),
    dataSubjects: once(given.dataSubjects),
    criticality: given.criticality,
    hosting: given.hosting,
    state: given.state,
    dependsOn: once(given.dependsOn),
    links: given.links.map(({ title, url }) => ({ title: oneLine(title) || url, url: linkAddress(url) })),
    externalId: oneLine(given.externalId ?? '') || undefined,
  };
  if (fields.title === '') throw invalid('fields.required', { field: 'title' });
  checkCentres(context, fields, asset);
  checkOwner(context, fields, asset);
  checkDependencies(context, fields, asset);
  if (fields.state === 'retired' && asset?.state !== 'retired')
    throw invalid('assets.retireWithReason', { field: 'state' });
  return fields;
}

function checkCentres(context: Context, { centreId, usedBy }: AssetFields, asset: Asset | undefined): void {
  const isOpen = (id: CentreId) => context.list(Centres).get(id)?.closed === false;
  if (centreId !== undefined && centreId !== asset?.centreId && !isOpen(centreId))
    throw invalid('assets.unknownCentre', { field: 'centreId' });
  if (usedBy.some((id) => !(asset?.usedBy ?? []).includes(id) && !isOpen(id)))
    throw invalid('assets.unknownCentre', { field: 'usedBy' });
}

function checkOwner(context: Context, { ownerId }: AssetFields, asset: Asset | undefined): void {
  if (ownerId === undefined || ownerId === asset?.ownerId) return;
  if (hasLeft(context, ownerId)) throw invalid('assets.unknownPerson', { field: 'ownerId' });
}

/** Processes depend on systems and processes, systems on systems. Cycles are allowed: every walk ends. */
function checkDependencies(context: Context, { kind, dependsOn }: AssetFields, asset: Asset | undefined): void {
  const field = 'dependsOn';
  for (const key of dependsOn) {
    if (key === asset?.key) throw invalid('assets.dependsOnItself', { field });
    const other = findAsset(context, key);
    if (!other) throw invalid('assets.unknownAsset', { field });
    if (kind === 'system' && other.kind === 'workProcess')
      throw invalid('assets.systemOnProcess', { field, title: other.title });
  }
  if (!asset || kind === 'system' || asset.kind === kind) return;
  const system = (dependants(context).get(asset.key) ?? []).find((one) => one.kind === 'system');
  if (system) throw invalid('assets.neededBySystem', { field: 'kind', title: system.title });
}

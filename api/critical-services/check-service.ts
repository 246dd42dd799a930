import type { z } from 'zod';
import { findAsset } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { invalid, type CentreId, type PersonId } from '../kernel/index.ts';
import { Centres, hasLeft } from '../organisation/index.ts';
import type { Impact, serviceBody } from './contract.ts';
import type { CriticalService } from './service-lists.ts';

/** Editable fields of a service. */
export type ServiceFields = Omit<
  CriticalService,
  'key' | 'state' | 'retiredReason' | 'reviewedAt' | 'changedAt' | 'changedBy'
>;
type Given = Omit<z.output<typeof serviceBody>, 'expected'>;

/**
 * The validated fields; with `service`, a closed centre, a departed owner and a retired system may stay. Throws
 * AppError `invalid` with the field: `fields.required`, `services.unknownCentre`, `services.unknownPerson`,
 * `services.unknownAsset`, `services.assetRetired`, `services.hoursTwice`, `services.harmFalls`,
 * `services.daysReversed`.
 */
export function checkedService(context: Context, given: Given, service?: CriticalService): ServiceFields {
  const fields: ServiceFields = {
    ...given,
    title: given.title.replaceAll(/\s+/g, ' '),
    centreId: given.centreId as CentreId | undefined,
    ownerId: given.ownerId as PersonId | undefined,
    impacts: [...given.impacts].sort((one, other) => one.hours - other.hours),
    needs: [...new Set(given.needs)],
    mtd: given.mtd,
    rto: given.rto,
    rpo: given.rpo,
  };
  checkPlaces(context, fields, service);
  checkNeeds(context, fields, service);
  checkImpacts(fields.impacts);
  if (fields.peaks.some(({ days }) => days && days.from > days.to))
    throw invalid('services.daysReversed', { field: 'peaks' });
  return fields;
}

function checkPlaces(context: Context, { centreId, ownerId }: ServiceFields, service?: CriticalService): void {
  const isOpen = (id: CentreId) => context.list(Centres).get(id)?.closed === false;
  if (centreId !== undefined && centreId !== service?.centreId && !isOpen(centreId))
    throw invalid('services.unknownCentre', { field: 'centreId' });
  if (ownerId === undefined || ownerId === service?.ownerId) return;
  if (hasLeft(context, ownerId)) throw invalid('services.unknownPerson', { field: 'ownerId' });
}

function checkNeeds(context: Context, { needs }: ServiceFields, service?: CriticalService): void {
  for (const key of needs) {
    if (service?.needs.includes(key)) continue;
    const asset = findAsset(context, key);
    if (!asset) throw invalid('services.unknownAsset', { field: 'needs' });
    if (asset.state === 'retired') throw invalid('services.assetRetired', { field: 'needs', title: asset.title });
  }
}

/** Each point once, with harm never decreasing over time. In order of time. */
function checkImpacts(impacts: readonly Impact[]): void {
  for (const [place, { hours, level }] of impacts.entries()) {
    const before = impacts[place - 1];
    if (!before) continue;
    if (before.hours === hours) throw invalid('services.hoursTwice', { field: 'impacts' });
    if (level < before.level) throw invalid('services.harmFalls', { field: 'impacts' });
  }
}

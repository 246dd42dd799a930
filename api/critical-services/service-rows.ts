import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { localDate, type Actor } from '../kernel/index.ts';
import { Centres, centreRef, fold, foldedMatch, personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { acceptanceOf } from './acceptance.ts';
import type { ServiceRef, ServiceRow, ServicesQuery } from './contract.ts';
import { mayEditService, ownCentres } from './permissions.ts';
import { serviceGapsOf } from './service-gaps.ts';
import { CriticalServices, type CriticalService } from './service-lists.ts';
import { reviewOnOf } from './services.ts';
import { soundDowntime, soundHours } from './sound-hours.ts';
import { compareDanish } from '../texts/format.ts';
import { sortedBy, type SortKey } from '../texts/sort.ts';

export const serviceRefOf = ({ key, title }: ServiceRef): ServiceRef => ({ key, title });

/** All services in Danish phone-book order, with their search text. */
export const servicesByTitle = derivation([CriticalServices, Centres], (context) =>
  [...context.list(CriticalServices).all()]
    .sort((one, other) => compareDanish(one.title, other.title) || (one.key < other.key ? -1 : 1))
    .map((service) => ({
      service,
      searched: fold([service.title, centreRef(context, service.centreId)?.title ?? ''].join(' ')),
    })),
);

/** A service as a row, with today's gaps. From memory. */
export function serviceRow(context: Context, actor: Actor, service: Stored<CriticalService>): ServiceRow {
  const { audience, state, centreId, ownerId, needs, changedAt, reviewedAt } = service;
  const [mtd, rto, rpo] = [soundDowntime(service.mtd), soundDowntime(service.rto), soundHours(service.rpo)];
  const centre = centreRef(context, centreId);
  return {
    ...serviceRefOf(service),
    audience,
    state,
    changedAt,
    needs: needs.length,
    ...(centre ? { centre } : {}),
    ...(ownerId === undefined ? {} : { owner: personRef(context, ownerId) }),
    ...(mtd === undefined ? {} : { mtd }),
    ...(rto === undefined ? {} : { rto }),
    ...(rpo === undefined ? {} : { rpo }),
    acceptance: acceptanceOf(context, service.key).state,
    gaps: serviceGapsOf(context, service),
    ...(state === 'retired' ? {} : { reviewOn: reviewOnOf(service) }),
    reviewedOn: localDate(reviewedAt),
    abilities: { edit: mayEditService(actor, service) && state === 'inUse' },
  };
}

export interface FoundServices {
  /** Those of the query, sorted. */
  found: readonly ServiceRow[];
  /** Matches without the filters gap and acceptance. */
  base: readonly ServiceRow[];
}

/** The services of a query. From memory. */
export function findServices(
  context: Context,
  actor: Actor,
  query: Omit<ServicesQuery, 'offset' | 'limit'>,
): FoundServices {
  const centres: readonly string[] = query.centreId === 'mine' ? ownCentres(actor) : [query.centreId ?? ''];
  const search = fold(query.q ?? '');
  const base = servicesByTitle(context)
    .filter(
      ({ service, searched }) =>
        service.state === query.state &&
        (query.audience === undefined || service.audience === query.audience) &&
        (query.centreId === undefined || centres.includes(service.centreId ?? '')) &&
        foldedMatch(searched, search),
    )
    .map(({ service }) => serviceRow(context, actor, service));
  const found = base.filter((row) => lacks(row, query.gap) && isAccepted(row, query.acceptance));
  return { base, found: sorted(found, query) };
}

function lacks({ gaps }: ServiceRow, gap: ServicesQuery['gap']): boolean {
  if (gap === undefined) return true;
  return gap === 'any' ? gaps.length > 0 : gaps.includes(gap);
}

const isAccepted = ({ acceptance }: ServiceRow, wanted: ServicesQuery['acceptance']): boolean =>
  wanted === undefined || acceptance === wanted;

function sorted(rows: ServiceRow[], { sort, descending }: Pick<ServicesQuery, 'sort' | 'descending'>): ServiceRow[] {
  if (sort === 'title') return descending ? rows.reverse() : rows;
  return sortedBy(rows, (row) => sortKey(row, sort), descending);
}

function sortKey(row: ServiceRow, sort: Exclude<ServicesQuery['sort'], 'title'>): SortKey {
  switch (sort) {
    case 'centre':
      return row.centre?.title;
    case 'gaps':
      // Most gaps first.
      return -row.gaps.length;
    case 'mtd':
    case 'rto':
    case 'rpo':
    case 'reviewOn':
      return row[sort];
  }
}

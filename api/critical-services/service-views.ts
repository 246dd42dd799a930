import type { z } from 'zod';
import { assetRefOf, findAsset } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { forbidden, holds, type Actor } from '../kernel/index.ts';
import { centreRef, centres, fold, foldedMatch, freshnessOf, personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { acceptanceOf, type Acceptance } from './acceptance.ts';
import { mayAskAcceptance } from './ask-acceptance.ts';
import { assetGraph, reachedFrom } from './asset-graph.ts';
import type { servicesContract, ServicesQuery, ServiceView } from './contract.ts';
import {
  mayEditService,
  mayKeepSettings,
  mayRetireService,
  maySeeContingency,
  maySeeService,
  ownCentres,
  serviceWriters,
} from './permissions.ts';
import { CriticalServices, type CriticalService } from './service-lists.ts';
import { findServices, serviceRefOf, serviceRow, servicesByTitle } from './service-rows.ts';
import { consolidation, findService, isVital, serviceOrThrow } from './services.ts';
import { proposedMtd, settingsNow } from './settings.ts';

type AnswerTo<Name extends keyof typeof servicesContract> = (typeof servicesContract)[Name] extends {
  answer: infer Answer extends z.ZodType;
}
  ? z.output<Answer>
  : never;

/**
 * A page of services. Counts ignore the filters gap and acceptance, so that each leads to exactly those rows. From
 * memory.
 */
export function serviceList(
  context: Context,
  actor: Actor,
  { offset, limit, ...query }: ServicesQuery,
): AnswerTo<'GET /api/critical-services'> {
  const { found, base } = findServices(context, actor, query);
  return {
    services: found.slice(offset, offset + limit),
    total: found.length,
    counts: {
      services: base.length,
      withGaps: base.filter(({ gaps }) => gaps.length > 0).length,
      accepted: base.filter(({ acceptance }) => acceptance === 'accepted').length,
    },
    centres: centres(context).map(({ key, title }) => ({ id: key, title })),
    mine: ownCentres(actor),
    abilities: { add: holds(actor, ...serviceWriters), keepSettings: mayKeepSettings(actor) },
    freshness: freshnessOf(context, CriticalServices),
  };
}

const mostNames = 20;

/** Services in use by name, prefix matches first. From memory. */
export function serviceNames(context: Context, q: string): AnswerTo<'GET /api/critical-service-names'> {
  const search = fold(q);
  const hits = servicesByTitle(context).filter(
    ({ service, searched }) => service.state === 'inUse' && foldedMatch(searched, search),
  );
  const begins = ({ searched }: { searched: string }) => searched.startsWith(search);
  return {
    services: [...hits.filter(begins), ...hits.filter((hit) => !begins(hit))].slice(0, mostNames).map(({ service }) => {
      const centre = centreRef(context, service.centreId)?.title;
      return { ...serviceRefOf(service), ...(centre === undefined ? {} : { centre }) };
    }),
  };
}

/** One visible service. Throws AppError missing, forbidden `services.mayNotSee`. */
export function seenService(context: Context, actor: Actor, key: string): ServiceView {
  if (!maySeeService(actor, serviceOrThrow(context, key))) throw forbidden('services.mayNotSee');
  return serviceView(context, actor, key);
}

/** One service with its dependencies; also for an owner who just transferred it. */
export function serviceView(context: Context, actor: Actor, key: string): ServiceView {
  const service = serviceOrThrow(context, key);
  const settings = settingsNow(context);
  const { description, mtdReason, minimumOperation, peaks, reviewMonths, retiredReason } = service;
  const impacts = [...service.impacts].sort((one, other) => one.hours - other.hours);
  const proposed = proposedMtd(impacts, settings);
  return {
    ...serviceRow(context, actor, service),
    description,
    impacts,
    mtdReason,
    minimumOperation,
    peaks,
    reviewMonths,
    settings,
    ...(proposed === undefined ? {} : { proposedMtd: proposed }),
    // Former owners of retired services do not see others' data.
    needed: service.state === 'inUse' || maySeeContingency(actor) ? neededBy(context, service) : [],
    accepted: acceptanceView(context, acceptanceOf(context, key)),
    changedBy: personRef(context, service.changedBy),
    ...(retiredReason === undefined ? {} : { retiredReason }),
    abilities: {
      edit: mayEditService(actor, service) && service.state === 'inUse',
      retire: mayRetireService(actor, service),
      askAcceptance: mayAskAcceptance(context, actor, service),
    },
    freshness: freshnessOf(context, CriticalServices),
  };
}

const acceptanceView = (context: Context, { by, ...acceptance }: Acceptance): ServiceView['accepted'] => ({
  ...acceptance,
  ...(by ? { by: by.map((id) => personRef(context, id)) } : {}),
});

/** Direct dependencies first, including retired ones, which are missing; then indirect ones. */
function neededBy(context: Context, service: Stored<CriticalService>): ServiceView['needed'] {
  const direct = new Set(service.needs);
  const graph = assetGraph(context);
  const reached = reachedFrom(graph, service.needs);
  const through = graph.keys.filter((key, number) => reached[number] === 1 && !direct.has(key));
  return [...direct, ...through].flatMap((key) => {
    const asset = findAsset(context, key);
    return asset ? [neededAsset(context, service, { ref: assetRefOf(asset), direct: direct.has(key) })] : [];
  });
}

function neededAsset(
  context: Context,
  service: Stored<CriticalService>,
  { ref, direct }: { ref: ReturnType<typeof assetRefOf>; direct: boolean },
): ServiceView['needed'][number] {
  const mtd = consolidation(context).get(ref.key)?.mtd;
  const decider = mtd?.source.kind === 'service' ? findService(context, mtd.source.key) : undefined;
  return {
    asset: ref,
    direct,
    vital: isVital(context, ref.key),
    ...(mtd ? { mtd: mtd.hours } : {}),
    ...(decider && decider.key !== service.key ? { decidedBy: serviceRefOf(decider) } : {}),
  };
}

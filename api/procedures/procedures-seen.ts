import { Acknowledgements } from '../acknowledgements/index.ts';
import { ApprovalRequests } from '../approvals/index.ts';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { Actor } from '../kernel/index.ts';
import { centreRef, centres, fold, freshnessOf, People } from '../organisation/index.ts';
import type { ProceduresView, proceduresContract } from './contract.ts';
import {
  centresWritten,
  mayEditAreas,
  mayMakeGuideline,
  mayMakeProcedure,
  mayReadAll,
  maySeeProcedureCoverage,
  mayWrite,
} from './permissions.ts';
import { ProcedureAreas, Procedures, ProcedureVersions, type ProcedureVersion } from './procedure-list.ts';
import { allProcedures } from './procedures.ts';
import { areaTitle, making, rowOf, type Making } from './rows.ts';
import { excerptOf, rankOf } from './search.ts';
import { seenBy, type Seen } from './visible.ts';

export type ProceduresQuery = z.output<(typeof proceduresContract)['GET /api/procedures']['query']>;

interface Found {
  seen: Seen;
  rank: number;
}

/** What the actor finds: of what may be seen only, searched, filtered, sorted. From memory. */
export function proceduresFound(context: Context, actor: Actor, query: ProceduresQuery) {
  const made = making(context, actor);
  const words = fold(query.q ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const folded = new Map<string, string>();
  const foldedArea = (version: ProcedureVersion) => {
    const known = folded.get(version.areaKey) ?? fold(areaTitle(made, version));
    folded.set(version.areaKey, known);
    return known;
  };
  const found: Found[] = [];
  const counts = { procedures: 0, guidelines: 0 };
  for (const now of allProcedures(context).values()) {
    const seen = seenBy(actor, made.person, now);
    if (!seen || !isAskedFor(actor, seen, query)) continue;
    const rank = words.length === 0 ? 0 : rankOf(words, seen.shown.version, foldedArea(seen.shown.version));
    if (rank === undefined) continue;
    if (now.procedure.kind === 'guideline') counts.guidelines += 1;
    else counts.procedures += 1;
    if (query.kind === undefined || query.kind === now.procedure.kind) found.push({ seen, rank });
  }
  return { made, words, counts, found: sorted(made, found, query), foldedArea };
}

function isAskedFor(actor: Actor, { now, shown, coming }: Seen, query: ProceduresQuery): boolean {
  const { centreId, area, state, mine } = query;
  if (centreId !== undefined && now.procedure.centreId !== centreId) return false;
  if (area !== undefined && shown.version.areaKey !== area) return false;
  if (mine && !mayWrite(actor, now.procedure)) return false;
  return state === undefined ? shown.state !== 'retired' : shown.state === state || coming?.state === state;
}

const danish = new Intl.Collator('da');

/** The place of each version in a Danish alphabet of titles: comparing 2,000 titles anew takes longer than finding them. */
const titleOrder = derivation([ProcedureVersions], (context) => {
  const versions = context.list(ProcedureVersions).all();
  const sorted = versions.toSorted((one, other) => danish.compare(one.title, other.title));
  return new Map(sorted.map(({ key }, place) => [key, place]));
});

const last = '\uffff';

type Sort = ProceduresQuery['sort'];

/** What is compared besides the title; days and states by their own order, names by the alphabet. */
function keyOf(made: Making, { now, shown }: Seen, sort: Exclude<Sort, 'title'>): string {
  switch (sort) {
    case 'area':
      return areaTitle(made, shown.version);
    case 'centre':
      return centreRef(made.context, now.procedure.centreId)?.title ?? '';
    case 'state':
      return shown.state;
    case 'reviewOn':
      return shown.reviewOn ?? last;
    case 'validFrom':
      return shown.validFrom ?? last;
  }
}

function comparing(made: Making, sort: Sort): (one: Seen, other: Seen) => number {
  const order = titleOrder(made.context);
  const title = ({ shown }: Seen) => order.get(shown.version.key) ?? 0;
  if (sort === 'title') return (one, other) => title(one) - title(other);
  const isName = sort === 'area' || sort === 'centre';
  const keys = new Map<Seen, string>();
  const key = (seen: Seen) => {
    const known = keys.get(seen) ?? keyOf(made, seen, sort);
    keys.set(seen, known);
    return known;
  };
  return (one, other) => {
    const [left, right] = [key(one), key(other)];
    return isName ? danish.compare(left, right) : Number(left > right) - Number(left < right);
  };
}

function sorted(made: Making, found: Found[], { sort, descending, q }: ProceduresQuery): Seen[] {
  const sign = descending ? -1 : 1;
  // A search is answered by what fits best, unless somebody asks for another order.
  const byRank = q !== undefined && sort === 'title' && !descending;
  const [compare, byTitle] = [comparing(made, sort), comparing(made, 'title')];
  return found
    .sort(
      (one, other) =>
        (byRank ? one.rank - other.rank : 0) || sign * compare(one.seen, other.seen) || byTitle(one.seen, other.seen),
    )
    .map(({ seen }) => seen);
}

/** A page of the library. */
export function proceduresSeen(context: Context, actor: Actor, query: ProceduresQuery): ProceduresView {
  const { made, words, counts, found, foldedArea } = proceduresFound(context, actor, query);
  return {
    procedures: found.slice(query.offset, query.offset + query.limit).map((seen) => {
      const excerpt = words.length === 0 ? undefined : excerptFor(words, seen, foldedArea);
      return { ...rowOf(made, seen), ...(excerpt === undefined ? {} : { found: excerpt }) };
    }),
    total: found.length,
    counts,
    areas: [...made.areas.values()],
    centres: centresSeen(context, actor),
    abilities: {
      makeProcedure: mayMakeProcedure(actor),
      makeGuideline: mayMakeGuideline(actor),
      seeCoverage: maySeeProcedureCoverage(actor),
      editAreas: mayEditAreas(actor),
    },
    freshness: procedureFreshness(context),
  };
}

const excerptFor = (words: readonly string[], { shown }: Seen, area: (version: ProcedureVersion) => string) =>
  excerptOf(words, shown.version, area(shown.version));

const centresSeen = (context: Context, actor: Actor) => {
  const own = new Set<string | undefined>([...centresWritten(actor), actor.centreId]);
  return centres(context)
    .filter(({ key }) => mayReadAll(actor) || own.has(key))
    .map(({ key, title }) => ({ id: key, title }));
};

export const procedureFreshness = (context: Context) =>
  freshnessOf(context, Procedures, ProcedureVersions, ProcedureAreas, ApprovalRequests, Acknowledgements, People);

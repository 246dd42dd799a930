import { Acknowledgements } from '../acknowledgements/index.ts';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { inOrder, reviewDay } from '../documents/index.ts';
import type { Actor } from '../kernel/index.ts';
import { centreRef, centres, People } from '../organisation/index.ts';
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
import type { Found } from '../search/index.ts';
import { excerptFor, versionsFound, type ProcedureField } from './procedure-index.ts';
import { ProcedureAreas, ProcedureVersions } from './procedure-list.ts';
import { allProcedures, procedures } from './procedures.ts';
import { areaTitle, making, rowOf, type Making } from './rows.ts';
import { seenBy, type Seen } from './visible.ts';
import { compareDanish } from '../texts/format.ts';

export type ProceduresQuery = z.output<(typeof proceduresContract)['GET /api/procedures']['query']>;

interface FoundProcedure {
  seen: Seen;
  /** Absent without a search. */
  answer: Found<ProcedureField> | undefined;
}

/** Procedures visible to the actor, searched, filtered, sorted. From memory. */
export async function proceduresFound(context: Context, actor: Actor, query: ProceduresQuery) {
  const answering = await versionsFound(context, query.q);
  const made = making(context, actor);
  const found: FoundProcedure[] = [];
  const counts = { procedures: 0, guidelines: 0 };
  for (const now of allProcedures(context).values()) {
    const seen = seenBy(actor, made.person, now);
    if (!seen || !isAskedFor(actor, seen, query)) continue;
    const answer = answering?.get(seen.shown.version.key);
    if (answering && !answer) continue;
    if (now.procedure.kind === 'guideline') counts.guidelines += 1;
    else counts.procedures += 1;
    if (query.kind === undefined || query.kind === now.procedure.kind) found.push({ seen, answer });
  }
  return { made, counts, found: sorted(made, found, query) };
}

function isAskedFor(actor: Actor, { now, shown, coming }: Seen, query: ProceduresQuery): boolean {
  const { centreId, area, state, mine } = query;
  if (centreId !== undefined && now.procedure.centreId !== centreId) return false;
  if (area !== undefined && shown.version.areaKey !== area) return false;
  if (mine && !mayWrite(actor, now.procedure)) return false;
  if (state === 'inForce') return now.current !== undefined;
  return state === undefined ? shown.state !== 'retired' : shown.state === state || coming?.state === state;
}

/** Each version's position in Danish collation of titles: comparing 2,000 titles again is slower than finding them. */
const titleOrder = derivation([ProcedureVersions], (context) => {
  const versions = context.list(ProcedureVersions).all();
  const sorted = versions.toSorted((one, other) => compareDanish(one.title, other.title));
  return new Map(sorted.map(({ key }, place) => [key, place]));
});

function sorted(made: Making, found: FoundProcedure[], query: ProceduresQuery): FoundProcedure[] {
  const order = titleOrder(made.context);
  const place = ({ seen }: FoundProcedure) => order.get(seen.shown.version.key) ?? 0;
  return inOrder(found, query, {
    score: ({ answer }) => answer?.score ?? 0,
    byTitle: (one, other) => place(one) - place(other),
    key: ({ seen }, sort) => keyOf(made, seen, sort),
  });
}

function keyOf(made: Making, { now, shown }: Seen, sort: Exclude<ProceduresQuery['sort'], 'title'>) {
  switch (sort) {
    case 'area':
      return areaTitle(made, shown.version);
    case 'centre':
      return centreRef(made.context, now.procedure.centreId)?.title ?? '';
    case 'state':
      return shown.state;
    case 'reviewOn':
      return reviewDay(shown);
    case 'validFrom':
      return shown.validFrom;
  }
}

/** A page of the library. */
export async function proceduresSeen(context: Context, actor: Actor, query: ProceduresQuery): Promise<ProceduresView> {
  const { made, counts, found } = await proceduresFound(context, actor, query);
  return {
    procedures: found.slice(query.offset, query.offset + query.limit).map(({ seen, answer }) => {
      const excerpt = answer && excerptFor(answer, seen.shown);
      return { ...rowOf(made, seen), ...(excerpt === undefined ? {} : { found: excerpt }) };
    }),
    total: found.length,
    counts,
    areas: [...made.areas.values()],
    centres: visibleCentres(context, actor),
    abilities: {
      makeProcedure: mayMakeProcedure(actor),
      makeGuideline: mayMakeGuideline(actor),
      seeCoverage: maySeeProcedureCoverage(actor),
      editAreas: mayEditAreas(actor),
    },
    freshness: procedureFreshness(context),
  };
}

const visibleCentres = (context: Context, actor: Actor) => {
  const own = new Set<string | undefined>([...centresWritten(actor), actor.centreId]);
  return centres(context)
    .filter(({ key }) => mayReadAll(actor) || own.has(key))
    .map(({ key, title }) => ({ id: key, title }));
};

export const procedureFreshness = (context: Context) =>
  procedures.freshness(context, ProcedureAreas, Acknowledgements, People);

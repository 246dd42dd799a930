import { Acknowledgements, receiptsOf } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import { deliveryOf } from '../deliveries/index.ts';
import { conflict, forbidden, todayOf, type Actor, type PersonId } from '../kernel/index.ts';
import { fold, foldedMatch, freshnessOf, People, personRef } from '../organisation/index.ts';
import { peopleAsked } from './audience.ts';
import { acknowledgeBy } from './obligations.ts';
import { maySeeReadersOf } from './permissions.ts';
import { ProcedureVersions } from './procedure-list.ts';
import { seenOrThrow } from './visible.ts';
import { compareDanish } from '../texts/format.ts';

export interface ReadersQuery {
  q?: string | undefined;
  show: 'missing' | 'done' | 'all';
  offset: number;
  limit: number;
}

/**
 * People with and without a receipt of the version in force, as far as visible to the actor: by name, paged. Throws
 * AppError: missing, forbidden `procedures.mayNotSeePeople`, conflict `procedures.notInForce` `procedures.nobodyAsked`.
 */
export function readersSeen(context: Context, actor: Actor, procedureKey: string, query: ReadersQuery) {
  const { now } = seenOrThrow(context, actor, procedureKey);
  const { procedure, current } = now;
  if (current?.validFrom === undefined) throw conflict('procedures.notInForce');
  const { version, validFrom } = current;
  if (!version.mustAcknowledge) throw conflict('procedures.nobodyAsked');
  const isMine = (centreId: typeof procedure.centreId) => maySeeReadersOf(actor, centreId);
  if (procedure.kind === 'procedure' && !isMine(procedure.centreId)) throw forbidden('procedures.mayNotSeePeople');
  const { positive } = receiptsOf(context, version.key);
  const search = fold(query.q ?? '');
  const today = todayOf(context.clock);
  const found = peopleAsked(context, procedure, version)
    .filter(({ centreId }) => isMine(centreId))
    .filter(({ key }) => query.show === 'all' || positive.has(key as PersonId) === (query.show === 'done'))
    .filter(({ title }) => search === '' || foldedMatch(fold(title), search))
    .sort((one, other) => compareDanish(one.title, other.title));
  return {
    people: found.slice(query.offset, query.offset + query.limit).map((person) => {
      const receipt = positive.get(person.key as PersonId);
      return {
        ...personRef(context, person.key),
        ...(receipt?.recordedBy ? { recordedBy: personRef(context, receipt.recordedBy) } : {}),
        ...(receipt ? { at: receipt.at } : { due: acknowledgeBy(procedure, validFrom, person, today) }),
        delivery: deliveryOf(context, version.key, person.key as PersonId)?.state ?? 'notAsked',
      };
    }),
    total: found.length,
    freshness: freshnessOf(context, People, Acknowledgements, ProcedureVersions),
  };
}

import { openReceipts, receiptOf, receiptsOf } from '../acknowledgements/index.ts';
import { isOpenToChange, wayView } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { differenceOf } from '../difference/index.ts';
import { retirementView, versionRows, writerAbilities } from '../documents/index.ts';
import { todayOf, type Actor, type CentreId, type PersonId } from '../kernel/index.ts';
import { centreRef, findPerson, personRef } from '../organisation/index.ts';
import { isFor, peopleAsked } from './audience.ts';
import { deciders, type ProcedureRow, type ProcedureView } from './contract.ts';
import { acknowledgeBy } from './obligations.ts';
import { mayReadAll, maySeeReadersOf, mayWrite } from './permissions.ts';
import type { Procedure, ProcedureVersion } from './procedure-list.ts';
import { allProcedures, isComplete, type VersionNow } from './procedures.ts';
import { procedureFreshness } from './procedures-seen.ts';
import { making, rowOf } from './rows.ts';
import { versionViewOf } from './version-view.ts';
import { seenBy, seenOrThrow, type Seen } from './visible.ts';
import { renewalWayOf, wayOf } from './way.ts';

/**
 * The same as `procedureView`, with the actor's receipt when the version shown ended long ago. Errors of `openReceipts`
 * too.
 */
export async function viewProcedure(context: Context, actor: Actor, procedureKey: string): Promise<ProcedureView> {
  const { shown } = seenOrThrow(context, actor, procedureKey);
  await openReceipts(context, [shown.version.key], actor.personId);
  return procedureView(context, actor, procedureKey);
}

/**
 * One procedure as visible to the actor, with abilities. For one retired long ago after `openReceipts`. Throws AppError
 * `missing`.
 */
export function procedureView(context: Context, actor: Actor, procedureKey: string): ProcedureView {
  const seen = seenOrThrow(context, actor, procedureKey);
  const { now, everything } = seen;
  const { procedure, current } = now;
  const coming = everything ? now.coming : seen.coming;
  const centre = centreRef(context, procedure.centreId);
  const view = (version: VersionNow) =>
    versionViewOf(context, actor, version, everything || version.version.key === coming?.version.key);
  const shown = current ?? (everything && !coming ? seen.shown : undefined);
  const abilities = abilitiesOf(context, actor, seen);
  return {
    key: procedure.key,
    kind: procedure.kind,
    ...(centre ? { centre } : {}),
    ...(everything ? retirementView(context, procedure) : {}),
    ...(shown ? { current: view(shown) } : {}),
    ...(coming ? { coming: view(coming) } : {}),
    ...(coming && current ? { difference: difference(current.version, coming.version) } : {}),
    versions: versionRows(everything ? now.versions : []),
    audience: {
      ...audience(context, actor, procedure, seen),
      ...(coming ? { coming: peopleAsked(context, procedure, coming.version).length } : {}),
    },
    ...mine(context, actor, seen),
    local: localOf(context, actor, procedure),
    ...wayAhead(context, actor, seen),
    ...renewal(context, actor, seen, abilities),
    abilities,
    freshness: procedureFreshness(context),
  };
}

/** Text and file text combined: what people read, wherever it is. */
const words = ({ body, fileText }: ProcedureVersion): string => `${body}\n\n${fileText}`;
const cache = new WeakMap<ProcedureVersion, { from: ProcedureVersion; blocks: ReturnType<typeof differenceOf> }>();

/** Long texts are slow to compare, so each pair is cached. */
function difference(from: ProcedureVersion, to: ProcedureVersion) {
  const known = cache.get(to);
  if (known?.from === from) return known.blocks;
  const blocks = differenceOf(words(from), words(to));
  cache.set(to, { from, blocks });
  return blocks;
}

function audience(context: Context, actor: Actor, procedure: Procedure, { now, shown }: Seen) {
  const asked = peopleAsked(context, procedure, shown.version);
  const isAsked = shown.version.mustAcknowledge && shown.version.key === now.current?.version.key;
  if (!isAsked || !(mayReadAll(actor) || seesPeople(actor, procedure))) return { people: asked.length };
  const { positive } = receiptsOf(context, shown.version.key);
  const counts = (people: typeof asked) => ({
    people: people.length,
    acknowledged: people.filter(({ key }) => positive.has(key as PersonId)).length,
  });
  const centres = procedure.kind === 'guideline' ? ownCentres(actor) : [];
  if (centres.length === 0) return counts(asked);
  const own = asked.filter(({ centreId }) => centreId !== undefined && centres.includes(centreId));
  return { ...counts(asked), own: { ...counts(own), centres: centres.length } };
}

/** Centres whose readers the actor sees; none for those who see everybody's, or nobody's. */
const ownCentres = (actor: Actor): CentreId[] =>
  maySeeReadersOf(actor, undefined)
    ? []
    : [...new Set(actor.roles.flatMap(({ centreId }) => centreId ?? []))].filter((id) => maySeeReadersOf(actor, id));

/** For a guideline those with a centre see their own people. */
const seesPeople = (actor: Actor, { kind, centreId }: Procedure): boolean =>
  kind === 'guideline'
    ? maySeeReadersOf(actor, undefined) || actor.roles.some(({ centreId: own }) => maySeeReadersOf(actor, own))
    : maySeeReadersOf(actor, centreId);

/** The actor's receipt, or deadline. */
function mine(context: Context, actor: Actor, { now, shown }: Seen): Pick<ProcedureView, 'receipt' | 'due'> {
  const { version, validFrom } = shown;
  const receipt = receiptOf(context, version.key, actor.personId);
  if (receipt) {
    const { at, channel, recordedBy } = receipt;
    return { receipt: { at, channel, ...(recordedBy ? { recordedBy: personRef(context, recordedBy) } : {}) } };
  }
  const person = findPerson(context, actor.personId);
  if (!person || validFrom === undefined || !mayAcknowledge(context, actor, { now, shown })) return {};
  return { due: acknowledgeBy(now.procedure, validFrom, person, todayOf(context.clock)) };
}

function mayAcknowledge(context: Context, actor: Actor, { now, shown }: Pick<Seen, 'now' | 'shown'>): boolean {
  const { version } = shown;
  if (!version.mustAcknowledge || version.key !== now.current?.version.key) return false;
  if (receiptOf(context, version.key, actor.personId)) return false;
  return isFor(now.procedure, version, findPerson(context, actor.personId));
}

/** Local procedures that implement a guideline, as visible to the actor. */
function localOf(context: Context, actor: Actor, { key, kind }: Procedure): ProcedureRow[] {
  if (kind !== 'guideline') return [];
  const made = making(context, actor);
  return [...allProcedures(context).values()].flatMap((now) => {
    const seen = seenBy(actor, made.person, now);
    return seen?.shown.version.guidelineKey === key && seen.shown.state !== 'retired' ? [rowOf(made, seen)] : [];
  });
}

/** The approvers, for those who may submit. */
function wayAhead(context: Context, actor: Actor, { now }: Seen): Pick<ProcedureView, 'way'> {
  const { procedure, coming } = now;
  if (!coming || !isOpenToChange(coming.state) || !mayWrite(actor, procedure)) return {};
  return { way: wayView(context, wayOf(context, actor, procedure, coming.version), actor.personId) };
}

/** The approvers of a renewal, for those who may request it. */
function renewal(context: Context, actor: Actor, { now }: Seen, { renew }: ProcedureView['abilities']) {
  const { procedure, current } = now;
  if (!current || !renew) return {};
  const [stage] = renewalWayOf(context, actor, procedure, current.version);
  const renewalBy = (['centreManager', ...deciders] as const).find((body) => body === stage?.body);
  return renewalBy ? { renewalBy } : {};
}

function abilitiesOf(context: Context, actor: Actor, seen: Seen): ProcedureView['abilities'] {
  const { procedure, current } = seen.now;
  const writes = mayWrite(actor, procedure) && procedure.retiredAt === undefined;
  return {
    ...writerAbilities(seen.now, { writes, isComplete }),
    acknowledge: mayAcknowledge(context, actor, seen),
    seePeople: current?.version.mustAcknowledge === true && seesPeople(actor, procedure),
  };
}

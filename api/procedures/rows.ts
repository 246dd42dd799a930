import { receiptsOf } from '../acknowledgements/index.ts';
import type { FrozenFile } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { reviewDay } from '../documents/index.ts';
import type { Actor } from '../kernel/index.ts';
import { centreRef, findPerson, type Person } from '../organisation/index.ts';
import { areaOf, areasOf } from './areas.ts';
import { isFor } from './audience.ts';
import type { AreaView, ProcedureRow } from './contract.ts';
import type { ProcedureVersion } from './procedure-list.ts';
import { findProcedure, type ProcedureNow, type VersionNow } from './procedures.ts';
import type { Seen } from './visible.ts';

/** Shared lookups for the rows of one answer. */
export interface Making {
  context: Context;
  actor: Actor;
  person: Person | undefined;
  areas: ReadonlyMap<string, AreaView>;
}
export const making = (context: Context, actor: Actor): Making => ({
  context,
  actor,
  person: findPerson(context, actor.personId),
  areas: new Map(areasOf(context, actor.language).map((area) => [area.key, area])),
});
/** The name of a version's area in the reader's language. */
export const areaTitle = ({ context, actor, areas }: Making, version: ProcedureVersion): string =>
  (areas.get(version.areaKey) ?? areaOf(context, actor.language, version)).title;

/** A library row as seen by the actor. */
export function rowOf(made: Making, { now, shown, coming }: Seen): ProcedureRow {
  const { context } = made;
  const { procedure } = now;
  const { version, state, validFrom } = shown;
  const reviewOn = reviewDay(shown);
  const centre = centreRef(context, procedure.centreId);
  const guideline = guidelineLink(context, version);
  const acknowledge = mineToAcknowledge(made, now, shown);
  return {
    key: procedure.key,
    versionKey: version.key,
    kind: procedure.kind,
    title: version.title,
    number: version.number,
    state,
    area: { key: version.areaKey, title: areaTitle(made, version) },
    ...(centre ? { centre } : {}),
    ...(guideline ? { guideline } : {}),
    ...(version.file ? { file: shortFile(version.file) } : {}),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    ...(coming && isOnItsWay(coming.state) ? { coming: coming.state } : {}),
    ...(acknowledge ? { acknowledge } : {}),
  };
}

const shortFile = ({ name, type, size }: FrozenFile) => ({ name, type, size });

const isOnItsWay = (state: VersionNow['state']): state is 'draft' | 'waiting' | 'returned' =>
  state === 'draft' || state === 'waiting' || state === 'returned';

/** The guideline that a version implements, by its current name. */
export const guidelineLink = (context: Context, { guidelineKey, guidelineTitle }: ProcedureVersion) => {
  if (guidelineKey === undefined) return undefined;
  const guideline = findProcedure(context, guidelineKey);
  const title = guideline?.current?.version.title ?? guidelineTitle;
  if (title === undefined) return undefined;
  return {
    key: guidelineKey,
    title,
    ...(guideline?.procedure.retiredAt === undefined ? {} : { retired: true as const }),
  };
};

function mineToAcknowledge(
  { context, actor, person }: Making,
  { procedure, current }: ProcedureNow,
  { version }: VersionNow,
): 'due' | 'done' | undefined {
  if (version.key !== current?.version.key || !version.mustAcknowledge) return undefined;
  if (receiptsOf(context, version.key).positive.has(actor.personId)) return 'done';
  return isFor(procedure, version, person) ? 'due' : undefined;
}

import {
  ApprovalRequests,
  endsOf,
  paperNow,
  type PaperNow,
  type VersionNow as ApprovedVersion,
} from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { missing, stableKey, todayOf, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Procedures, ProcedureVersions, type Procedure, type ProcedureVersion } from './procedure-list.ts';

/** Stands in `ApprovalRequests.subjectKind`. */
export const procedureSubjectKind = 'procedureVersion';
/** A procedure is with those who decide once at a time, whichever version of it (`oneAtATime`). */
export const procedureTurn = (procedureKey: string): string => `procedure ${procedureKey}`;

/** Where a procedure is read in the tab. */
export const procedurePath = (procedureKey: string): string => `/procedures/${procedureKey}`;
/** The obligation to look at a version again by a day. */
export const reviewKey = (versionKey: string, reviewOn: LocalDate): string => stableKey('review', versionKey, reviewOn);

/** A version with where it stands today. */
export type VersionNow = ApprovedVersion<Stored<ProcedureVersion>>;

/** A procedure or guideline as it is today. */
export interface ProcedureNow extends PaperNow<Stored<ProcedureVersion>> {
  procedure: Stored<Procedure>;
}

const versionsByProcedure = derivation([ProcedureVersions], (context) => {
  const found = new Map<string, Stored<ProcedureVersion>[]>();
  for (const version of context.list(ProcedureVersions).all()) {
    const known = found.get(version.procedureKey);
    if (known) known.push(version);
    else found.set(version.procedureKey, [version]);
  }
  for (const versions of found.values()) versions.sort((one, other) => other.number - one.number);
  return found;
});

/** Every version ever begun, newest first, discarded drafts too: for the next number. */
export const everyVersionOf = (context: Context, procedureKey: string): readonly Stored<ProcedureVersion>[] =>
  versionsByProcedure(context).get(procedureKey) ?? [];

const byKey = derivation(
  [Procedures, ProcedureVersions, ApprovalRequests],
  (context) => {
    const today = todayOf(context.clock);
    const found = new Map<string, ProcedureNow>();
    for (const procedure of context.list(Procedures).all()) {
      const made = procedureNow(context, procedure, today);
      if (made.versions.length > 0) found.set(procedure.key, made);
    }
    return found;
  },
  (context) => todayOf(context.clock),
);

const procedureNow = (context: Context, procedure: Stored<Procedure>, today: LocalDate): ProcedureNow => ({
  procedure,
  ...paperNow(context, procedureSubjectKind, {
    written: everyVersionOf(context, procedure.key),
    retired: procedure.retiredAt !== undefined,
    today,
  }),
});

/** Every procedure and guideline with a version that somebody has not discarded. From memory. */
export const allProcedures = (context: Context): ReadonlyMap<string, ProcedureNow> => byKey(context);

export const findProcedure = (context: Context, key: string): ProcedureNow | undefined => byKey(context).get(key);

/** Throws AppError `missing`. */
export function procedureOrThrow(context: Context, key: string): ProcedureNow {
  const found = findProcedure(context, key);
  if (!found) throw missing('procedures.noSuchProcedure');
  return found;
}

/** A version with its procedure; undefined for a discarded one. */
export function findVersion(
  context: Context,
  versionKey: string,
): { now: ProcedureNow; version: VersionNow } | undefined {
  const procedureKey = context.list(ProcedureVersions).get(versionKey)?.procedureKey;
  const now = procedureKey === undefined ? undefined : findProcedure(context, procedureKey);
  const version = now?.versions.find((one) => one.version.key === versionKey);
  return now && version && { now, version };
}

/** Versions of all that no rule asks any more who has acknowledged, with the day on which each ended. */
export const endedProcedureVersions = derivation(
  [Procedures, ProcedureVersions, ApprovalRequests],
  (context): ReadonlyMap<string, LocalDate> =>
    new Map([...byKey(context).values()].flatMap((now) => endsOf(now, now.procedure.retiredAt))),
  (context) => todayOf(context.clock),
);

/** The version that a procedure is shown by: the one in force, else the one on its way, else the last there was. */
export const shownOf = ({ current, coming, versions }: ProcedureNow): VersionNow | undefined =>
  current ?? coming ?? versions.find(({ state }) => state === 'retired') ?? versions[0];

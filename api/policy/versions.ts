import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { conflict, missing, todayOf, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import {
  comingOf,
  compareNumbers,
  firstDay,
  latest,
  receiptChain,
  stateOf,
  type PolicyState,
  type PublishedVersion,
} from './policy-version.ts';
import { PolicyVersions, type PolicyVersion } from './policy-version-list.ts';

/** Numbering, submission and publication are serialised (`oneAtATime`). */
export const policyTurn = 'policy';

const isThere = (version: PolicyVersion) => version.state !== 'discarded';

/** Versions without discarded drafts. */
export const policyVersions: (context: Context) => readonly Stored<PolicyVersion>[] = derivation(
  [PolicyVersions],
  (context) => context.list(PolicyVersions).all().filter(isThere),
);

/** The version in force today or on another day, or `undefined` before the first. */
export const currentPolicy = (
  context: Context,
  on: LocalDate = todayOf(context.clock),
): PublishedVersion<Stored<PolicyVersion>> | undefined => latest(policyVersions(context), on);

/** The newest published version that is not yet in force; undefined when none is on its way. */
export const comingPolicy = (context: Context): PublishedVersion<Stored<PolicyVersion>> | undefined =>
  comingOf(policyVersions(context), todayOf(context.clock)).at(-1);

export function policyVersion(context: Context, key: string): Stored<PolicyVersion> | undefined {
  const version = context.list(PolicyVersions).get(key);
  return version && isThere(version) ? version : undefined;
}

/** Throws AppError `missing` when there is no such version. */
export function versionOrThrow(context: Context, key: string): Stored<PolicyVersion> {
  const version = policyVersion(context, key);
  if (!version) throw missing('policy.noSuchVersion');
  return version;
}

/** The current state: a version is superseded from the first day of the next one. */
export const policyState = (context: Context, version: PolicyVersion): PolicyState =>
  stateOf<PolicyVersion>(version, policyVersions(context), todayOf(context.clock));

/** Whether receipts are or were required: in force, or formerly so. */
export function isAsked(context: Context, version: PolicyVersion): boolean {
  const state = policyState(context, version);
  return state === 'published' || state === 'superseded';
}

/**
 * The version that first required the current receipt: a minor version continues the preceding major one, and extends
 * no deadline.
 */
export const askedFirst = (context: Context, version: PolicyVersion): PolicyVersion =>
  receiptChain(version, policyVersions(context)).at(-1) ?? version;

/** The deadline inherited by a minor version; undefined for a version with its own. */
export function askedUntil(context: Context, version: PolicyVersion): LocalDate | undefined {
  const root = askedFirst(context, version);
  return root.key === version.key ? undefined : root.acknowledgeBy;
}

/** A draft's first day if published now. */
export const firstDayIfNow = (context: Context, { effectiveOn }: Pick<PolicyVersion, 'effectiveOn'>): LocalDate => {
  const today = todayOf(context.clock);
  return effectiveOn > today ? effectiveOn : today;
};

/** The coming version that is never in force where a higher number begins on a day before it; undefined without one. */
export const overtakenBy = (
  context: Context,
  number: string,
  begins: LocalDate,
): Stored<PublishedVersion> | undefined =>
  comingOf(policyVersions(context), todayOf(context.clock)).findLast(
    (coming) => compareNumbers(coming.number, number) < 0 && begins < firstDay(coming),
  );

/**
 * Versions take effect in the order of their numbers: one that begins before a coming version with a lower number would
 * keep that from ever being in force. Throws AppError conflict `policy.beforeComing`.
 */
export function requireAfterComing(
  context: Context,
  { number, effectiveOn }: Pick<PolicyVersion, 'number' | 'effectiveOn'>,
): void {
  const passed = overtakenBy(context, number, firstDayIfNow(context, { effectiveOn }));
  if (passed)
    throw conflict('policy.beforeComing', { field: 'effectiveOn', number: passed.number, day: firstDay(passed) });
}

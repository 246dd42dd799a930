import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { missing } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { latest, stateOf, type PolicyState, type PublishedVersion } from './policy-version.ts';
import { PolicyVersions, type PolicyVersion } from './policy-version-list.ts';

const isThere = (version: PolicyVersion) => version.state !== 'discarded';

/** All versions but discarded drafts. */
export const policyVersions: (context: Context) => readonly Stored<PolicyVersion>[] = derivation(
  [PolicyVersions],
  (context) => context.list(PolicyVersions).all().filter(isThere),
);

/** The version in force, or `undefined` before the first publication. */
export const currentPolicy = (context: Context): PublishedVersion<Stored<PolicyVersion>> | undefined =>
  latest(policyVersions(context));

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

/** The state as it is now: a version is superseded from the moment the next one is published. */
export const policyState = (context: Context, version: PolicyVersion): PolicyState =>
  stateOf<PolicyVersion>(version, policyVersions(context));

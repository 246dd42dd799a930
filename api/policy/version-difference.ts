import type { Context } from '../context.ts';
import { differenceOf, type DifferenceBlock } from '../difference/index.ts';
import type { Actor } from '../kernel/index.ts';
import { versionFor } from './policy-views.ts';
import { before } from './policy-version.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { policyVersions } from './versions.ts';

export interface VersionDifference {
  /** Absent when there is nothing before it. */
  against?: { key: string; number: string };
  blocks: DifferenceBlock[];
}

/**
 * What a version changes, paragraph by paragraph: against the one before, or one that is named. Throws AppError `missing`
 * when the actor may read either of them not.
 */
export function versionDifference(
  context: Context,
  actor: Actor,
  { versionKey, against }: { versionKey: string; against?: string | undefined },
): VersionDifference {
  const version: PolicyVersion = versionFor(context, actor, versionKey);
  const other =
    against === undefined
      ? before<PolicyVersion>(version, policyVersions(context))
      : versionFor(context, actor, against);
  if (!other || other.key === version.key) return { blocks: [] };
  const [old, now] =
    other.title === version.title ? [other.body, version.body] : [withTitle(other), withTitle(version)];
  return { against: { key: other.key, number: other.number }, blocks: differenceOf(old, now) };
}

/** The title is part of what is decided, and shown where it has changed. */
const withTitle = ({ title, body }: PolicyVersion) => `# ${title}\n\n${body}`;

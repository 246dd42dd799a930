import type { Context } from '../context.ts';
import { differenceOf, type DifferenceBlock } from '../difference/index.ts';
import type { Actor } from '../kernel/index.ts';
import { versionFor } from './policy-views.ts';
import { before } from './policy-version.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { policyVersions } from './versions.ts';

export interface VersionDifference {
  /** Absent without a previous version. */
  against?: { key: string; number: string };
  blocks: DifferenceBlock[];
}

/**
 * A version's changes, paragraph by paragraph: against the previous one, or a given one. Throws AppError `missing`
 * without read access to both.
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

/** The title is part of the decision, and shown if changed. */
const withTitle = ({ title, body }: PolicyVersion) => `# ${title}\n\n${body}`;

import { mayVote, type ApprovalRequest, type ApprovalSubject, type VersionNow } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../kernel/index.ts';
import type { DocumentRecord, VersionRecord } from './document-declaration.ts';
import type { DocumentKind } from './document-kind.ts';

/**
 * Versions of a kind as an approval subject. `published` performs the effects of an approval; it is repeated after a
 * crash.
 */
export const documentSubject = <Name extends string, D extends DocumentRecord, V extends VersionRecord>(
  kind: DocumentKind<Name, D, V>,
  published: (context: Context, request: ApprovalRequest, version: V) => Promise<void>,
): ApprovalSubject => ({
  kind: kind.subjectKind,
  contentNow: (context, versionKey) => {
    const { now, version } = kind.findVersion(context, versionKey) ?? {};
    if (!now || !version || now[kind.name].retiredAt !== undefined) return undefined;
    // A superseded version cannot be resubmitted; a pending request may complete.
    if (version.state === 'superseded' && version.requests[0]?.state !== 'open') return undefined;
    return kind.content(context, now[kind.name], version);
  },
  inForce: (context, versionKey) => {
    const { now } = kind.findVersion(context, versionKey) ?? {};
    if (!now?.current || now.current.version.key === versionKey) return undefined;
    return kind.content(context, now[kind.name], now.current);
  },
  path: (context, versionKey) => {
    const version = context.list(kind.versions).get(versionKey);
    return kind.path(version ? kind.documentKey(version) : versionKey);
  },
  mayRead: (context, actor, { subjectKey }) => {
    const found = kind.findVersion(context, subjectKey);
    return found !== undefined && kind.mayReadEveryVersion(context, actor, found.now[kind.name]);
  },
  ended: async (context, request) => {
    if (request.state !== 'approved') return;
    const version = await kind.recordApproval(context, request);
    if (version) await published(context, request, version);
  },
});

/** Whether the actor is an approver of a version now, also as a deputy: approvers may read. From memory. */
export function decidesNow(context: Context, actor: Actor, version: Pick<VersionNow<unknown>, 'requests'> | undefined) {
  const [latest] = version?.requests ?? [];
  return latest?.state === 'open' && mayVote(context, actor, latest);
}

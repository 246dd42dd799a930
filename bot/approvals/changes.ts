import { requestChanges, type ApprovalRequest } from '../../api/approvals/index.ts';
import type { Context, Translate } from '../../api/context.ts';

/** What has changed since the round before, or against what is in force, in one line; undefined when it is all new. */
export function changesLine(context: Context, request: ApprovalRequest, t: Translate): string | undefined {
  const found = requestChanges(context, request);
  if (!found) return undefined;
  const { against, changes } = found;
  const parts = (['changed', 'added', 'removed'] as const)
    .filter((kind) => changes[kind] > 0)
    .map((kind) => t(`approvalCards.changes.${kind}`, { count: changes[kind] }));
  if (parts.length === 0) return t(`approvalCards.changes.${against}None`);
  return t(`approvalCards.changes.${against}`, { parts: parts.join(', ') });
}

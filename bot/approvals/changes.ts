import { approvalSubject, requestsAbout, type ApprovalRequest } from '../../api/approvals/index.ts';
import type { Context, Translate } from '../../api/context.ts';
import { changesIn, differenceOf, type Changes } from '../../api/difference/index.ts';

interface Before {
  against: 'round' | 'inForce';
  text: string;
}

/** What has changed since the round before, or against what is in force, in one line; undefined when it is all new. */
export function changesLine(context: Context, request: ApprovalRequest, t: Translate): string | undefined {
  const before = beforeOf(context, request);
  if (!before || before.text === '' || request.content === '') return undefined;
  const changes = changesSince(request, before.text);
  const parts = (['changed', 'added', 'removed'] as const)
    .filter((kind) => changes[kind] > 0)
    .map((kind) => t(`approvalCards.changes.${kind}`, { count: changes[kind] }));
  if (parts.length === 0) return t(`approvalCards.changes.${before.against}None`);
  return t(`approvalCards.changes.${before.against}`, { parts: parts.join(', ') });
}

/** As the tab shows it: the round before, else what is in force. */
function beforeOf(context: Context, { subjectKind, subjectKey, round }: ApprovalRequest): Before | undefined {
  const earlier = requestsAbout(context, subjectKind, subjectKey).find((each) => each.round < round);
  if (earlier) return { against: 'round', text: earlier.content };
  const inForce = approvalSubject(context, subjectKind)?.inForce?.(context, subjectKey);
  return inForce && { against: 'inForce', text: inForce.text };
}

const counted = new WeakMap<ApprovalRequest, { before: string; changes: Changes }>();
/** Asked for every member and after every vote, so two texts are laid beside each other once. */
function changesSince(request: ApprovalRequest, before: string): Changes {
  const known = counted.get(request);
  if (known?.before === before) return known.changes;
  const changes = changesIn(differenceOf(before, request.content));
  counted.set(request, { before, changes });
  return changes;
}

import type { Context } from '../context.ts';
import { approvalSubject } from './approval-subject.ts';
import { contentHashOf } from './request.ts';
import type { ApprovalRequest } from './request-list.ts';

/** Whether the content has changed since submission, or is gone: not approvable. From memory. */
export function hasContentChanged(
  context: Context,
  { subjectKind, subjectKey, contentHash }: Pick<ApprovalRequest, 'subjectKind' | 'subjectKey' | 'contentHash'>,
): boolean {
  const subject = approvalSubject(context, subjectKind);
  if (!subject) return false;
  const content = subject.contentNow(context, subjectKey);
  return content === undefined || contentHashOf(content) !== contentHash;
}

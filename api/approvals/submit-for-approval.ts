import type { Context } from '../context.ts';
import { conflict, invalid, nowOf, repeatableKey, type Actor, type CentreId } from '../kernel/index.ts';
import { longTextLimit, type Stored } from '../sharepoint/index.ts';
import type { ApprovalContent, StagePlan } from './approval-subject.ts';
import { continueNow } from './continue-approvals.ts';
import { contentHashOf, opened, planned, requestKey } from './request.ts';
import { ApprovalRequests, type ApprovalRequest } from './request-list.ts';
import { latestRequest, nextRound, requestsAbout } from './requests.ts';

export interface SubmitForApproval {
  subjectKind: string;
  subjectKey: string;
  content: ApprovalContent;
  /** What it changes, in the submitter's words; shown on the card. */
  summary: string;
  stages: readonly StagePlan[];
  centreId?: CentreId;
  /** Why it is submitted again, e.g. `renewal`; texts under `approvals.purpose.<purpose>`. */
  purpose?: string;
}

/** Throws AppError conflict `approvals.alreadyOpen` while one is open. */
export function requireNothingOpen(context: Context, subjectKind: string, subjectKey: string): void {
  if (latestRequest(context, subjectKind, subjectKey)?.state === 'open') throw conflict('approvals.alreadyOpen');
}

/**
 * Submits exactly this content to those who decide (R10, R12, R13). The feature checks permission. One open request per
 * thing: a repeat with the same content returns it, and the repeat of a press what it sent, also when that has ended.
 * The round after a return has the next number. 2 resource units; cards and audit entries follow. Throws AppError:
 * conflict `approvals.alreadyOpen` (other content is being decided), invalid `approvals.noStages`, unavailable.
 */
export async function submitForApproval(
  context: Context,
  actor: Actor,
  given: SubmitForApproval,
): Promise<Stored<ApprovalRequest>> {
  const { subjectKind, subjectKey, content, summary, stages, centreId, purpose } = given;
  const contentHash = contentHashOf(content);
  const isSame = ({ state, contentHash: hash }: ApprovalRequest) => state === 'open' && hash === contentHash;
  const submittedPress = repeatableKey(actor, 'submitForApproval', subjectKind, subjectKey);
  const rounds = requestsAbout(context, subjectKind, subjectKey);
  // Withdrawn, returned or decided since: a repeat sends no other round.
  const ended = rounds.find((one) => one.submittedPress === submittedPress && one.state !== 'open');
  if (ended) return ended;
  const [latest] = rounds;
  if (latest?.state === 'open') {
    if (isSame(latest)) return latest;
    throw conflict('approvals.alreadyOpen');
  }
  const [first, ...later] = stages.map(planned);
  if (!first) throw invalid('approvals.noStages');
  const now = nowOf(context.clock);
  const round = nextRound(context, subjectKind, subjectKey);
  const { record, existed } = await context.list(ApprovalRequests).create({
    key: requestKey(subjectKind, subjectKey, round),
    title: content.title.slice(0, 255),
    subjectKind,
    subjectKey,
    round,
    summary,
    contentHash,
    content: content.text,
    ...(purpose === undefined ? {} : { purpose }),
    ...(centreId === undefined ? {} : { centreId }),
    ...(content.file ? { file: content.file } : {}),
    ...(content.fileText === undefined ? {} : { fileText: content.fileText.slice(0, longTextLimit) }),
    submittedBy: actor.personId,
    submittedAt: now,
    submittedPress,
    state: 'open',
    stages: [opened(first, now), ...later],
  });
  if (existed && !isSame(record)) throw conflict('approvals.alreadyOpen');
  await continueNow(context, record.key);
  return record;
}

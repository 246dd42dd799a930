import type { Context } from '../context.ts';
import { holds, type Actor, type AssignableRole, type PersonId, type Role } from '../kernel/index.ts';
import { seatsOf } from '../organisation/index.ts';
import { approvalSubject } from './approval-subject.ts';
import { endedByChair } from './stage-rule.ts';
import { openStage } from './request.ts';
import type { ApprovalRequest, ExternalDecision, Stage } from './request-list.ts';
import { seatOf, stageSeats } from './stage-seats.ts';

const allReaders = ['ciso', 'securityTeam', 'securityCommittee', 'auditor'] as const satisfies readonly Role[];
const withdrawers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
/** Bodies whose members read their requests, even without a vote. */
const bodies: readonly AssignableRole[] = ['corporateManagement', 'executiveBoard'];

export const maySeeAllApprovals = (actor: Actor): boolean => holds(actor, ...allReaders);

/** Holders of a seat in the open stage, except the submitter. */
export const mayVote = (context: Context, actor: Actor, request: ApprovalRequest): boolean =>
  seatOf(context, actor, request) !== undefined;

/** The submitter, the CISO and the security team. */
export const mayWithdraw = (actor: Actor, request: ApprovalRequest): boolean =>
  request.state === 'open' && mayTakeBack(actor, request);
export const mayTakeBack = (actor: Actor, { submittedBy }: Pick<ApprovalRequest, 'submittedBy'>): boolean =>
  actor.personId === submittedBy || holds(actor, ...withdrawers);

/** The secretary of Byrådet, a deputy during absence, else the CISO (R10). */
export function mayRecordDecisions(context: Context, actor: Actor): boolean {
  if (holds(actor, 'councilSecretary')) return true;
  const acting = actingSecretaries(context);
  return acting.length === 0 ? holds(actor, 'ciso') : acting.includes(actor.personId);
}
const actingSecretaries = (context: Context): PersonId[] =>
  seatsOf(context, 'councilSecretary').flatMap((seat) => seat.actor ?? []);
/** Recipients of a case to Byrådet: the same people, by name. */
export function recordersOf(context: Context): PersonId[] {
  const acting = actingSecretaries(context);
  return acting.length === 0 ? seatsOf(context, 'ciso').flatMap((seat) => seat.actor ?? []) : acting;
}
export const mayRecord = (context: Context, actor: Actor, request: ApprovalRequest): boolean =>
  openStage(request)?.stage.rule === 'external' && mayRecordDecisions(context, actor);
/** Those who record decisions, and of its own record whoever wrote it and still governs. */
export const mayCorrectDecision = (context: Context, actor: Actor, decision: ExternalDecision | undefined): boolean =>
  mayRecordDecisions(context, actor) || (decision?.by === actor.personId && holds(actor, ...withdrawers));
/** Minutes may follow the decision, once. */
export const mayAttachMinutes = (context: Context, actor: Actor, stage: Stage): boolean =>
  stage.decision !== undefined && stage.decision.minutes === undefined && mayRecordDecisions(context, actor);

/** The chair, or the acting chair, of a body that votes by majority. */
export const isChair = (context: Context, actor: Actor, request: ApprovalRequest): boolean =>
  openStage(request)?.stage.rule === 'quorum' && seatOf(context, actor, request)?.chair === true;
/** The chair ends a vote when enough have taken part. */
export function mayCloseStage(context: Context, actor: Actor, request: ApprovalRequest): boolean {
  const open = openStage(request);
  if (!open || !isChair(context, actor, request)) return false;
  return endedByChair(open.stage, stageSeats(context, open.stage, request.submittedBy)) !== undefined;
}

/** The submitter, present and past deciders, the bodies it has come to, and readers of the thing. */
export function maySeeApproval(context: Context, actor: Actor, request: ApprovalRequest): boolean {
  const { personId } = actor;
  if (maySeeAllApprovals(actor) || request.submittedBy === personId) return true;
  if (request.stages.some((stage) => takesPart(context, actor, stage, request))) return true;
  return approvalSubject(context, request.subjectKind)?.mayRead?.(context, actor, request) === true;
}

function takesPart(context: Context, actor: Actor, stage: Stage, { submittedBy }: ApprovalRequest): boolean {
  const { personId } = actor;
  if (stage.votes.some(({ seat, by }) => seat === personId || by === personId)) return true;
  if (stage.state === 'waiting' || stage.state === 'skipped') return false;
  if (bodies.includes(stage.body) && holds(actor, stage.body)) return true;
  if (stage.rule === 'external') return mayRecordDecisions(context, actor);
  if (stage.state !== 'open') return false;
  return stageSeats(context, stage, submittedBy).some((seat) => seat.holder === personId || seat.actor === personId);
}

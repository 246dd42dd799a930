import { latestRequest, type ApprovalContent, type ApprovalRequest } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { localDate, missing, type LocalDate } from '../kernel/index.ts';
import { discardedBy, isDecisionWithdrawn } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { AppointmentProposals, type AppointmentProposal } from './proposal-list.ts';
import { proposalContent, proposalState, proposalSubject, type ProposalState } from './proposal.ts';
import { formatDate } from '../texts/format.ts';

/** A proposal with its status. */
export interface KnownProposal {
  proposal: Stored<AppointmentProposal>;
  state: ProposalState;
  request: Stored<ApprovalRequest> | undefined;
}

const isThere = ({ discardedAt }: AppointmentProposal) => discardedAt === undefined;

export function knownProposal(context: Context, proposal: Stored<AppointmentProposal>): KnownProposal {
  const request = latestRequest(context, proposalSubject, proposal.key);
  const state = proposalState(proposal, request);
  const isWithdrawn = state === 'decided' && isDecisionWithdrawn(context, proposal.key);
  return { proposal, request, state: isWithdrawn ? 'withdrawn' : state };
}

/** All proposals except discarded drafts, latest first. From memory. */
export const allProposals = (context: Context): KnownProposal[] =>
  context
    .list(AppointmentProposals)
    .all()
    .filter(isThere)
    .map((proposal) => knownProposal(context, proposal))
    .sort((one, other) => other.proposal.changedAt.localeCompare(one.proposal.changedAt));

/** Throws AppError `missing` when there is no such proposal. */
export function proposalOrThrow(context: Context, key: string): KnownProposal {
  const proposal = context.list(AppointmentProposals).get(key);
  if (!proposal) throw missing('appointments.noSuchProposal');
  if (!isThere(proposal))
    throw missing('appointments.noSuchProposal', discardedBy(context, proposal.discardedBy, proposal.discardedAt));
  return knownProposal(context, proposal);
}

/** A proposal is changed, discarded, submitted and decided in a meeting in turn (`oneAtATime`). */
export const proposalTurn = (key: string): string => `appointment ${key}`;

/** The day of the decision; undefined without one. */
export function decidedOn({ proposal, request, state }: KnownProposal): LocalDate | undefined {
  if (proposal.meeting) return proposal.meeting.meetingOn;
  return (state === 'decided' || state === 'withdrawn') && request?.endedAt !== undefined
    ? localDate(request.endedAt)
    : undefined;
}

/** The exact content to decide: always in Danish, for one hash. */
export function contentOf(context: Context, proposal: AppointmentProposal): ApprovalContent {
  const t = context.texts('da');
  const key = 'documents.appointments';
  return proposalContent(proposal, {
    title: (role) => t(`${key}.title.${role}`),
    period: (from, to) => t(`${key}.period`, { from: formatDate(from, 'da'), to: formatDate(to, 'da') }),
    people: t(`${key}.people`),
    member: ({ name, chair }) => (chair ? t(`${key}.chair`, { name }) : name),
    reason: t(`${key}.reason`),
    byOffice: t(`${key}.byOffice`),
  });
}

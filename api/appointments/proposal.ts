import type { ApprovalContent, ApprovalRequest, StagePlan } from '../approvals/index.ts';
import type { AppointmentProposal } from './proposal-list.ts';
import type { proposalStates } from './contract.ts';

export type ProposalState = (typeof proposalStates)[number];

export const proposalSubject = 'appointment';
export const appointmentsPath = '/appointments';
export const proposalPath = (key: string): string => `${appointmentsPath}/${key}`;

/** Direktionen appoints the committee and the CISO (R11). */
export const proposalWay: readonly StagePlan[] = [{ body: 'executiveBoard', rule: 'quorum', days: 14 }];

/** Where a proposal stands: what a meeting decided, and else its latest request. */
export function proposalState(
  { meeting }: Pick<AppointmentProposal, 'meeting'>,
  request: Pick<ApprovalRequest, 'state'> | undefined,
): ProposalState {
  if (meeting) return 'decided';
  switch (request?.state) {
    case undefined:
    case 'withdrawn':
      return 'draft';
    case 'open':
      return 'waiting';
    case 'returned':
      return 'returned';
    case 'rejected':
      return 'rejected';
    case 'approved':
      return 'decided';
  }
}

/** It may be changed until it is sent, and again when it has been sent back or taken back. */
export const isEditable = (state: ProposalState): boolean => state === 'draft' || state === 'returned';

/** Words of the document that is decided. */
export interface ProposalWords {
  title(role: AppointmentProposal['role']): string;
  period(startsOn: string, endsOn: string): string;
  people: string;
  member(member: { name: string; chair: boolean }): string;
  reason: string;
  byOffice: string;
}

/** What exactly is decided, as one text. */
export function proposalContent(
  { role, members, startsOn, endsOn, reason }: AppointmentProposal,
  words: ProposalWords,
): ApprovalContent {
  const people = members.map((member) => `- ${words.member(member)}`);
  const parts = [
    words.period(startsOn, endsOn),
    `## ${words.people}`,
    people.join('\n'),
    ...(role === 'securityCommittee' ? [words.byOffice] : []),
    `## ${words.reason}`,
    reason,
  ];
  return { title: words.title(role), text: parts.join('\n\n') };
}

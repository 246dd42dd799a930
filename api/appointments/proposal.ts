import type { ApprovalContent, ApprovalRequest, StagePlan } from '../approvals/index.ts';
import type { AppointmentProposal } from './proposal-list.ts';
import type { proposalStates } from './contract.ts';

export type ProposalState = (typeof proposalStates)[number];

export const proposalSubject = 'appointment';
export const appointmentsPath = '/appointments';
export const proposalPath = (key: string): string => `${appointmentsPath}/${key}`;

/** Direktionen appoints the committee and the CISO (R11). */
export const proposalWay: readonly StagePlan[] = [{ body: 'executiveBoard', rule: 'quorum', days: 14 }];

/** A proposal's state: by the meeting's decision, else its latest request. */
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

/** Editable until submission, and again when returned or withdrawn. */
export const isEditable = (state: ProposalState): boolean => state === 'draft' || state === 'returned';

/** The document's texts. */
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

import {
  ApprovalRequests,
  approvedRequest,
  contentHashOf,
  isClosedBy,
  requestsAbout,
  votesThatCount,
  type ApprovalContent,
  type ApprovalRequest,
} from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { localDate, type LocalDate, type PersonId } from '../kernel/index.ts';
import { figuresChecksum, serviceContent, type AcceptedFigures } from './acceptance-content.ts';
import type { downtimeAcceptances } from './contract.ts';
import { ContinuitySettingsList, CriticalServices, type CriticalService } from './service-lists.ts';
import { settingsNow } from './settings.ts';

/** Stands in `ApprovalRequests.subjectKind`; its `subjectKey` is the service's key. */
export const serviceSubjectKind = 'serviceDowntime';

export interface Acceptance {
  state: (typeof downtimeAcceptances)[number];
  requestKey?: string;
  /** Who decided it, and when. */
  by?: readonly PersonId[];
  on?: LocalDate;
  /** While it waits: the figures are not those that were sent. */
  outdated?: true;
}

const none: Acceptance = { state: 'none' };

/**
 * What would be accepted now. While the figures are those that were sent, it is what was sent, in the words of that day:
 * another name, or another word for a level, changes nothing that was accepted.
 */
export function contentOf(context: Context, service: AcceptedFigures & Pick<CriticalService, 'key'>): ApprovalContent {
  const sum = figuresChecksum(service);
  for (const { title, content: text, contentHash } of requestsAbout(context, serviceSubjectKind, service.key))
    if (isClosedBy(text, sum) && contentHashOf({ title, text }) === contentHash) return { title, text };
  return serviceContent(service, context.texts('da'), settingsNow(context));
}

/** What was approved last holds while the figures are those that were approved; else what became of the latest request. */
function judged(context: Context, service: CriticalService): Acceptance {
  const requests = requestsAbout(context, serviceSubjectKind, service.key).filter(({ state }) => state !== 'withdrawn');
  const [latest] = requests;
  if (!latest) return none;
  const now = contentHashOf(contentOf(context, service));
  const approved = approvedRequest(context, serviceSubjectKind, service.key);
  if (approved?.contentHash === now) return { state: 'accepted', ...told(approved) };
  switch (latest.state) {
    case 'open':
      return { state: 'waiting', requestKey: latest.key, ...(latest.contentHash === now ? {} : { outdated: true }) };
    case 'returned':
    case 'rejected':
      return { state: latest.state, ...told(latest) };
    case 'approved':
    case 'withdrawn':
      return { state: 'stale', ...told(latest) };
  }
}

function told({ key, stages, endedAt }: ApprovalRequest): Omit<Acceptance, 'state'> {
  const voters = stages.flatMap((stage) => [...votesThatCount(stage).values()].map(({ by }) => by));
  return {
    requestKey: key,
    by: [...new Set(voters)],
    ...(endedAt === undefined ? {} : { on: localDate(endedAt) }),
  };
}

const acceptances = derivation(
  [CriticalServices, ApprovalRequests, ContinuitySettingsList],
  (context): ReadonlyMap<string, Acceptance> =>
    new Map(
      context
        .list(CriticalServices)
        .all()
        .map((service) => [service.key, judged(context, service)]),
    ),
);

/**
 * How the acceptance of a service's downtime stands (R4). Accepted: what was approved last is what stands there now;
 * `stale` when the figures have changed since. From memory.
 */
export const acceptanceOf = (context: Context, serviceKey: string): Acceptance =>
  acceptances(context).get(serviceKey) ?? none;

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

/** Value of `ApprovalRequests.subjectKind`; its `subjectKey` is the service's key. */
export const serviceSubjectKind = 'serviceDowntime';

export interface Acceptance {
  state: (typeof downtimeAcceptances)[number];
  requestKey?: string;
  /** Who decided it, and when. */
  by?: readonly PersonId[];
  on?: LocalDate;
  /** While waiting: the figures have changed since. */
  outdated?: true;
}

const none: Acceptance = { state: 'none' };

/**
 * Content to accept now. While the figures are those submitted, it is the submitted text: renamed services or levels do
 * not affect an acceptance.
 */
export function contentOf(context: Context, service: AcceptedFigures & Pick<CriticalService, 'key'>): ApprovalContent {
  const sum = figuresChecksum(service);
  for (const { title, content: text, contentHash } of requestsAbout(context, serviceSubjectKind, service.key))
    if (isClosedBy(text, sum) && contentHashOf({ title, text }) === contentHash) return { title, text };
  return serviceContent(service, context.texts('da'), settingsNow(context));
}

/** The latest approval is valid while its figures are unchanged; else the latest request's outcome. */
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
 * Status of a service's acceptance (R4). Accepted: the latest approval matches the present figures; `stale` when they
 * have changed since. From memory.
 */
export const acceptanceOf = (context: Context, serviceKey: string): Acceptance =>
  acceptances(context).get(serviceKey) ?? none;

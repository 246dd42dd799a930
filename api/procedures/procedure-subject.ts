import { seatsOf } from '../organisation/index.ts';
import { type ApprovalRequest, type ApprovalSubject, openStage, renewal } from '../approvals/index.ts';
import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { Campaigns, startCampaign } from '../deliveries/index.ts';
import { addMonths, localDate, nowOf, type Actor } from '../kernel/index.ts';
import { contentOf } from './content.ts';
import { mayReadEveryVersion } from './permissions.ts';
import { procedureCampaign, procedureCampaignKey } from './procedure-campaign.ts';
import { ProcedureVersions } from './procedure-list.ts';
import { findVersion, procedurePath, procedureSubjectKind, reviewKey, type VersionNow } from './procedures.ts';

/** Versions of procedures and guidelines as something that bodies decide about (R12, R15, R16). */
export const procedureSubject: ApprovalSubject = {
  kind: procedureSubjectKind,
  contentNow: (context, versionKey) => {
    const found = findVersion(context, versionKey);
    if (!found || found.now.procedure.retiredAt !== undefined) return undefined;
    // Nobody sends one again that another has taken the place of; what is being decided about it may come to its end.
    const { state, requests } = found.version;
    if (state === 'superseded' && requests[0]?.state !== 'open') return undefined;
    return contentOf(context, found.now.procedure, found.version.version);
  },
  inForce: (context, versionKey) => {
    const { now } = findVersion(context, versionKey) ?? {};
    if (!now?.current || now.current.version.key === versionKey) return undefined;
    return contentOf(context, now.procedure, now.current.version);
  },
  path: (context, versionKey) =>
    procedurePath(context.list(ProcedureVersions).get(versionKey)?.procedureKey ?? versionKey),
  mayRead: (context, actor, request) => {
    const found = findVersion(context, request.subjectKey);
    return found !== undefined && mayReadEveryVersion(actor, found.now.procedure);
  },
  ended: async (context, request) => {
    if (request.state === 'approved') await published(context, request);
  },
};

/** Appends it to the audit trail, and asks those whom a new version is for. Safe to repeat. */
async function published(context: Context, request: ApprovalRequest): Promise<void> {
  const version = context.list(ProcedureVersions).get(request.subjectKey);
  if (!version) return;
  const { key, procedureKey, number, title, mustAcknowledge } = version;
  const isRenewal = request.purpose === renewal;
  await recordAct(context, {
    act: isRenewal ? 'renewProcedure' : 'publishProcedure',
    subjectKey: key,
    actorId: request.submittedBy,
    at: request.endedAt ?? nowOf(context.clock),
    occasion: String(request.round),
    details: {
      procedureKey,
      number,
      requestKey: request.key,
      contentHash: request.contentHash,
      reviewKey: reviewEnded(context, request) ?? null,
    },
  });
  const campaignKey = procedureCampaignKey(key);
  if (isRenewal || !mustAcknowledge || context.list(Campaigns).get(campaignKey)) return;
  const { kind } = procedureCampaign;
  await startCampaign(context, { key: campaignKey, kind, title, subjectKey: key, startedBy: request.submittedBy });
}

/** The review that nobody owes any more: of the version before, or of this one before it was renewed. */
function reviewEnded(context: Context, { key, subjectKey }: ApprovalRequest): string | undefined {
  const { now, version } = findVersion(context, subjectKey) ?? {};
  const isBefore = ({ version: { number }, validFrom }: VersionNow) =>
    number <= (version?.version.number ?? 0) && validFrom !== undefined;
  const ends = now?.versions
    .filter(isBefore)
    .flatMap(({ version: { key: versionKey, reviewMonths }, requests }) =>
      requests.flatMap(({ state, endedAt, key: requestKey }) =>
        state === 'approved' && endedAt !== undefined && requestKey !== key
          ? [{ endedAt, reviewOn: addMonths(localDate(endedAt), reviewMonths), versionKey }]
          : [],
      ),
    );
  const last = ends?.sort((one, other) => one.endedAt.localeCompare(other.endedAt)).at(-1);
  return last && reviewKey(last.versionKey, last.reviewOn);
}

/** Whether the actor decides about it now, also as a deputy: whoever must decide may read. */
export function isDecider(context: Context, actor: Actor, request: ApprovalRequest | undefined): boolean {
  const open = request?.state === 'open' ? openStage(request) : undefined;
  if (!open) return false;
  const { body, centreId, personId } = open.stage;
  if (personId !== undefined) return personId === actor.personId;
  return seatsOf(context, body, centreId).some((seat) => seat.actor === actor.personId);
}

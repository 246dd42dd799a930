import { submitForApproval, type ApprovalSubject, type StagePlan } from '../approvals/index.ts';
import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, holdsFor, nowOf, type Actor, type CentreId } from '../kernel/index.ts';
import { acceptanceSummary, hoursIn } from './acceptance-content.ts';
import { acceptanceOf, contentOf, serviceSubjectKind } from './acceptance.ts';
import { mayEditService, maySeeService } from './permissions.ts';
import { requireSeen } from './require-seen.ts';
import type { CriticalService } from './service-lists.ts';
import { findService, serviceOrThrow, servicePath } from './services.ts';
import { contradictionOf, settingsNow } from './settings.ts';

/** Whether somebody may ask now: there is a downtime to accept, and nobody has said yes to it or is about to. */
export const mayAskAcceptance = (context: Context, actor: Actor, service: CriticalService): boolean =>
  mayEditService(actor, service) &&
  service.state === 'inUse' &&
  service.mtd !== undefined &&
  !['accepted', 'waiting'].includes(acceptanceOf(context, service.key).state);

/**
 * Asks those who answer for it to accept downtime, target and data loss as they stand (R4). Accepted already, and asked
 * already in the same words, is done. 4 resource units; cards follow. Throws AppError: missing, forbidden
 * `services.mayNotEdit`, conflict `services.isRetired` `services.nothingToAccept` `approvals.alreadyOpen`,
 * `services.contradictsHarm` when its own impacts bear less and nobody says why, and `services.changedMeanwhile` when the figures are not those that were seen, unavailable.
 */
export async function askAcceptance(context: Context, actor: Actor, key: string, seen?: string): Promise<void> {
  const service = serviceOrThrow(context, key);
  if (!mayEditService(actor, service)) throw forbidden('services.mayNotEdit');
  const { centreId, mtd, state } = service;
  if (state === 'retired') throw conflict('services.isRetired');
  if (mtd === undefined) throw conflict('services.nothingToAccept');
  const before = acceptanceOf(context, key).state;
  if (before === 'accepted') return;
  requireReason(context, actor, service);
  requireSeen(context, service, seen);
  const isManager = holdsFor(actor, centreId, 'centreManager');
  const request = await submitForApproval(context, actor, {
    subjectKind: serviceSubjectKind,
    subjectKey: key,
    content: contentOf(context, service),
    summary: acceptanceSummary(context, 'da', service),
    stages: acceptanceWay(mtd, settingsNow(context).vitalWithin, { centreId, isManager }),
    ...(centreId === undefined ? {} : { centreId }),
    ...(before === 'stale' ? { purpose: 'figuresChanged' } : {}),
  });
  await recordAct(context, {
    act: 'askDowntimeAcceptance',
    subjectKey: key,
    actorId: request.submittedBy,
    at: request.submittedAt,
    occasion: request.key,
    details: { requestKey: request.key, mtd },
  });
}

/** Nobody is asked to accept what the service itself says cannot be borne, without being told why. */
function requireReason(context: Context, { language }: Actor, service: CriticalService): void {
  const harm = contradictionOf(service, settingsNow(context));
  if (!harm || service.mtdReason.trim() !== '' || service.mtd === undefined) return;
  const t = context.texts(language);
  throw conflict('services.contradictsHarm', {
    borne: hoursIn(t, language, harm.hours),
    asked: hoursIn(t, language, service.mtd),
  });
}

/** What approvals need to know of accepting a downtime. Nobody can accept figures that have changed, or of what is gone. */
export const serviceDowntimeSubject: ApprovalSubject = {
  kind: serviceSubjectKind,
  contentNow: (context, key) => {
    const service = findService(context, key);
    return service?.state === 'inUse' ? contentOf(context, service) : undefined;
  },
  summaryIn: (context, { subjectKey }, language) => {
    const service = findService(context, subjectKey);
    return service && acceptanceSummary(context, language, service);
  },
  path: (_context, key) => servicePath(key),
  mayRead: (context, actor, { subjectKey }) => {
    const service = findService(context, subjectKey);
    return service !== undefined && maySeeService(actor, service);
  },
  ended: async (context, request) => {
    if (request.state !== 'approved') return;
    await recordAct(context, {
      act: 'acceptDowntime',
      subjectKey: request.subjectKey,
      actorId: request.submittedBy,
      at: request.endedAt ?? nowOf(context.clock),
      occasion: request.key,
      details: { requestKey: request.key, contentHash: request.contentHash },
    });
  },
};

const committee: StagePlan = { body: 'securityCommittee', rule: 'quorum', days: 14 };

/**
 * Who decides, in order, about how long a service may be down (R4, R13): the centre's manager, and for what must be back
 * soon enough to be vital the committee after the manager. What belongs to no centre, and what the manager asks for, is
 * the committee's alone.
 */
export function acceptanceWay(
  mtd: number,
  vitalWithin: number,
  { centreId, isManager }: { centreId?: CentreId | undefined; isManager: boolean },
): StagePlan[] {
  if (centreId === undefined || isManager) return [committee];
  const manager: StagePlan = { body: 'centreManager', centreId, rule: 'one', days: 7 };
  return mtd <= vitalWithin ? [manager, committee] : [manager];
}

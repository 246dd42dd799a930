import { submitForApproval, type ApprovalSubject, type StagePlan } from '../approvals/index.ts';
import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, holdsFor, nowOf, type Actor, type CentreId } from '../kernel/index.ts';
import { acceptanceSummary, hoursIn } from './acceptance-content.ts';
import { acceptanceOf, contentOf, serviceSubjectKind } from './acceptance.ts';
import { mayEditService, maySeeService } from './permissions.ts';
import { requireUnchanged } from './require-unchanged.ts';
import type { CriticalService } from './service-lists.ts';
import { findService, serviceOrThrow, servicePath } from './services.ts';
import { contradictionOf, settingsNow } from './settings.ts';

/** Whether the actor may ask now: there is a downtime, neither accepted nor under decision. */
export const mayAskAcceptance = (context: Context, actor: Actor, service: CriticalService): boolean =>
  mayEditService(actor, service) &&
  service.state === 'inUse' &&
  service.mtd !== undefined &&
  !['accepted', 'waiting'].includes(acceptanceOf(context, service.key).state);

/**
 * Requests acceptance of downtime, target and data loss (R4). Idempotent, also when accepted. 4 resource units; cards
 * follow. Throws AppError: missing, forbidden `services.mayNotEdit`, conflict `services.isRetired`
 * `services.nothingToAccept` `approvals.alreadyOpen`, `services.contradictsHarm` when its impacts allow less and no
 * reason is given, and `services.changedMeanwhile` when the figures have changed since they were shown, unavailable.
 */
export async function askAcceptance(context: Context, actor: Actor, key: string, expected?: string): Promise<void> {
  const service = serviceOrThrow(context, key);
  if (!mayEditService(actor, service)) throw forbidden('services.mayNotEdit');
  const { centreId, mtd, state } = service;
  if (state === 'retired') throw conflict('services.isRetired');
  if (mtd === undefined) throw conflict('services.nothingToAccept');
  const before = acceptanceOf(context, key).state;
  if (before === 'accepted') return;
  requireReason(context, actor, service);
  requireUnchanged(context, service, expected);
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

/** Figures that contradict the service's own impacts need a reason. */
function requireReason(context: Context, { language }: Actor, service: CriticalService): void {
  const harm = contradictionOf(service, settingsNow(context));
  if (!harm || service.mtdReason.trim() !== '' || service.mtd === undefined) return;
  const t = context.texts(language);
  throw conflict('services.contradictsHarm', {
    borne: hoursIn(t, language, harm.hours),
    asked: hoursIn(t, language, service.mtd),
  });
}

/** The approval subject of downtimes. Changed figures, or those of a removed service, cannot be accepted. */
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
 * Who decides, in order, on a service's downtime (R4, R13): the centre's manager, and for vital ones then the
 * committee. Without a centre, or when the manager asks, the committee alone.
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

import { contentHashOf, latestRequest, submitForApproval, type ApprovalSubject } from '../../approvals/index.ts';
import { maySeeRisksOf, maySeeWhole } from '../../assets/index.ts';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import {
  addMonths,
  conflict,
  invalid,
  missing,
  nowOf,
  todayOf,
  type Actor,
  type LocalDate,
} from '../../kernel/index.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { knownRisks, riskPath, type KnownRisk } from '../known-risks.ts';
import { RiskAcceptances, type RiskAcceptance } from '../risk-lists.ts';
import { acceptanceContent, acceptanceSummary, frozenIn, type Asked } from './acceptance-content.ts';
import { acceptanceWay, acceptanceAsker } from './acceptance-way.ts';
import { acceptanceKey, acceptanceOf, acceptanceSubject, askedIn, cellOf, hasMoved } from './acceptance.ts';
import { isSameCell } from './frozen-cell.ts';
import { treatable } from './save-action.ts';

/** Longest acceptance in months. */
const longestAcceptance = 24;

/** Purpose of a repeated request. Texts under `approvals.purpose`. */
function purposeOf(context: Context, known: KnownRisk, today: LocalDate): { purpose?: string } {
  const { state } = acceptanceOf(context, known, today);
  if (state === 'accepted') return { purpose: 'renewal' };
  return state === 'stale' ? { purpose: 'riskMoved' } : {};
}

/** Who would decide today on accepting a risk as it is. */
export function wayFor(actor: Actor, { assessment, statuses, asset }: KnownRisk) {
  const level = statuses.current && assessment.scale.levels[statuses.current.level];
  return level ? acceptanceWay(level.acceptedBy, asset.centreId, acceptanceAsker(actor, asset.centreId)) : [];
}

/**
 * Requests acceptance of the residual risk until a day (R1). An identical request is a success. A risk is asked about
 * once at a time, so that nothing is written of a request that is refused. 6 resource units; cards
 * follow. Throws AppError: missing `risks.noSuchRisk`, forbidden `risks.mayNotTreat`, invalid `risks.untilInPast`
 * `risks.untilTooFar` on `until`, conflict `approvals.alreadyOpen`, unavailable.
 */
export async function askAcceptance(context: Context, actor: Actor, riskKey: string, asked: Asked): Promise<void> {
  treatable(context, actor, riskKey);
  requireDay(asked.until, todayOf(context.clock));
  await oneAtATime(context, `acceptance of ${riskKey}`, () => askInTurn(context, actor, riskKey, asked));
}

async function askInTurn(context: Context, actor: Actor, riskKey: string, asked: Asked): Promise<void> {
  // Current state: another may have asked meanwhile.
  const known = treatable(context, actor, riskKey);
  const today = todayOf(context.clock);
  const content = acceptanceContent(context, known, asked);
  const contentHash = contentHashOf(content);
  const latest = latestRequest(context, acceptanceSubject, riskKey);
  if (latest?.state === 'open' && latest.contentHash !== contentHash) throw conflict('approvals.alreadyOpen');
  const current = cellOf(known, 'current');
  if (!current) throw missing('risks.noSuchRisk');
  const target = cellOf(known, 'target');
  const now = nowOf(context.clock);
  const { centreId, key: assetKey } = known.asset;
  const { treatment } = known.risk;
  await context.list(RiskAcceptances).create({
    key: acceptanceKey(riskKey, contentHash),
    title: content.title,
    riskKey,
    assetKey,
    ...asked,
    current,
    ...(target ? { target } : {}),
    ...(treatment === undefined ? {} : { treatment }),
    askedBy: actor.personId,
    askedAt: now,
  });
  const request = await submitForApproval(context, actor, {
    subjectKind: acceptanceSubject,
    subjectKey: riskKey,
    content,
    summary: acceptanceSummary(context, frozenIn, { ...asked, current, target }),
    stages: wayFor(actor, known),
    ...(centreId === undefined ? {} : { centreId }),
    ...purposeOf(context, known, today),
  });
  await recordAct(context, {
    act: 'askAcceptance',
    subjectKey: riskKey,
    actorId: request.submittedBy,
    at: request.submittedAt,
    occasion: request.key,
    details: { requestKey: request.key, until: asked.until, level: current.level },
  });
}

function requireDay(until: LocalDate, today: LocalDate): void {
  if (until <= today) throw invalid('risks.untilInPast', { field: 'until' });
  if (until > addMonths(today, longestAcceptance))
    throw invalid('risks.untilTooFar', { field: 'until', months: longestAcceptance });
}

const isAsAsked = (known: KnownRisk, asked: RiskAcceptance): boolean =>
  !hasMoved(known, asked) &&
  known.risk.treatment === asked.treatment &&
  isSameCell(cellOf(known, 'target'), asked.target);

/**
 * The approval subject of risk acceptance. The content is unchanged while the risk's position, treatment and target
 * are, whatever names and actions become; otherwise it can no longer be approved. A returned request is dropped once
 * the treatment changes.
 */
export const riskAcceptanceSubject: ApprovalSubject = {
  kind: acceptanceSubject,
  contentNow: (context, riskKey) => {
    const known = knownRisks(context).get(riskKey);
    const request = latestRequest(context, acceptanceSubject, riskKey);
    const asked = request && askedIn(context, request);
    if (!known || !asked) return undefined;
    if (isAsAsked(known, asked)) return { title: request.title, text: request.content };
    const isGivenUp = request.state === 'returned' && known.risk.treatment !== asked.treatment;
    return isGivenUp ? undefined : acceptanceContent(context, known, asked);
  },
  summaryIn: (context, request, language) => {
    const asked = askedIn(context, request);
    return asked && acceptanceSummary(context, language, asked);
  },
  path: (_context, riskKey) => riskPath(riskKey),
  mayRead: (context, actor, { subjectKey }) => {
    const asset = knownRisks(context).get(subjectKey)?.asset;
    return asset === undefined ? maySeeWhole(actor) : maySeeRisksOf(actor, asset);
  },
  ended: async (context, request) => {
    if (request.state !== 'approved') return;
    const asked = askedIn(context, request);
    await recordAct(context, {
      act: 'acceptRisk',
      subjectKey: request.subjectKey,
      actorId: request.submittedBy,
      at: request.endedAt ?? nowOf(context.clock),
      occasion: request.key,
      details: { requestKey: request.key, contentHash: request.contentHash, until: asked?.until ?? null },
    });
  },
};

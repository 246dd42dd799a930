import { ApprovalRequests, latestRequest } from '../../approvals/index.ts';
import { Assets } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { addDays, localDate, stableKey, type LocalDate, type SharedWork } from '../../kernel/index.ts';
import type { SharedSource } from '../../obligations/index.ts';
import { knownRisks, riskPath, type KnownRisk } from '../known-risks.ts';
import { Assessments, RiskAcceptances, Risks } from '../risk-lists.ts';
import { acceptanceTitle } from '../treatment/acceptance-content.ts';
import { acceptanceOf, acceptanceSubject } from '../treatment/acceptance.ts';
import { namedForAsset } from './assess-asset.ts';

/** Days before an acceptance ends from which its renewal is owed. */
const renewLead = 30;
/** Days to ask again when the risk has moved. */
const movedWithin = 14;

interface Term {
  since: LocalDate;
  due: LocalDate;
}

/**
 * When an acceptance must be renewed: before it ends, or soon after the risk has changed. Undefined during a decision,
 * and after a rejection: other treatment is then needed.
 */
function termOf(context: Context, known: KnownRisk, today: LocalDate): Term | undefined {
  const latest = latestRequest(context, acceptanceSubject, known.key);
  if (!latest || (latest.state !== 'approved' && latest.state !== 'withdrawn')) return undefined;
  const { state, until } = acceptanceOf(context, known, today);
  if (state === 'stale') {
    const since = movedOn(known, latest.endedAt === undefined ? undefined : localDate(latest.endedAt));
    const due = addDays(since, movedWithin);
    return { since, due: until !== undefined && until < due ? until : due };
  }
  if (until === undefined || (state !== 'accepted' && state !== 'expired')) return undefined;
  const since = addDays(until, -renewLead);
  return since > today ? undefined : { since, due: until };
}

/** Since the assessment that shows it, or since a later answer. */
function movedOn({ assessment }: KnownRisk, answeredOn: LocalDate | undefined): LocalDate {
  const finishedOn = localDate(new Date(assessment.finishedAt ?? assessment.changedAt));
  return answeredOn !== undefined && answeredOn > finishedOn ? answeredOn : finishedOn;
}

function acceptancesOwed(context: Context, today: LocalDate): SharedWork[] {
  const risks = knownRisks(context);
  const asked = new Set(
    context
      .list(RiskAcceptances)
      .all()
      .map(({ riskKey }) => riskKey),
  );
  return [...asked].flatMap((riskKey): SharedWork[] => {
    const known = risks.get(riskKey);
    const term = known && termOf(context, known, today);
    if (!term) return [];
    const { asset } = known;
    return [
      {
        key: stableKey('renewAcceptance', ...riskKey.split('_'), known.assessment.key, term.due),
        kind: 'renewAcceptance',
        subject: { key: riskKey, title: acceptanceTitle(known) },
        state: 'open',
        ...term,
        path: riskPath(riskKey),
        ...(asset.centreId === undefined ? {} : { centreId: asset.centreId }),
        responsible: namedForAsset(asset),
      },
    ];
  });
}

/** Acceptances that end, or whose risk has changed (R1). Done when asked again. */
export const renewAcceptanceSource: SharedSource = {
  kinds: ['renewAcceptance'],
  lists: [RiskAcceptances, ApprovalRequests, Risks, Assessments, Assets],
  work: acceptancesOwed,
};

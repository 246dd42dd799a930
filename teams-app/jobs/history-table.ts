import { receiptHistory } from '../../api/acknowledgements/index.ts';
import { continueWheelActs } from '../../api/annual-wheel/index.ts';
import { continueAgendas, continueApprovals } from '../../api/approvals/index.ts';
import { auditHistory } from '../../api/audit/index.ts';
import { completionHistory, missedHistory } from '../../api/awareness/index.ts';
import type { Context } from '../../api/context.ts';
import {
  continueDowntimes,
  continuePlanActs,
  continuePlanParts,
  endedPlanVersions,
  lastConfirmations,
} from '../../api/contingency/index.ts';
import { Cursors, deliveryHistory } from '../../api/deliveries/index.ts';
import type { HistoryRow } from '../../api/history/index.ts';
import { continueIncidents } from '../../api/incidents/index.ts';
import { asAppError } from '../../api/kernel/index.ts';
import { continueHandOvers } from '../../api/obligations/index.ts';
import { continueAppointments } from '../../api/organisation/index.ts';
import { continuePublications, endedPolicyVersions } from '../../api/policy/index.ts';
import { continueProcedureActs, endedProcedureVersions } from '../../api/procedures/index.ts';
import { sealDays, sealHistory } from '../../api/trail/index.ts';
import { isDayNeeded, reminderHistory, remindersLookBack } from '../../api/reminders/index.ts';

/** Cards of tests are few, and the page of a test shows for good who got which. */
const shownForGood: ReadonlySet<string> = new Set(['testInvitation', 'testNews', 'testInject']);
/** Cursor keys of followers of receipts. */
const receiptFollowers = ['policy-receipts', 'digest-receipts'];
/** Followers of completions. */
const completionFollowers = ['digest-courses'];
/** Followers of the audit trail. */
const auditFollowers = ['digest-acts', 'approval-acts', 'downtime-acts', 'incident-acts'];

/**
 * Lists that leave memory by month (docs/decisions: history is closed by month). Ordered: totals of two lists are
 * counted before either is closed.
 */
export const historyTable: readonly HistoryRow[] = [
  reminderHistory(),
  deliveryHistory({
    lookBack: remindersLookBack,
    isNeeded: (context, campaign) => shownForGood.has(campaign.kind) || isDayNeeded(context, campaign),
  }),
  receiptHistory({
    lookBack: remindersLookBack,
    ended: (context) =>
      new Map([...endedPolicyVersions(context), ...endedProcedureVersions(context), ...endedPlanVersions(context)]),
    isKept: (context) => {
      const kept = lastConfirmations(context);
      return (receipt) => kept.has(receipt);
    },
    reached: reachedBy(receiptFollowers),
  }),
  // Before completions, which prove courses taken in time.
  missedHistory(),
  completionHistory(reachedBy(completionFollowers)),
  // Entries are sealed before closing, so that the seals cover them.
  auditHistory({ settle: sealWhatCanBe, reached: reachedBy(auditFollowers) }),
  sealHistory(),
];

/** Seals all past days, including entries missing after a crash. Throws AppError. */
export async function sealTrail(context: Context): Promise<void> {
  await sealDays(context, appendAllActs);
}

/** Changes under a seal are reported by the seals; months are closed anyway. */
async function sealWhatCanBe(context: Context): Promise<void> {
  await sealTrail(context).catch((thrown: unknown) => {
    if (asAppError(thrown).code !== 'trail.leavesChanged') throw thrown;
  });
}

function reachedBy(followers: readonly string[]) {
  return (context: Context): number =>
    Math.min(...followers.map((name) => context.list(Cursors).get(name)?.position ?? Infinity));
}

/** Appends audit entries missing after a crash, for all features. */
async function appendAllActs(context: Context): Promise<void> {
  await continueAppointments(context);
  await continueHandOvers(context);
  await continueAgendas(context);
  await continueApprovals(context);
  await continuePublications(context);
  await continueWheelActs(context);
  await continueProcedureActs(context);
  await continuePlanActs(context);
  await continuePlanParts(context);
  await continueDowntimes(context);
  await continueIncidents(context);
}

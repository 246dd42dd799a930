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
/** Whoever follows receipts, by the key of the cursor. */
const receiptFollowers = ['policy-receipts', 'digest-receipts'];
/** Whoever follows completions. */
const completionFollowers = ['digest-courses'];
/** Whoever follows the audit trail. */
const auditFollowers = ['digest-acts', 'approval-acts', 'downtime-acts', 'incident-acts'];

/**
 * Which lists leave memory by month (docs/decisions: history is closed by month). In this order: what is counted from two
 * lists is counted before either goes.
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
  // Before the completions, which say who took a course in time after all.
  missedHistory(),
  completionHistory(reachedBy(completionFollowers)),
  // What leaves is sealed by then, so that the seals tell whether it is what was done.
  auditHistory({ settle: sealWhatCanBe, reached: reachedBy(auditFollowers) }),
  sealHistory(),
];

/** Seals all days that have passed, with what a crash left out of them. Throws AppError. */
export async function sealTrail(context: Context): Promise<void> {
  await sealDays(context, appendAllActs);
}

/** What was changed under a seal is the seals' job to tell; months close all the same. */
async function sealWhatCanBe(context: Context): Promise<void> {
  await sealTrail(context).catch((thrown: unknown) => {
    if (asAppError(thrown).code !== 'trail.leavesChanged') throw thrown;
  });
}

function reachedBy(followers: readonly string[]) {
  return (context: Context): number =>
    Math.min(...followers.map((name) => context.list(Cursors).get(name)?.position ?? Infinity));
}

/** Every feature's acts that a crash may have left out of the audit trail. */
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

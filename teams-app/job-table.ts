import { continueAudit } from '../api/audit/index.ts';
import { continueWheelActs } from '../api/annual-wheel/index.ts';
import { continueAgendas, continueApprovals } from '../api/approvals/index.ts';
import { recordMissedCycles } from '../api/awareness/index.ts';
import type { Context } from '../api/context.ts';
import {
  continueDowntimes,
  continuePacks,
  continuePlanActs,
  continuePlanParts,
  postInjects,
} from '../api/contingency/index.ts';
import type { Directory } from '../api/directory/index.ts';
import { checkFiles, closeMonths } from '../api/history/index.ts';
import { continueAbsences, continueHandOvers } from '../api/obligations/index.ts';
import { continueAppointments } from '../api/organisation/index.ts';
import { continuePublications, recordAllNegativeReceipts } from '../api/policy/index.ts';
import { continueProcedureActs } from '../api/procedures/index.ts';
import { planDigests } from '../api/reminders/index.ts';
import { freezeFigures } from '../api/risks/index.ts';
import type { Lists } from '../api/sharepoint/index.ts';
import type { ApprovalFollowers, Bot, DigestFollowers, TestFollower } from '../bot/index.ts';
import type { CardFollower, Sending } from '../bot/sending/index.ts';
import type { Config } from './config/index.ts';
import type { Job } from './jobs.ts';

export interface Working {
  context: Context;
  lists: Lists;
  directory: Directory;
  sending: Sending;
  receipts: CardFollower;
  digestCards: DigestFollowers;
  approvalCards: ApprovalFollowers;
  downtimeCards: CardFollower;
  leaveCards: CardFollower;
  testCards: TestFollower;
  bot: Pick<Bot, 'sayWelcomes' | 'promises'>;
}

/** Nobody waits for more than one pack to be drawn. */
const packsAtATime = 1;

/**
 * All work that nobody presses for, in the order in which one run of all does everything that is due: look around,
 * carry on what was begun, send, and show what has become of it.
 */
export const jobTable = (
  config: Config,
  {
    context,
    lists,
    directory,
    sending,
    receipts,
    digestCards,
    approvalCards,
    downtimeCards,
    leaveCards,
    testCards,
    bot,
  }: Working,
): readonly Job[] => [
  // Looks have a rhythm of their own (`listChanges`); whoever asks for everything now gets everything.
  { name: 'lists', run: () => lists.refresh() },
  { name: 'siteLook', everySeconds: 30, run: () => lists.lookAround() },
  { name: 'listCounts', everySeconds: 600, run: () => lists.rememberCounts() },
  // What people have pressed comes before what follows from it.
  { name: 'promises', everySeconds: 5, run: () => bot.promises.carryOut() },
  { name: 'directory', everySeconds: config.syncMinutes * 60, run: () => directory.sync() },
  { name: 'appointments', everySeconds: 60, run: () => continueAppointments(context) },
  {
    name: 'handOvers',
    everySeconds: 60,
    run: async () => {
      await continueHandOvers(context);
      await continueAbsences(context);
    },
  },
  {
    name: 'approvals',
    everySeconds: 2,
    run: async () => {
      await continueAgendas(context);
      await continueApprovals(context);
    },
  },
  { name: 'publications', everySeconds: 2, run: () => continuePublications(context) },
  { name: 'negativeReceipts', at: '05:30', run: () => recordAllNegativeReceipts(context) },
  { name: 'wheelActs', everySeconds: 60, run: () => continueWheelActs(context) },
  { name: 'procedureActs', everySeconds: 60, run: () => continueProcedureActs(context) },
  { name: 'planActs', everySeconds: 60, run: () => continuePlanActs(context) },
  { name: 'planParts', everySeconds: 60, run: () => continuePlanParts(context) },
  { name: 'downtimeActs', everySeconds: 60, run: () => continueDowntimes(context) },
  { name: 'missedCycles', at: '05:30', run: () => recordMissedCycles(context) },
  { name: 'riskFigures', at: '05:40', run: () => freezeFigures(context) },
  {
    name: 'history',
    at: '03:30',
    run: async () => {
      await closeMonths(context);
      await checkFiles(context);
    },
  },
  { name: 'offlinePacks', everySeconds: 10, run: () => continuePacks(context, packsAtATime) },
  { name: 'digests', everySeconds: 60, run: () => planDigests(context) },
  { name: 'auditTrail', everySeconds: 10, run: () => continueAudit(context) },
  // Before the sending, so that what happens now in a test goes out at once.
  { name: 'injects', everySeconds: 5, run: () => postInjects(context) },
  { name: 'sending', run: () => sending.processAll() },
  { name: 'welcomes', everySeconds: 60, run: () => bot.sayWelcomes() },
  // Behind the sending, which goes first.
  { name: 'chats', everySeconds: 60, run: () => sending.learnChats() },
  { name: 'receiptCards', everySeconds: 2, run: () => receipts.process() },
  { name: 'approvalCards', everySeconds: 2, run: () => approvalCards.process() },
  { name: 'downtimeCards', everySeconds: 2, run: () => downtimeCards.process() },
  { name: 'leaveCards', everySeconds: 2, run: () => leaveCards.process() },
  { name: 'testCards', everySeconds: 2, run: () => testCards.process() },
  { name: 'digestCards', everySeconds: 5, run: () => digestCards.process() },
];

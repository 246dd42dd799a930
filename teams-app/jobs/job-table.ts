import { continueAudit, settleWrites } from '../../api/audit/index.ts';
import { continueMeetings, continueWheelActs } from '../../api/annual-wheel/index.ts';
import { continueDecidedAppointments } from '../../api/appointments/index.ts';
import { continueAgendas, continueApprovals } from '../../api/approvals/index.ts';
import { recordMissedCycles } from '../../api/awareness/index.ts';
import type { Context } from '../../api/context.ts';
import { showInterruptedImports } from '../../api/imports/index.ts';
import {
  askReassessments,
  continueDowntimes,
  continuePacks,
  continuePlanActs,
  continuePlanParts,
  postInjects,
  raiseLimitAlarms,
} from '../../api/contingency/index.ts';
import type { Directory } from '../../api/directory/index.ts';
import { freezeMonth, openWork, warmFigures } from '../../api/figures/index.ts';
import { checkFiles, closeMonths } from '../../api/history/index.ts';
import { continueInspections, deleteOldPhotos } from '../../api/inspections/index.ts';
import { continueIncidents } from '../../api/incidents/index.ts';
import { continueAbsences, continueHandOvers, warmOwed } from '../../api/obligations/index.ts';
import { continueSuccessions } from '../../api/ownership/index.ts';
import { continueAppointments, continueBringingBack } from '../../api/organisation/index.ts';
import { continuePublications, recordAllNegativeReceipts } from '../../api/policy/index.ts';
import { continueSignSheets } from '../../api/sign-sheets/index.ts';
import { continueProcedureActs } from '../../api/procedures/index.ts';
import { planDigests } from '../../api/reminders/index.ts';
import { deleteExpired } from '../../api/retention/index.ts';

import { tellAuditors } from '../../api/trail/index.ts';
import type { Lists } from '../../api/sharepoint/index.ts';
import type { Bot } from '../../bot/index.ts';
import type { Sending } from '../../bot/sending/index.ts';
import type { Config } from '../config/index.ts';
import { sealTrail } from './history-table.ts';
import type { Job } from './jobs.ts';

export interface Working {
  context: Context;
  lists: Lists;
  directory: Directory;
  sending: Sending;
  /** One for each kind of card that follows its subject. */
  cardJobs: readonly Job[];
  bot: Pick<Bot, 'sayWelcomes' | 'saySorry' | 'promises'>;
  keepPlans(): Promise<void>;
  /** Whether this instance does the background work. */
  leads?: () => boolean;
}

/** Only one pack is generated at a time. */
const packsAtATime = 1;

/**
 * All background work, in the order in which one run of all does everything due: check lists, continue work, send, and
 * update cards.
 */
export const jobTable = (
  config: Config,
  { context, lists, directory, sending, cardJobs, bot, keepPlans, leads = () => true }: Working,
): readonly Job[] => [
  // Polling has its own rhythm (`listChanges`); "everything now" includes it.
  { name: 'lists', everywhere: true, run: () => lists.refresh() },
  { name: 'siteLook', everywhere: true, everySeconds: 30, run: () => lists.lookAround() },
  { name: 'listCounts', everySeconds: 600, run: () => lists.rememberCounts() },
  // People's presses precede follow-up work.
  { name: 'promises', everywhere: true, everySeconds: 5, run: () => bot.promises.carryOut() },
  {
    name: 'directory',
    everywhere: true,
    // A miss is not recorded of somebody who left while the program was down.
    beforeDaily: true,
    everySeconds: config.syncMinutes * 60,
    // The leader writes People; group roles are in each instance's memory.
    run: async () => (leads() ? directory.sync() : directory.readGroups()),
  },
  {
    name: 'appointments',
    everySeconds: 60,
    run: async () => {
      await continueDecidedAppointments(context);
      await continueBringingBack(context);
      await continueAppointments(context);
    },
  },
  {
    name: 'handOvers',
    everySeconds: 60,
    run: async () => {
      await continueHandOvers(context);
      await continueAbsences(context);
    },
  },
  // Hand-overs that a crash interrupted.
  { name: 'successions', everySeconds: 30, run: () => continueSuccessions(context) },
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
  {
    name: 'wheelActs',
    everySeconds: 60,
    run: async () => {
      await continueWheelActs(context);
      await continueMeetings(context);
      await continueInspections(context);
    },
  },
  { name: 'procedureActs', everySeconds: 60, run: () => continueProcedureActs(context) },
  // Ticks older than a day are final.
  { name: 'signSheets', everySeconds: 600, run: () => continueSignSheets(context) },
  { name: 'planActs', everySeconds: 60, run: () => continuePlanActs(context) },
  { name: 'planParts', everySeconds: 60, run: () => continuePlanParts(context) },
  {
    name: 'downtimeActs',
    everySeconds: 60,
    run: async () => {
      await continueDowntimes(context);
      await askReassessments(context);
    },
  },
  { name: 'missedCycles', at: '05:30', run: () => recordMissedCycles(context) },
  // Precomputes expensive results.
  {
    name: 'figureValues',
    everywhere: true,
    everySeconds: 10,
    run: async () => {
      await warmOwed(context);
      await openWork(context);
      await warmFigures(context);
    },
  },
  { name: 'figures', at: '05:40', run: () => freezeMonth(context) },
  { name: 'inspectionPhotos', at: '04:10', run: () => deleteOldPhotos(context) },
  // After yesterday's promised presses have been carried out.
  {
    name: 'trailSeals',
    at: '03:10',
    run: async () => {
      await sealTrail(context);
      await tellAuditors(context);
    },
  },
  {
    name: 'history',
    at: '03:30',
    run: async () => {
      await closeMonths(context);
      await checkFiles(context);
    },
  },
  // After months are closed and sealed.
  { name: 'retention', at: '04:20', run: () => deleteExpired(context) },
  { name: 'offlinePacks', everySeconds: 10, run: () => continuePacks(context, packsAtATime) },
  { name: 'digests', everySeconds: 60, run: () => planDigests(context) },
  {
    name: 'auditTrail',
    everywhere: true,
    everySeconds: 10,
    run: async () => {
      await settleWrites(
        context,
        lists.loaded().map(({ definition }) => definition),
      );
      await continueAudit(context);
      // Of instances that have ended.
      await showInterruptedImports(context);
    },
  },
  // Before sending, so that a test's events are sent at once.
  { name: 'injects', everySeconds: 5, run: () => postInjects(context) },
  { name: 'limitAlarms', everySeconds: 5, run: () => raiseLimitAlarms(context) },
  // Also before sending: accidents are reported at once, and confirmed when sent.
  { name: 'incidents', everySeconds: 2, run: () => continueIncidents(context) },
  { name: 'sending', run: () => sending.processAll() },
  { name: 'welcomes', everySeconds: 60, run: () => bot.sayWelcomes() },
  { name: 'unanswered', everySeconds: 60, run: () => bot.saySorry() },
  // After sending, which has priority.
  { name: 'chats', everySeconds: 60, run: () => sending.learnChats() },
  ...cardJobs,
  // For a start while Microsoft 365 is away.
  { name: 'keptPlans', everywhere: true, everySeconds: 600, run: () => keepPlans() },
];

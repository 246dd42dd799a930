import PQueue from 'p-queue';
import {
  blocksOf,
  Campaigns,
  finishCampaign,
  isSomebodyDue,
  isUnsettled,
  mayLeaveNow,
  stopCampaign,
  type Campaign,
  ledgerHeld,
  type CampaignKind,
  type DeliveryBlock,
  type Outcome,
} from '../../api/deliveries/index.ts';
import { asAppError, type AppError } from '../../api/kernel/index.ts';
import type { Gate } from './gate.ts';
import type { CampaignRun, Delivering } from './campaign-run.ts';
import { hindranceFor, sendBlock } from './send-block.ts';
import type { Sender } from './sender.ts';
import { hasRoom, sendWindow } from './send-window.ts';

/** Seconds of sending reserved ahead: more costs fewer units, less leaves fewer uncertain after a crash. */
const windowSeconds = 2;
const smallestWindow = 40;
const largestWindow = 100;
/** Concurrent calls per campaign, proven on the platform. */
const concurrency = 30;

const windowSize = (gate: Gate): number =>
  Math.min(largestWindow, Math.max(smallestWindow, Math.round(gate.status().targetPerSecond * windowSeconds)));

/**
 * Sends a campaign's blocks until nobody waits or sending is halted: first attempts, then retries. Finishes the
 * campaign when all have a final state.
 */
export async function runCampaign(sender: Sender, kind: CampaignKind, campaignKey: string): Promise<void> {
  const campaign = () => sender.context.list(Campaigns).get(campaignKey);
  const isOn = (now: Campaign | undefined) => now?.state === 'sending' && mayLeaveNow(sender.context, kind, now);
  const started = campaign();
  if (!started) return;
  const run = await sender.wire.run();
  let tally = emptyTally;
  let stopping: Promise<void> | undefined;
  let away: AppError | undefined;
  const delivering: Delivering = {
    ...sender,
    kind,
    campaign: started,
    halted: () =>
      stopping !== undefined ||
      away !== undefined ||
      run.isLost() ||
      sender.signal.aborted ||
      !sender.leads() ||
      sender.circuit.isOpen() ||
      ledgerHeld(sender.context) !== undefined ||
      !isOn(campaign()),
    onRefused: (code) => {
      sender.context.log.error({ campaign: campaignKey, code }, 'Teams refuses our credentials, sending rests');
      sender.circuit.refuse(code);
    },
    onAway: (error) => {
      away ??= error;
    },
    onWrongPayload: (code) => {
      tally = { ...tally, wrongPayload: { ...tally.wrongPayload, [code]: (tally.wrongPayload[code] ?? 0) + 1 } };
    },
  };
  const conclude = (outcome: Outcome) => {
    sender.onProgress();
    if (outcome.state === 'sent') sender.circuit.clear();
    tally = tallied(tally, outcome);
    const code = systemicStop(tally);
    if (code === undefined || stopping) return;
    sender.context.log.error({ campaign: campaignKey, code }, 'campaign stopped by itself');
    stopping = stopCampaign(sender.context, campaignKey, code);
    stopping.catch(() => undefined);
  };

  const window = sendWindow(windowSize(sender.gate));
  const pool = new PQueue({ concurrency });
  // What a killed run reserved in a later block would come on top of the window of this one.
  const released: Delivering = { ...delivering, halted: () => true };
  await sweep({ sender, delivering: released, wire: run, window, pool, retries: false, conclude });
  for (const retries of [false, true]) await sweep({ sender, delivering, wire: run, window, pool, retries, conclude });
  if (away) throw away;
  if (stopping) await stopping;
  else if (!delivering.halted() && !isUnsettled(sender.context, campaignKey))
    await finishCampaign(sender.context, campaignKey);
}

/** Every block of the campaign once; the next starts when the one before has nobody left to reserve. */
async function sweep(run: CampaignRun): Promise<void> {
  const begun = new Set<string>();
  const sent: Promise<void>[] = [];
  const failures: unknown[] = [];
  for (let block = nextBlock(run, begun); block && failures.length === 0; block = nextBlock(run, begun)) {
    const { key } = block;
    begun.add(key);
    await run.window.until(() => hasRoom(run.window));
    await new Promise<void>((onExhausted) => {
      sent.push(sendBlock(run, key, onExhausted).catch((thrown: unknown) => void failures.push(thrown)));
    });
  }
  await Promise.all(sent);
  if (failures.length > 0) throw asAppError(failures[0]);
}

const nextBlock = ({ sender, delivering, retries }: CampaignRun, begun: ReadonlySet<string>) =>
  blocksOf(sender.context, delivering.campaign.key).find(
    (block) => !begun.has(block.key) && isDue(sender, block, retries, delivering.halted()),
  );

/** While sending is blocked, only pending writes are due. */
function isDue(sender: Sender, block: DeliveryBlock, retries: boolean, halted: boolean): boolean {
  if (sender.unwritten.has(block.key) || block.recipients.some(({ state }) => state === 'reserved')) return true;
  if (halted) return false;
  return isSomebodyDue(block, retries, (personId) => hindranceFor(sender, personId)?.state === 'wait');
}

/** A campaign's answers so far, in this run of the program. */
export interface Tally {
  ended: number;
  failed: number;
  adminBlocked: number;
  /** Rejections of our message as malformed, by code. */
  wrongPayload: Readonly<Record<string, number>>;
  /** The latest answers, oldest first: whether each was lost. */
  latest: readonly boolean[];
}
export const emptyTally: Tally = { ended: 0, failed: 0, adminBlocked: 0, wrongPayload: {}, latest: [] };

const identicalRefusals = 3;
const firstBlocked = 20;
const firstAnswers = 50;
const failedShare = 0.2;
const latestAnswers = 20;
const latestLost = 15;

/** Counts a recipient's outcome; requeued recipients and those without a message are not counted. */
export function tallied(tally: Tally, { state, code }: Outcome): Tally {
  if (state === 'waiting' || state === 'notNeeded' || state === 'left' || state === 'notApplicable') return tally;
  const failed = state === 'failed' || state === 'unreachable';
  return {
    ended: tally.ended + 1,
    failed: tally.failed + Number(failed),
    adminBlocked: tally.adminBlocked + Number(code === 'BotDisabledByAdmin'),
    wrongPayload: tally.wrongPayload,
    latest: [...tally.latest, failed || state === 'uncertain'].slice(-latestAnswers),
  };
}

/**
 * Why a campaign must stop, as a displayed code; undefined for individual failures. Recipients with such an answer were
 * certainly not written to, or are `uncertain`.
 */
export function systemicStop(tally: Tally): string | undefined {
  const refusal = Object.entries(tally.wrongPayload).find(([, count]) => count >= identicalRefusals);
  if (refusal) return refusal[0];
  if (tally.ended === firstBlocked && tally.adminBlocked === firstBlocked) return 'BotDisabledByAdmin';
  if (tally.ended <= firstAnswers && tally.failed > firstAnswers * failedShare) return 'tooManyFailures';
  if (tally.latest.filter(Boolean).length >= latestLost) return 'teamsAway';
  return undefined;
}

import type { Context } from '../../api/context.ts';
import {
  blocksOf,
  Campaigns,
  finishCampaign,
  hasFresh,
  settleBlock,
  stopCampaign,
  type CampaignKind,
  type DeliveryBlock,
  type Outcome,
  type Recipient,
} from '../../api/deliveries/index.ts';
import { asAppError, nowOf, type PersonId } from '../../api/kernel/index.ts';
import type { ChatMessage, ChatPort } from './chat-port.ts';
import type { CredentialsCircuit } from './credentials-circuit.ts';
import type { Gate } from './gate.ts';
import type { RealTime } from './real-time.ts';
import { sendMessage, type Delivering, type Install } from './send-message.ts';
import { emptyTally, systemicStop, tallied } from './systemic-stop.ts';

/** What all campaigns of this process share. */
export interface Sender {
  context: Context;
  cardFor(kind: string, subjectKey: string, personId: PersonId): ChatMessage;
  chat: ChatPort;
  gate: Gate;
  time: RealTime;
  install?: Install | undefined;
  deadline?: number | undefined;
  /** This run of the program. */
  holder: string;
  /** Aborted when the program stops. */
  signal: AbortSignal;
  circuit: CredentialsCircuit;
  /** Outcomes by block that are not written yet; kept until they are, so that nobody is written to twice. */
  unwritten: Map<string, Map<PersonId, Outcome>>;
  onProgress(): void;
}

/** Blocks of a campaign that are sent at the same time: while one is written, another keeps the gate busy. */
const workers = 2;
/** Seconds of sending that one worker reserves ahead: more costs fewer units, less leaves fewer in doubt after a crash. */
const chunkSeconds = 0.6;
const smallestChunk = 25;
const largestChunk = 50;
/** Calls under way at once for one worker: two workers stay at 30, which is proven on the platform. */
const concurrency = 15;
/** Tries of a write while Graph is away, with pauses of half a second to half a minute. */
const writeTries = 8;

const chunkSize = (gate: Gate): number =>
  Math.min(largestChunk, Math.max(smallestChunk, Math.round(gate.status().targetPerSecond * chunkSeconds)));

/**
 * Sends what a campaign's blocks hold until nobody waits or sending is halted: first everybody who was not tried yet,
 * then those who get another try. Ends the campaign when all have an end state.
 */
export async function runCampaign(sender: Sender, kind: CampaignKind, campaignKey: string): Promise<void> {
  let tally = emptyTally;
  const campaign = () => sender.context.list(Campaigns).get(campaignKey);
  const started = campaign();
  if (!started) return;
  let stopping: Promise<void> | undefined;
  const stop = (code: string) => {
    sender.context.log.error({ campaign: campaignKey, code }, 'campaign stopped by itself');
    stopping ??= stopCampaign(sender.context, campaignKey, code);
  };
  const delivering: Delivering = {
    ...sender,
    kind,
    campaign: started,
    halted: () =>
      stopping !== undefined || sender.signal.aborted || sender.circuit.isOpen() || campaign()?.state !== 'sending',
    onRefused: (code) => {
      sender.context.log.error({ code }, 'Teams refuses our credentials, sending rests');
      sender.circuit.refuse(code);
    },
    onWrongPayload: (code) => {
      tally = tallied(tally, { state: 'failed' }, code);
    },
  };
  const conclude = (outcome: Outcome) => {
    sender.onProgress();
    if (outcome.state === 'sent') sender.circuit.clear();
    tally = tallied(tally, outcome, undefined);
    const code = systemicStop(tally);
    if (code !== undefined && !stopping) stop(code);
  };

  for (const retries of [false, true]) await sweep(sender, delivering, retries, conclude);
  if (stopping) await stopping;
  else if (!delivering.halted()) await finishCampaign(sender.context, campaignKey);
}

/** Every block of the campaign once, two at a time. */
async function sweep(
  sender: Sender,
  delivering: Delivering,
  retries: boolean,
  conclude: (outcome: Outcome) => void,
): Promise<void> {
  const begun = new Set<string>();
  const next = (): DeliveryBlock | undefined => {
    const block = blocksOf(sender.context, delivering.campaign.key).find(
      (each) => !begun.has(each.key) && isDue(sender, each, retries, delivering.halted()),
    );
    if (block) begun.add(block.key);
    return block;
  };
  const work = async () => {
    for (let block = next(); block; block = next()) await sendBlock(sender, delivering, block, retries, conclude);
  };
  await Promise.all(Array.from({ length: workers }, work));
}

/** While nothing may be sent, only what must be written down is due. */
function isDue(sender: Sender, block: DeliveryBlock, retries: boolean, halted: boolean): boolean {
  if (sender.unwritten.has(block.key) || block.recipients.some(({ state }) => state === 'reserved')) return true;
  if (halted) return false;
  return retries ? block.recipients.some(({ state }) => state === 'waiting') : hasFresh(block);
}

/** Chunk after chunk: one write settles the chunk before and reserves the next. */
async function sendBlock(
  sender: Sender,
  delivering: Delivering,
  block: DeliveryBlock,
  retries: boolean,
  conclude: (outcome: Outcome) => void,
): Promise<void> {
  for (;;) {
    const chunk = await settle(sender, delivering, block.key, retries);
    if (chunk.length === 0) return;
    const outcomes = new Map<PersonId, Outcome>();
    sender.unwritten.set(block.key, outcomes);
    const waiting = chunk.values();
    const work = async () => {
      for (const recipient of waiting) {
        const outcome = await named(delivering, recipient);
        outcomes.set(recipient.person, outcome);
        conclude(outcome);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, work));
  }
}

/** A fault of our own in the middle of sending: nobody knows how far it came, so nobody is written to again. */
async function named(delivering: Delivering, recipient: Recipient): Promise<Outcome> {
  try {
    return await sendMessage(delivering, recipient);
  } catch (thrown) {
    const { campaign, context } = delivering;
    context.log.error({ campaign: campaign.key, error: String(thrown) }, 'sending to a person failed unexpectedly');
    return { state: 'uncertain', code: 'unexpected', at: nowOf(context.clock) };
  }
}

/** Writes until it succeeds, for a while. What could not be written stays in `unwritten` for the next run. */
async function settle(
  sender: Sender,
  delivering: Delivering,
  blockKey: string,
  retries: boolean,
): Promise<readonly Recipient[]> {
  const outcomes = sender.unwritten.get(blockKey) ?? new Map<PersonId, Outcome>();
  for (let tries = 1; ; tries += 1)
    try {
      const reserve = delivering.halted() ? 0 : chunkSize(sender.gate);
      const chunk = await settleBlock(sender.context, delivering.kind, delivering.campaign, blockKey, {
        holder: sender.holder,
        outcomes,
        reserve,
        retries,
      });
      sender.unwritten.delete(blockKey);
      return chunk;
    } catch (thrown) {
      const { kind } = asAppError(thrown);
      if ((kind !== 'unavailable' && kind !== 'conflict') || tries >= writeTries) throw thrown;
      sender.context.log.warn(
        { block: blockKey, tries, error: String(thrown) },
        'delivery block not written, tried again',
      );
      await sender.time.wait(Math.min(30_000, 250 * 2 ** tries), sender.signal);
    }
}

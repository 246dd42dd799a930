import type { Context } from '../../api/context.ts';
import {
  blocksOf,
  Campaigns,
  declareCampaignKinds,
  enrolAudience,
  flushConversations,
  hasReserved,
  isClosed,
  isUnsettled,
  mayLeaveNow,
  ledgerHeld,
  type Campaign,
  type CampaignKind,
} from '../../api/deliveries/index.ts';
import {
  asAppError,
  noMeter,
  noTracer,
  failureWords,
  type Meter,
  type PersonId,
  type Tracer,
} from '../../api/kernel/index.ts';
import type { ChatMessage, ChatPort } from './chat-port.ts';
import { credentialsCircuit } from './credentials-circuit.ts';
import type { AppInstallations } from '../../api/directory/index.ts';
import { editCard, type EditResult } from './edit-card.ts';
import { createGate, type Gate } from './gate.ts';
import { realTime, type RealTime } from './real-time.ts';
import { runCampaign } from './run-campaign.ts';
import { createInstaller } from './installer.ts';
import { learnChats } from './learn-chats.ts';
import type { Sender } from './sender.ts';
import { sendingStatus, type SendingStatus } from './sending-status.ts';
import { createWire } from './wire.ts';

export interface SendingOptions {
  context: Context;
  kinds: readonly CampaignKind[];
  /** The card for the person, as of now. */
  cardFor(kind: string, subjectKey: string, personId: PersonId): ChatMessage;
  /** The card with a note that it may be a repeat. */
  asRepeat?(message: ChatMessage, personId: PersonId): ChatMessage;
  /** Content of an old card replaced by a newer one of its kind. */
  replacedCard?(kind: string, subjectKey: string, personId: PersonId): ChatMessage;
  chat: ChatPort;
  gate: Gate;
  /** Installs the app for people who lack it; absent: they are `notInstalled`. */
  apps?: AppInstallations;
  /** Graph's limit of installations; default 20 calls a second of its 30. */
  installGate?: Gate;
  time?: RealTime;
  meter?: Meter;
  /** Whether this instance sends; another one does otherwise. Default: always. */
  leads?: () => boolean;
  tracer?: Tracer;
  /** Time limit of one call in milliseconds; default 15 s. */
  deadline?: number;
}

export interface Sending {
  /** Sends everything due now, including to newcomers; ends when sent or blocked. */
  processAll(): Promise<void>;
  /** Checks every second for messages to send. */
  start(): void;
  /** This instance sends from now on: what another left under way is read from the journal. */
  takeOver(): Promise<void>;
  /** Ends calls in flight, writes their outcomes, and releases reservations. */
  stop(): Promise<void>;
  /** One run of opening chats in advance. Writes no messages. */
  learnChats(): Promise<void>;
  status(): SendingStatus;
  /** Edits the card about a subject in a person's chat, ahead of broadcasts. Best effort: never throws. */
  editCard(subjectKey: string, personId: PersonId, message: ChatMessage): Promise<EditResult>;
}

const lookEvery = 1_000;
/** Interval of enrolling newcomers (ms, real time). */
const enrolEvery = 30_000;
/** Pause of a campaign whose list is missing or refuses (ms, real time). */
const restFor = 30_000;
/** Installation calls a second. Graph allows 30 of each kind. */
const installsPerSecond = 20;
/** "Everything now" checks chats being opened so often (ms), and stops after so many checks without progress. */
const lookAgainAfter = 250;
const vainLooks = 240;
/** Rounds of `processAll`, as sending may create further work. */
const mostRounds = 5;

/** The engine `embedded`: one process and the ledger. Campaigns run independently, so none waits for another. */
export function createSending(options: SendingOptions): Sending {
  const { context, kinds, leads = () => true, time = realTime } = options;
  declareCampaignKinds(context, kinds);
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const enrolledAt = new Map<string, number>();
  /** Campaigns whose latest run failed, e.g. while Graph was unavailable. */
  const interrupted = new Set<string>();
  /** Campaigns waiting for a missing list, with their pause's end. */
  const resting = new Map<string, number>();
  /** Changes with each take-over: runs of an earlier one end. */
  let term = 0;
  let takingOver = false;
  let lastProgress = time.now();
  const onProgress = () => {
    lastProgress = time.now();
  };
  const { apps, installGate = createGate({ perSecond: installsPerSecond, time }) } = options;
  const installer =
    apps &&
    createInstaller({
      context,
      apps,
      chat: options.chat,
      gate: installGate,
      time,
      signal: stopping.signal,
      onProgress,
    });
  const sender: Sender = {
    ...options,
    installer,
    time,
    meter: options.meter ?? noMeter,
    leads,
    tracer: options.tracer ?? noTracer,
    wire: createWire(context, time),
    signal: stopping.signal,
    circuit: credentialsCircuit(time),
    unwritten: new Map(),
    onProgress,
  };

  async function run(campaign: Campaign, kind: CampaignKind, enrol: boolean): Promise<void> {
    try {
      interrupted.delete(campaign.key);
      if (enrol) {
        await enrolAudience(context, kind, campaign);
        enrolledAt.set(campaign.key, time.now());
      }
      const own = term;
      const isOurs = () => leads() && term === own;
      if (isToBeRun(campaign.key, kind)) await runCampaign({ ...sender, leads: isOurs }, kind, campaign.key);
    } catch (thrown) {
      interrupted.add(campaign.key);
      const { kind: sort, code } = asAppError(thrown);
      const isAway = sort === 'unavailable';
      // What a person must put right would be asked for every second; a conflict passes.
      if (sort !== 'conflict') resting.set(campaign.key, time.now() + restFor);
      const fields = { campaign: campaign.key, code, error: failureWords(thrown) };
      context.log[isAway ? 'warn' : 'error'](fields, 'campaign interrupted, goes on later');
    }
  }

  /** Cards wait for working hours; outcomes are written at any hour. */
  const isOn = (campaign: Campaign | undefined, kind: CampaignKind | undefined): boolean =>
    campaign?.state === 'sending' && kind !== undefined && mayLeaveNow(context, kind, campaign);

  function isToBeRun(campaignKey: string, kind: CampaignKind): boolean {
    if (isOn(context.list(Campaigns).get(campaignKey), kind)) return true;
    return blocksOf(context, campaignKey).some((block) => sender.unwritten.has(block.key) || hasReserved(block));
  }

  /** Starts every campaign that has work and is not running. */
  function look(everything: boolean): void {
    if (stopping.signal.aborted || takingOver || !leads() || ledgerHeld(context)) return;
    for (const campaign of context.list(Campaigns).all()) {
      const kind = kindOf(campaign);
      if (!kind || isClosed(campaign) || running.has(campaign.key)) continue;
      if (!everything && time.now() < (resting.get(campaign.key) ?? 0)) continue;
      const enrol = everything || time.now() - (enrolledAt.get(campaign.key) ?? -Infinity) >= enrolEvery;
      if (!enrol && (sender.circuit.isOpen() || campaign.state !== 'sending')) continue;
      if (running.size === 0) lastProgress = time.now();
      running.set(
        campaign.key,
        run(campaign, kind, enrol).finally(() => running.delete(campaign.key)),
      );
    }
  }

  const kindOf = (campaign: Campaign) => kinds.find((each) => each.kind === campaign.kind);
  const isWorkLeft = () =>
    leads() &&
    !ledgerHeld(context) &&
    (interrupted.size > 0 ||
      (!sender.circuit.isOpen() &&
        context
          .list(Campaigns)
          .all()
          .some((campaign) => isOn(campaign, kindOf(campaign)) && isUnsettled(context, campaign.key))));

  async function processAll(): Promise<void> {
    for (let round = 1; round <= mostRounds; round += 1) {
      await Promise.all(running.values());
      look(true);
      await Promise.all(running.values());
      if (stopping.signal.aborted || !isWorkLeft()) break;
      if (await chatsOpened()) round = 0;
    }
    await flushConversations(context);
  }

  /** Waits until a chat was opened or failed; returns whether any was awaited and opened. */
  async function chatsOpened(): Promise<boolean> {
    const before = installer?.underWay() ?? 0;
    for (let looks = 0; before > 0 && looks < vainLooks && !stopping.signal.aborted; looks += 1) {
      if (installer?.underWay() !== before) return true;
      await time.wait(lookAgainAfter, stopping.signal);
    }
    return false;
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      look(false);
      await time.wait(lookEvery, stopping.signal);
    }
  }
  const learn = learnChats(sender, () => running.size > 0);
  let looping: Promise<void> | undefined;

  return {
    processAll,
    start: () => void (looping ??= loop()),
    stop: async () => {
      stopping.abort(new Error('sending stops'));
      await looping;
      await Promise.all(running.values());
      await flushConversations(context);
    },
    takeOver: async () => {
      term += 1;
      takingOver = true;
      await Promise.all(running.values());
      sender.wire.forget();
      sender.unwritten.clear();
      enrolledAt.clear();
      resting.clear();
      takingOver = false;
    },
    learnChats: () => learn(),
    status: () => sendingStatus(sender, [...running.keys()], isWorkLeft(), time.now() - lastProgress),
    editCard: (subjectKey, personId, message) => editCard(sender, subjectKey, personId, message),
  };
}

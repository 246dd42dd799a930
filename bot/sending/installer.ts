import PQueue from 'p-queue';
import type { Context } from '../../api/context.ts';
import { conversationOf, recordConversation, type RecipientState } from '../../api/deliveries/index.ts';
import type { AppInstallations } from '../../api/directory/index.ts';
import { asAppError, nowOf, failureWords, type PersonId } from '../../api/kernel/index.ts';
import type { ChatPort } from './chat-port.ts';
import type { Gate, GateLane } from './gate.ts';
import type { RealTime } from './real-time.ts';

/** Status of an installation. `ended`: impossible, with the recipient's final state. */
export type Status = { state: 'underWay' } | { state: 'ended'; ends: RecipientState; code: string };

/** Installs the app for people who lack it, in the background: installations do not delay others' cards. */
export interface Installer {
  /** Teams reported with this code that the app is missing. Idempotent; never throws. */
  want(personId: PersonId, code: string, lane: GateLane): void;
  /** Undefined: no installation is running, and writing may be tried. */
  status(personId: PersonId): Status | undefined;
  /** Number of running installations. */
  underWay(): number;
  /** Resolves when none runs. */
  idle(): Promise<void>;
}

export interface InstallerOptions {
  context: Context;
  apps: AppInstallations;
  chat: Pick<ChatPort, 'addressOf'>;
  /** Graph's own limit of installations, separate from the Teams gate. */
  gate: Gate;
  time: RealTime;
  signal: AbortSignal;
  onProgress(): void;
}

/** Seconds between checks for a new chat: five minutes in all. The bot is also notified of it. */
const pauses = [1, 2, 4, 8, 15, 30, 60, 60, 60, 60];
/** Failed checks while Graph is unavailable, each after the longest pause (half an hour); then it is given up. */
const awayTries = 30;
/** How long a final state is cached, so that campaigns do not retry it each (ms). */
const endKept = 10 * 60_000;
/** Consecutive refusals that indicate a general cause: a missing permission, or a policy. */
const refusalsInRow = 20;
/** Concurrent calls to Graph. */
const concurrency = 8;

type End = Extract<Status, { state: 'ended' }>;
const ended = (ends: RecipientState, code: string): End => ({ state: 'ended', ends, code });

export function createInstaller(options: InstallerOptions): Installer {
  const { context, apps, chat, gate, time, signal } = options;
  const running = new Map<PersonId, Promise<void>>();
  const ends = new Map<PersonId, End & { until: number }>();
  const calls = new PQueue({ concurrency });
  let refused = { inRow: 0, until: -Infinity };

  /** One request to Graph of so many calls. */
  const ask = <Answer>(lane: GateLane, count: number, question: () => Promise<Answer>): Promise<Answer> =>
    calls.add(
      async () => {
        for (let passed = 0; passed < count; passed += 1) await gate.pass(lane, signal);
        return question();
      },
      { priority: lane === 'urgent' ? 1 : 0 },
    );

  async function bring(personId: PersonId, code: string, lane: GateLane): Promise<End | undefined> {
    const given = conversationOf(context, personId)?.givenAt !== undefined;
    if (given || code === 'MessageWritesBlocked') {
      const found = await look(personId, lane);
      if (found.state === 'open' && code === 'MessageWritesBlocked') return ended('blocked', code);
      // A person who removed it does not want it.
      if (found.state === 'absent' && given) return ended('notInstalled', 'removed');
      if (found.state !== 'absent') return awaited(personId, lane);
    }
    // Before the installation: the bot may be notified first.
    recordConversation(context, { person: personId, state: 'installing' });
    const answer = await ask(lane, 1, async () => (isRefusedToAll() ? 'policyBlocked' : installed(personId)));
    if (answer === 'policyBlocked' || answer === 'notInstalled')
      return ended(answer, answer === 'policyBlocked' ? 'installRefused' : code);
    if (answer === 'installed') noteGiven(personId);
    return awaited(personId, lane);
  }

  /** The chat arrives by the bot's notification, or by asking Graph. */
  async function awaited(personId: PersonId, lane: GateLane): Promise<End | undefined> {
    for (const seconds of pauses) {
      await time.wait(seconds * 1_000, signal);
      if (signal.aborted || isOpen(personId)) return undefined;
      const found = await look(personId, lane);
      if (found.state === 'absent') return ended('notInstalled', 'removed');
      if (found.state === 'open') {
        recordConversation(context, { person: personId, state: 'open', ...chat.addressOf(found.conversation) });
        return undefined;
      }
    }
    return ended('notInstalled', 'chatNotThere');
  }

  /** Two calls: the installation, and its chat. */
  const look = (personId: PersonId, lane: GateLane) => ask(lane, 2, () => apps.chatOf(personId));

  async function installed(personId: PersonId) {
    const answer = await apps.install(personId);
    noteRefusal(answer === 'policyBlocked');
    return answer;
  }

  function noteGiven(person: PersonId): void {
    const { at: _, ...known } = conversationOf(context, person) ?? { person, state: 'installing' as const, at: '' };
    recordConversation(context, { ...known, givenAt: nowOf(context.clock) });
  }

  const isOpen = (personId: PersonId) => conversationOf(context, personId)?.state === 'open';

  const isRefusedToAll = () => time.now() < refused.until;
  function noteRefusal(isRefusal: boolean): void {
    refused = { ...refused, inRow: isRefusal ? refused.inRow + 1 : 0 };
    if (refused.inRow < refusalsInRow) return;
    context.log.error({ code: 'installRefused' }, 'the app may be installed for nobody, tried again later');
    refused = { inRow: 0, until: time.now() + endKept };
  }

  /** Retried while Graph is unavailable. */
  async function brought(personId: PersonId, code: string, lane: GateLane): Promise<End | undefined> {
    for (let tries = 1; !signal.aborted; tries += 1)
      try {
        return await bring(personId, code, lane);
      } catch (thrown) {
        if (signal.aborted) return undefined;
        const { kind, code: reason } = asAppError(thrown);
        context.log.warn({ code: reason, error: failureWords(thrown) }, 'app could not be installed');
        if (kind !== 'unavailable') return ended('notInstalled', 'installFailed');
        if (tries >= awayTries) return undefined;
        await time.wait(60_000, signal);
      }
    return undefined;
  }

  async function run(personId: PersonId, code: string, lane: GateLane): Promise<void> {
    const end = await brought(personId, code, lane);
    running.delete(personId);
    options.onProgress();
    if (end) conclude(personId, end);
  }

  function conclude(personId: PersonId, end: End): void {
    ends.set(personId, { ...end, until: time.now() + endKept });
    recordConversation(context, { person: personId, state: closedAs(end.ends) });
  }

  return {
    want: (personId, code, lane) => {
      if (running.has(personId) || signal.aborted) return;
      ends.delete(personId);
      if (isRefusedToAll()) return conclude(personId, ended('policyBlocked', 'installRefused'));
      // A chat that Teams calls closed is not used until reported again.
      recordConversation(context, { person: personId, state: 'installing' });
      running.set(personId, run(personId, code, lane));
    },
    status: (personId) => {
      const end = ends.get(personId);
      if (isOpen(personId)) return undefined;
      if (running.has(personId)) return { state: 'underWay' };
      if (end && time.now() < end.until) return { state: 'ended', ends: end.ends, code: end.code };
      ends.delete(personId);
      return undefined;
    },
    underWay: () => [...running.keys()].filter((personId) => !isOpen(personId)).length,
    idle: async () => void (await Promise.all(running.values())),
  };
}

const closedAs = (state: RecipientState): 'notInstalled' | 'policyBlocked' | 'blocked' =>
  state === 'policyBlocked' || state === 'blocked' ? state : 'notInstalled';

import { conversationOf, recordConversation, type Outcome, type Recipient } from '../../api/deliveries/index.ts';
import { nowOf, failureWords, type PersonId } from '../../api/kernel/index.ts';
import { addressIn, ChatError, type ChatAddress, type ChatMessage } from './chat-port.ts';
import { isAway, verdictOf } from './away.ts';
import { callDeadline, withDeadline } from './deadline.ts';
import { codeOf, reactionTo, type Call, type ReactionRow } from './reactions.ts';
import type { Delivering } from './campaign-run.ts';
import type { Turn } from './gate.ts';
import { compactCard } from './compact-card.ts';
import { replacedIn, rewrite } from './take-place.ts';

/** Rounds of a call for 412 and for opening a chat. */
const rounds = 4;
/** Uncertain sends, for kinds that repeat them. */
const repeats = 3;

/**
 * Sends to one reserved recipient and returns the outcome. Never throws: every outcome has a code. Each remedy of the
 * reaction table (new chat, compact card) is tried once; recipients without the app wait for its installation.
 */
export async function sendMessage(run: Delivering, recipient: Recipient, wire: OnTheWire): Promise<Outcome> {
  const { person } = recipient;
  const address = addressIn(conversationOf(run.context, person));
  const attempt: Attempt = {
    run,
    recipient,
    wire,
    sends: 0,
    again: 0,
    used: new Set(),
    ...(address ? { address } : {}),
  };
  try {
    const message = run.cardFor(run.kind.kind, run.campaign.subjectKey, person);
    attempt.message = recipient.isRepeat ? repeated(run, message, person) : message;
  } catch (thrown) {
    if (isAway(run, thrown)) return unchanged(recipient);
    run.context.log.error(
      { campaign: run.campaign.key, code: 'cardFailed', error: failureWords(thrown) },
      'card could not be made',
    );
    run.onWrongPayload('cardFailed');
    return ended(attempt, 'failed', 'cardFailed');
  }
  for (;;) {
    const outcome = await oneRound(attempt, attempt.message);
    if (outcome) return outcome;
  }
}

/** Records a message before it is sent. */
export interface OnTheWire {
  /** False: it may not be sent. */
  begin(): Promise<boolean>;
  /** Teams took nothing. */
  refused(): void;
}

interface Attempt {
  run: Delivering;
  wire: OnTheWire;
  recipient: Recipient;
  message?: ChatMessage;
  address?: ChatAddress;
  /** Answered calls with the message, without 429s. */
  sends: number;
  again: number;
  used: Set<'newChat' | 'compactCard' | 'rewrite'>;
}

const repeated = (run: Delivering, message: ChatMessage, person: PersonId): ChatMessage => ({
  ...(run.asRepeat?.(message, person) ?? message),
  isRepeat: true,
});

/** Whether the next call is a message, which is written down before it. */
const willBegin = ({ run, recipient, address, used }: Attempt): boolean =>
  address !== undefined && (used.has('rewrite') || replacedIn(run, recipient.person)?.how !== 'rewritten');

/** One call to Teams and the reaction to its answer; undefined for another round. */
async function oneRound(attempt: Attempt, message: ChatMessage): Promise<Outcome | undefined> {
  const { run, recipient } = attempt;
  const call: Call = attempt.address ? 'send' : 'create';
  let turn: Turn;
  try {
    const pass = willBegin(attempt) ? run.gate.passToPrepare : run.gate.pass;
    turn = await pass(run.kind.priority, run.signal);
  } catch {
    return unchanged(recipient);
  }
  if (run.halted()) return unchanged(recipient);
  const verdict = verdictOf(run, recipient.person);
  if (verdict === undefined) return unchanged(recipient);
  if (verdict.state !== 'send') return { ...verdict, at: nowOf(run.context.clock) };
  try {
    if (attempt.address) return await send(attempt, attempt.address, message, turn);
    attempt.address = await withDeadline(run.chat.createConversation(recipient.person), run.deadline ?? callDeadline);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof ChatError) return react(attempt, thrown, call, message);
    run.context.log.error(
      { campaign: run.campaign.key, code: 'unexpected', error: failureWords(thrown) },
      'a call to Teams failed unexpectedly',
    );
    return call === 'create' ? ended(attempt, 'failed', 'unexpected') : ended(attempt, 'uncertain', 'unexpected');
  }
}

async function send(
  attempt: Attempt,
  address: ChatAddress,
  message: ChatMessage,
  turn: Turn,
): Promise<Outcome | undefined> {
  const { run, recipient } = attempt;
  const old = attempt.used.has('rewrite') ? undefined : replacedIn(run, recipient.person);
  if (old?.how === 'rewritten') {
    const rewritten = await rewrite(run, address, old.activity, message);
    if (rewritten === 'wait') return undefined;
    if (rewritten === 'written') return { ...ended(attempt, 'sent'), activity: old.activity };
    attempt.used.add('rewrite');
    // The edit has used the turn.
    return undefined;
  }
  if (!(await attempt.wire.begin())) return unchanged(recipient);
  const renewed = run.gate.renew(turn, run.kind.priority, run.signal);
  const isOurTurn = await renewed.then(() => !run.halted()).catch(() => false);
  // It may have waited for long.
  const verdict = isOurTurn ? verdictOf(run, recipient.person) : undefined;
  if (verdict?.state !== 'send') {
    attempt.wire.refused();
    return verdict ? { ...verdict, at: nowOf(run.context.clock) } : unchanged(recipient);
  }
  const rings = run.kind.isForInformation?.(run.context, run.campaign.subjectKey) !== true;
  const { activity } = await withDeadline(run.chat.send(address, { ...message, rings }), run.deadline ?? callDeadline);
  run.gate.answered();
  attempt.sends += 1;
  recordConversation(run.context, { person: recipient.person, state: 'open', ...address });
  return { ...ended(attempt, 'sent'), activity };
}

async function react(
  attempt: Attempt,
  error: ChatError,
  call: Call,
  message: ChatMessage,
): Promise<Outcome | undefined> {
  const { run } = attempt;
  const row = reactionTo(error, call);
  if (row.reaction !== 'slowDown' && call === 'send') attempt.sends += 1;
  const code = codeOf(error);
  if (call === 'send' && row.reaction !== 'mayHaveArrived') attempt.wire.refused();
  switch (row.reaction) {
    case 'slowDown':
      run.gate.throttled(error.retryAfterSeconds);
      return undefined;
    case 'again':
      attempt.again += 1;
      if (attempt.again > rounds) return close(attempt, row, code);
      await run.time.wait(100 * 2 ** attempt.again, run.signal);
      return undefined;
    case 'mayHaveArrived':
      return run.kind.repeatWhenUncertain && attemptsOf(attempt) < repeats
        ? { ...later(attempt, code), isRepeat: true }
        : close(attempt, row, code);
    case 'onceLater':
      return attempt.recipient.attempts === undefined ? later(attempt, code) : close(attempt, row, code);
    case 'ourFault':
      run.context.log.error({ campaign: run.campaign.key, card: message.kind, code }, 'Teams calls a card malformed');
      run.onWrongPayload(code);
      return close(attempt, row, code);
    case 'compactCard':
      run.context.log.error(
        { campaign: run.campaign.key, card: message.kind, code: 'cardTooLarge' },
        'card too large for Teams',
      );
      if (!firstUse(attempt, 'compactCard')) return close(attempt, row, code);
      attempt.message = { ...compactCard(message), ...(message.isRepeat ? { isRepeat: true } : {}) };
      return undefined;
    case 'stopSending':
      run.onRefused(code);
      return unchanged(attempt.recipient);
    case 'install':
      return installing(attempt, row, call, code);
    case 'newChat':
      if (call === 'create' || !firstUse(attempt, 'newChat')) return close(attempt, row, code);
      delete attempt.address;
      return undefined;
    case 'end':
      return close(attempt, row, code);
  }
}

/** Sends that Teams may refuse for a missing app although Graph reports it installed. */
const mostRefusedSends = 2;

/** Installs the app in the background; the recipient waits in the queue. */
function installing(attempt: Attempt, row: ReactionRow, call: Call, code: string): Outcome {
  const { run, recipient } = attempt;
  if (!run.installer || (call === 'send' && attemptsOf(attempt) >= mostRefusedSends)) return close(attempt, row, code);
  run.installer.want(recipient.person, code, 'urgent');
  return {
    ...unchanged(recipient),
    code: 'installing',
    ...(attempt.sends > 0 ? { attempts: attemptsOf(attempt) } : {}),
  };
}

function firstUse(attempt: Attempt, remedy: 'newChat' | 'compactCard'): boolean {
  const first = !attempt.used.has(remedy);
  attempt.used.add(remedy);
  return first;
}

/** Ends the recipient by the row, and records the chat's state. */
function close(attempt: Attempt, row: ReactionRow, code: string): Outcome {
  const { run, recipient } = attempt;
  if (row.chat !== undefined) recordConversation(run.context, { person: recipient.person, state: row.chat });
  return ended(attempt, row.ends, code);
}

const attemptsOf = (attempt: Attempt): number => (attempt.recipient.attempts ?? 0) + attempt.sends;

const ended = (attempt: Attempt, state: Outcome['state'], code?: string): Outcome => ({
  state,
  at: nowOf(attempt.run.context.clock),
  ...(code === undefined ? {} : { code }),
  attempts: attemptsOf(attempt),
  ...(attempt.message?.isRepeat ? { isRepeat: true } : {}),
});

/** Requeues after an attempt. */
const later = (attempt: Attempt, code: string): Outcome => ({
  ...unchanged(attempt.recipient),
  code,
  attempts: attemptsOf(attempt),
});

const unchanged = ({ code, attempts, isRepeat }: Recipient): Outcome => ({
  state: 'waiting',
  ...(code === undefined ? {} : { code }),
  ...(attempts === undefined ? {} : { attempts }),
  ...(isRepeat === undefined ? {} : { isRepeat }),
});

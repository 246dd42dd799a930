import { conversationOf, recordConversation, type Conversation } from '../../api/deliveries/index.ts';
import { inSlices, type PersonId } from '../../api/kernel/index.ts';
import { employees } from '../../api/organisation/index.ts';
import { ChatError } from './chat-port.ts';
import { callDeadline, withDeadline } from './deadline.ts';
import { codeOf, reactionTo } from './reactions.ts';
import type { Sender } from './sender.ts';

/** People per run: at a run a minute 50,000 are known within three hours, at an eighth of Teams' limit. */
const mostATurn = 300;
/** Delay before a failed lookup is repeated (ms). */
const againAfter = 60 * 60_000;
/** Days before a failed installation is retried. */
const triedAgainDays = 7;
/** Longest wait of a run for chats being opened (ms). */
const longestWait = 5_000;

/**
 * Opens chats in advance, so that a first campaign is as fast as later ones: for employees with Teams and without a
 * known chat. Installs the app where missing. Writes no messages. Pauses during sending. 1 call to Teams a person, no
 * resource units but 2 for each 200 chats.
 */
export function learnChats(sender: Sender, isSending: () => boolean): () => Promise<void> {
  const { context, chat, gate, time, signal, circuit, installer } = sender;
  const again = new Map<PersonId, number>();

  async function learn(personId: PersonId): Promise<'on' | 'rest'> {
    again.set(personId, time.now() + againAfter);
    try {
      await gate.pass('broadcast', signal);
      const address = await withDeadline(chat.createConversation(personId), sender.deadline ?? callDeadline);
      gate.answered();
      recordConversation(context, { person: personId, state: 'open', ...address });
      return 'on';
    } catch (thrown) {
      if (signal.aborted) return 'rest';
      if (!(thrown instanceof ChatError)) throw thrown;
      const { reaction, chat: state } = reactionTo(thrown, 'create');
      if (reaction === 'slowDown') gate.throttled(thrown.retryAfterSeconds);
      if (reaction === 'stopSending') circuit.refuse(codeOf(thrown));
      if (reaction === 'install') installer?.want(personId, codeOf(thrown), 'broadcast');
      else if (state !== undefined) recordConversation(context, { person: personId, state });
      return reaction === 'slowDown' || reaction === 'stopSending' ? 'rest' : 'on';
    }
  }

  return async () => {
    const unknown: PersonId[] = [];
    const [now, moment] = [time.now(), context.clock.now()];
    await inSlices(employees(context), ({ key, teams }) => {
      const personId = key as PersonId;
      if (unknown.length >= mostATurn || !teams || (again.get(personId) ?? -Infinity) > now) return;
      if (isToBeLearned(conversationOf(context, personId), moment)) unknown.push(personId);
    });
    for (const personId of unknown) {
      if (signal.aborted || circuit.isOpen() || isSending()) break;
      if ((await learn(personId)) === 'rest') break;
    }
    if (installer) await Promise.race([installer.idle(), time.wait(longestWait, signal)]);
  };
}

/** People who removed the app or blocked the bot are skipped; other obstacles may be gone. */
function isToBeLearned(known: Conversation | undefined, now: Date): boolean {
  if (!known) return true;
  switch (known.state) {
    case 'open':
    case 'blocked':
      return false;
    case 'installing':
      return true;
    case 'notInstalled':
    case 'policyBlocked':
    case 'unreachable':
      // A removal includes the chat's address.
      return (
        known.conversation === undefined &&
        known.givenAt === undefined &&
        now.getTime() - Date.parse(known.at) > triedAgainDays * 24 * 60 * 60_000
      );
  }
}

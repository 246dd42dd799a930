import type { Context } from '../../../api/context.ts';
import { recordConversation } from '../../../api/deliveries/index.ts';
import type { AppInstallations } from '../../../api/directory/index.ts';
import type { PersonId } from '../../../api/kernel/index.ts';
import { fakeTeams, type Answer, type Asked } from './fake-teams.ts';

const notInstalled = { status: 403, code: 'BadArgument' };

/**
 * Teams and Graph for people without the app: no chat before the install, the chat after a few polls, and a person who
 * removed it is unreachable. `written`: the response of an open chat.
 */
export function teamsWithApps(
  given: {
    has?: Iterable<PersonId>;
    /** Polls of Graph until a chat exists. */
    looks?: number;
    removed?: Answer;
    written?(asked: Asked): Answer;
  } = {},
) {
  const has = new Set(given.has);
  const coming = new Map<PersonId, number>();
  const installs: PersonId[] = [];
  const isThere = (personId: PersonId) => has.has(personId) && (coming.get(personId) ?? 0) <= 0;
  const teams = fakeTeams((asked) => {
    if (isThere(asked.personId)) return given.written?.(asked) ?? 'ok';
    return asked.call === 'create'
      ? notInstalled
      : (given.removed ?? { status: 403, code: 'BotNotInConversationRoster' });
  });
  const apps: AppInstallations = {
    install: async (personId) => {
      if (has.has(personId)) return 'alreadyThere';
      installs.push(personId);
      has.add(personId);
      coming.set(personId, given.looks ?? 2);
      return 'installed';
    },
    chatOf: async (personId) => {
      if (!has.has(personId)) return { state: 'absent' };
      coming.set(personId, (coming.get(personId) ?? 0) - 1);
      return isThere(personId) ? { state: 'open', conversation: `chat-${personId}` } : { state: 'coming' };
    },
  };
  return {
    teams,
    apps,
    has,
    installs,
    /** The person removes the app; `told` notifies the bot. */
    remove: (personId: PersonId, told?: Context) => {
      has.delete(personId);
      const address = { conversation: `chat-${personId}`, serviceUrl: 'https://smba.trafficmanager.net/teams/' };
      if (told) recordConversation(told, { person: personId, state: 'notInstalled', ...address });
    },
  };
}

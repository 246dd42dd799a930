import { ChatError, type ChatMessage, type ChatPort } from '../../../bot/sending/index.ts';
import type { PersonId } from '../../../api/kernel/index.ts';

/** Teams' response to one call. The `504` and `reset` of a send follow the message's arrival. */
export type Answer =
  | 'ok'
  | 'arrivedThen504'
  | 'arrivedThenReset'
  | { status: number; code?: string; retryAfterSeconds?: number };

export type Asked = { call: 'create' | 'send' | 'update'; personId: PersonId };

/** Teams with chats in memory: each person's messages, and scripted responses. */
export function fakeTeams(script: (asked: Asked, nth: number) => Answer = () => 'ok') {
  const chats = new Map<PersonId, { activity: string; message: ChatMessage }[]>();
  const calls: Asked[] = [];
  let activities = 0;

  function ask(asked: Asked): Answer {
    calls.push(asked);
    const answer = script(asked, calls.length);
    if (typeof answer === 'object') throw new ChatError(answer.status, answer.code ?? '', answer.retryAfterSeconds);
    return answer;
  }

  const chat: ChatPort = {
    createConversation: async (personId) => {
      ask({ call: 'create', personId });
      return { conversation: `chat-${personId}`, serviceUrl: 'https://smba.trafficmanager.net/teams/' };
    },
    addressOf: (conversation) => ({ conversation, serviceUrl: 'https://smba.trafficmanager.net/teams/' }),
    send: async ({ conversation }, message) => {
      const personId = conversation.slice('chat-'.length) as PersonId;
      const answer = ask({ call: 'send', personId });
      activities += 1;
      const activity = String(activities);
      chats.set(personId, [...(chats.get(personId) ?? []), { activity, message }]);
      if (answer === 'arrivedThen504') throw new ChatError(504, '');
      if (answer === 'arrivedThenReset') throw new ChatError(0, '');
      return { activity };
    },
    update: async ({ conversation, activity }, message) => {
      const personId = conversation.slice('chat-'.length) as PersonId;
      ask({ call: 'update', personId });
      const found = chats.get(personId)?.find((each) => each.activity === activity);
      if (!found) throw new ChatError(404, 'ActivityNotFoundInConversation');
      found.message = message;
    },
  };
  return {
    chat,
    calls,
    chats,
    cardsOf: (personId: PersonId) => chats.get(personId) ?? [],
    countOf: (call: Asked['call']) => calls.filter((each) => each.call === call).length,
  };
}
export type FakeTeams = ReturnType<typeof fakeTeams>;

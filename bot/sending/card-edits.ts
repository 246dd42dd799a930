import { LRUCache } from 'lru-cache';
import type { ChatAddress, ChatMessage, ChatPort } from './chat-port.ts';

export type CardAddress = ChatAddress & { activity: string };

/** The edits of cards that stand in chats: each card is edited when it comes to say something else, and once a press. */
export interface CardEdits extends PressEdits {
  /** The same chat, where an edit that changes nothing is not made, and one of a card that is being pressed waits for the press. */
  chat: ChatPort;
}

/** What a press does to the card it stands on. */
export interface PressEdits {
  /** Somebody presses the card: until `pressed` or `released` nobody else edits it. */
  begin(activity: string | undefined): void;
  /** The press is over and the card shows this: edited now. Throws ChatError. */
  pressed(card: CardAddress, message: ChatMessage): Promise<void>;
  /** The press is over, and the card shows this already: the answer took its place. */
  replaced(activity: string, message: ChatMessage): void;
  /** The press is over and nothing is shown: what others wanted to show meanwhile is. Never throws. */
  released(card: CardAddress | undefined): Promise<void>;
}

/** Cards of which is known what they show; the others are edited once more than they need. */
const mostKnown = 50_000;

/** `chat` is Teams itself, `through` what calls for people who press pass. */
export function cardEdits(chat: () => ChatPort, through: (call: () => Promise<void>) => Promise<void>): CardEdits {
  /** What each card shows, what was said of a press aside. */
  const shown = new LRUCache<string, string>({ max: mostKnown });
  /** Cards that are being pressed: by how many presses at once, and what somebody else wants them to show. */
  const pressing = new Map<string, { presses: number; held?: ChatMessage }>();

  const know = (activity: string, { gist }: ChatMessage) => {
    if (gist === undefined) shown.delete(activity);
    else shown.set(activity, gist);
  };
  async function edit(card: CardAddress, message: ChatMessage, call = straight): Promise<void> {
    know(card.activity, message);
    try {
      await call(() => chat().update(card, message));
    } catch (thrown) {
      shown.delete(card.activity);
      throw thrown;
    }
  }
  function over(activity: string): ChatMessage | undefined {
    const known = pressing.get(activity);
    if (known && known.presses > 1) known.presses -= 1;
    else pressing.delete(activity);
    return pressing.has(activity) ? undefined : known?.held;
  }
  const isShown = (activity: string, { gist, hasNotice }: ChatMessage): boolean =>
    hasNotice !== true && gist !== undefined && shown.get(activity) === gist;

  return {
    chat: {
      createConversation: (personId) => chat().createConversation(personId),
      addressOf: (conversation) => chat().addressOf(conversation),
      send: async (to, message) => {
        const sent = await chat().send(to, message);
        know(sent.activity, message);
        return sent;
      },
      update: async (card, message) => {
        const press = pressing.get(card.activity);
        if (press) press.held = message;
        else if (!isShown(card.activity, message)) await edit(card, message);
      },
    },
    begin: (activity) => {
      if (activity === undefined) return;
      const known = pressing.get(activity) ?? { presses: 0 };
      pressing.set(activity, { ...known, presses: known.presses + 1 });
    },
    pressed: (card, message) => {
      // What the press shows is made after what was held.
      over(card.activity);
      return edit(card, message, through);
    },
    replaced: (activity, message) => {
      over(activity);
      know(activity, message);
    },
    released: async (card) => {
      if (!card) return;
      const held = over(card.activity);
      if (held && !isShown(card.activity, held)) await edit(card, held, through).catch(() => undefined);
    },
  };
}

/** Sending passes its gate by itself. */
const straight = (call: () => Promise<void>): Promise<void> => call();

import { LRUCache } from 'lru-cache';
import type { ChatAddress, ChatMessage, ChatPort } from './chat-port.ts';

export type CardAddress = ChatAddress & { activity: string };

/** Edits of sent cards: each card is edited when its content changes, and once per press. */
export interface CardEdits extends PressEdits {
  /** The same chat, without edits that change nothing; edits of a card being pressed wait for the press. */
  chat: ChatPort;
}

/** What a press does to its card. */
export interface PressEdits {
  /** The card is pressed: others wait until `pressed` or `released`. */
  begin(activity: string | undefined): void;
  /** The press has ended with this card: edits it now. Throws ChatError. */
  pressed(card: CardAddress, message: ChatMessage): Promise<void>;
  /** The press has ended, and its answer replaced the card already. */
  replaced(activity: string, message: ChatMessage): void;
  /** The press has ended without a card: pending edits of others follow. Never throws. */
  released(card: CardAddress | undefined): Promise<void>;
}

/** Cards with known content; others get one superfluous edit. */
const mostKnown = 50_000;

/** `chat` is Teams itself, `through` wraps calls for pressing people. */
export function cardEdits(chat: () => ChatPort, through: (call: () => Promise<void>) => Promise<void>): CardEdits {
  /** Content of each card, without notices of a press. */
  const shown = new LRUCache<string, string>({ max: mostKnown });
  /** Cards being pressed: number of concurrent presses, and the pending edit of others. */
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
      // The press's card supersedes the pending edit.
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

/** Sending passes its gate itself. */
const straight = (call: () => Promise<void>): Promise<void> => call();

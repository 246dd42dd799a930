import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../api/kernel/index.ts';
import { cardMessage, notice, paragraph, withNotice } from '../../../bot/cards/index.ts';
import { cardEdits, ChatError, type CardEdits, type ChatMessage } from '../../../bot/sending/index.ts';

const address = { conversation: 'a:anne', serviceUrl: 'https://teams/', activity: 'card' };
const saying = (title: string): ChatMessage =>
  cardMessage({ kind: 'bot.help', language: 'da', title, body: [], actions: [] });
const thanking = (title: string) => withNotice(saying(title), 'Tak', notice('good', paragraph('Tak')));

let shown: string[];
let fails: boolean;
let edits: CardEdits;
beforeEach(() => {
  [shown, fails] = [[], false];
  edits = cardEdits(
    () => ({
      createConversation: (personId: PersonId) => Promise.reject(new Error(personId)),
      addressOf: () => address,
      send: () => Promise.resolve({ activity: 'new' }),
      update: async (_to, message) => {
        if (fails) throw new ChatError(503, 'later');
        shown.push(message.summary);
      },
    }),
    (call) => call(),
  );
});
const others = (message: ChatMessage) => edits.chat.update(address, message);

describe('a card that is pressed', () => {
  it('is edited once: who follows the act finds that it says so already, thanks aside', async () => {
    edits.begin('card');
    await others(saying('Besvaret'));
    await edits.pressed(address, thanking('Besvaret'));
    await others(saying('Besvaret'));
    expect(shown).toEqual(['Tak']);
  });

  it('is edited again when it comes to say something else, and then once', async () => {
    await edits.pressed(address, thanking('Besvaret'));
    await others(saying('Afgjort'));
    await others(saying('Afgjort'));
    expect(shown).toEqual(['Tak', 'Afgjort']);
  });

  it('says what is said of a second press, also when the rest is as before', async () => {
    await edits.pressed(address, saying('Besvaret'));
    await edits.pressed(address, thanking('Besvaret'));
    expect(shown).toEqual(['Besvaret', 'Tak']);
  });

  it('shows what others wanted meanwhile when the press came to nothing', async () => {
    edits.begin('card');
    await others(saying('Afgjort'));
    expect(shown).toEqual([]);
    await edits.released(address);
    expect(shown).toEqual(['Afgjort']);
  });

  it('waits for both when it is pressed twice at once', async () => {
    edits.begin('card');
    edits.begin('card');
    await others(saying('Afgjort'));
    await edits.released(address);
    expect(shown).toEqual([]);
    await edits.released(address);
    expect(shown).toEqual(['Afgjort']);
  });

  it('is not edited again where the answer took its place', async () => {
    edits.begin('card');
    edits.replaced('card', thanking('Besvaret'));
    await others(saying('Besvaret'));
    expect(shown).toEqual([]);
  });

  it('is edited by who follows when its own edit failed', async () => {
    fails = true;
    await expect(edits.pressed(address, saying('Besvaret'))).rejects.toMatchObject({ status: 503 });
    fails = false;
    await others(saying('Besvaret'));
    expect(shown).toEqual(['Besvaret']);
  });
});

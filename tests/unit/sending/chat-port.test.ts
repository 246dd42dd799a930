import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../api/deliveries/index.ts';
import type { Instant, PersonId } from '../../../api/kernel/index.ts';
import { addressIn } from '../../../bot/sending/chat-port.ts';

const address = { conversation: 'a:anne', serviceUrl: 'https://teams/' };
const chat = (changes: Partial<Conversation>): Conversation => ({
  person: 'anne' as PersonId,
  conversation: address.conversation,
  serviceUrl: address.serviceUrl,
  state: 'open',
  at: '2026-11-24T09:00:00.000Z' as Instant,
  ...changes,
});

describe('a chat is written to', () => {
  it('while it is open and its address is known', () => {
    expect(addressIn(chat({}))).toEqual(address);
  });

  it('not once the app is gone or the bot is blocked, not without an address, and not when it is unknown', () => {
    for (const state of ['installing', 'notInstalled', 'blocked', 'policyBlocked', 'unreachable'] as const)
      expect(addressIn(chat({ state })), state).toBeUndefined();
    expect(addressIn(chat({ conversation: undefined }))).toBeUndefined();
    expect(addressIn(chat({ serviceUrl: undefined }))).toBeUndefined();
    expect(addressIn(undefined)).toBeUndefined();
  });
});

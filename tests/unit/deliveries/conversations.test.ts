import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import {
  conversationOf,
  ConversationPages,
  flushConversations,
  recordConversation,
} from '../../../api/deliveries/index.ts';
import { unavailable, type PersonId } from '../../../api/kernel/index.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { peopleNamed } from './a-ledger.ts';

const anne = 'anne' as PersonId;
const open = (person: PersonId, conversation = `chat-${person}`) => ({
  person,
  conversation,
  serviceUrl: 'https://smba.trafficmanager.net/teams/',
  state: 'open' as const,
});
const pagesOf = (context: Context) => context.list(ConversationPages).all();
/** The program after a restart: the same lists, nothing in memory. */
const restarted = (context: Context): Context => ({ ...context });

describe('chats', () => {
  it('are known at once and after a restart', async () => {
    const { context } = memoryContext();
    recordConversation(context, open(anne));
    expect(conversationOf(context, anne)).toMatchObject({ state: 'open', conversation: 'chat-anne' });
    expect(pagesOf(context)).toEqual([]);
    await flushConversations(context);
    expect(conversationOf(restarted(context), anne)).toMatchObject({ state: 'open', conversation: 'chat-anne' });
  });

  it('are written in pages of 200, the first when it is full', async () => {
    const { context } = memoryContext();
    for (const person of peopleNamed(450)) recordConversation(context, open(person));
    await flushConversations(context);
    expect(pagesOf(context).map(({ entries }) => entries.length)).toEqual([200, 200, 50]);
  });

  it('cost nothing when there is nothing new', async () => {
    const { context } = memoryContext();
    recordConversation(context, open(anne));
    await flushConversations(context);
    recordConversation(context, open(anne));
    await flushConversations(context);
    expect(pagesOf(context)).toHaveLength(1);
  });

  it('are as the newest entry says, whatever the clock said when it was written', async () => {
    const { context, setNow } = memoryContext('2026-12-24T09:00:00.000Z');
    recordConversation(context, { person: anne, state: 'blocked' });
    await flushConversations(context);
    setNow('2026-11-24T09:00:00.000Z');
    recordConversation(context, open(anne, 'newer'));
    await flushConversations(context);
    expect(conversationOf(restarted(context), anne)).toMatchObject({ state: 'open', conversation: 'newer' });
  });

  it('are kept and written later while Graph is away', async () => {
    const { context } = memoryContext();
    const list = context.list(ConversationPages);
    const { create } = list;
    list.create = () => Promise.reject(unavailable('graph.away'));
    recordConversation(context, open(anne));
    await flushConversations(context);
    expect(conversationOf(context, anne)?.state).toBe('open');
    list.create = create;
    await flushConversations(context);
    expect(pagesOf(context)).toHaveLength(1);
  });

  it('nothing known is not the same as not installed', () => {
    expect(conversationOf(memoryContext().context, anne)).toBeUndefined();
  });
});

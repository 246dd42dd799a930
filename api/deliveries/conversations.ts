import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { asAppError, newId, nowOf, failureWords, type PersonId } from '../kernel/index.ts';
import { ConversationPages, type Conversation, type ConversationPage } from './delivery-lists.ts';
import type { Stored } from '../sharepoint/index.ts';

const pageSize = 200;
/** Characters per page: Teams' ids are long, and a cell takes 60,000. */
const pageCharacters = 50_000;
/** Longest wait of an entry for others before its page is written (ms). */
const patience = 5_000;

/** Each person's newest entry, and unwritten entries. */
interface Chats {
  newest: Map<PersonId, Conversation>;
  unwritten: Map<PersonId, Conversation>;
  readPages: Set<string>;
  readVersion: number;
  timer?: NodeJS.Timeout;
  writing?: Promise<void>;
}

const cache = contextPart<Chats>('deliveries/conversations');

/**
 * A person's chat, or why it is unavailable; undefined means unknown, never "not installed": the sender then opens the
 * chat.
 */
export const conversationOf = (context: Context, personId: PersonId): Conversation | undefined =>
  chatsOf(context).newest.get(personId);

/** Why a known chat cannot be written to; undefined when it can, or while the app is being installed. */
export const closedAs = (
  chat: Conversation | undefined,
): Exclude<Conversation['state'], 'open' | 'installing'> | undefined =>
  chat === undefined || chat.state === 'open' || chat.state === 'installing' ? undefined : chat.state;

/**
 * Records a person's chat; call it for every incoming activity, since the service url may change. Known entries cost
 * nothing; new ones are written in pages of up to 200 within five seconds, 2 resource units a page. An entry lost in a
 * crash is restored when the person is next written to.
 */
export function recordConversation(context: Context, entry: Omit<Conversation, 'at'>): void {
  const chats = chatsOf(context);
  const known = chats.newest.get(entry.person);
  const givenAt = entry.givenAt ?? known?.givenAt;
  if (
    known?.state === entry.state &&
    known.conversation === entry.conversation &&
    known.serviceUrl === entry.serviceUrl &&
    known.givenAt === givenAt
  )
    return;
  const dated = { ...entry, at: nowOf(context.clock), ...(givenAt === undefined ? {} : { givenAt }) };
  chats.newest.set(entry.person, dated);
  chats.unwritten.set(entry.person, dated);
  if (chats.unwritten.size >= pageSize) void flushConversations(context);
  else chats.timer ??= setTimeout(() => void flushConversations(context), patience).unref();
}

/** Writes pending entries. Call it on shutdown. Never throws: lost entries are restored later. */
export async function flushConversations(context: Context): Promise<void> {
  const chats = chatsOf(context);
  clearTimeout(chats.timer);
  delete chats.timer;
  await chats.writing;
  if (chats.unwritten.size === 0) return;
  chats.writing ??= writePages(context, chats).finally(() => delete chats.writing);
  await chats.writing;
}

async function writePages(context: Context, chats: Chats): Promise<void> {
  while (chats.unwritten.size > 0) {
    const entries = onePage([...chats.unwritten.values()]);
    const key = newId();
    chats.readPages.add(key);
    try {
      await context.list(ConversationPages).create({ key, title: `${entries.length} chats`, entries });
    } catch (thrown) {
      const { code } = asAppError(thrown);
      context.log.warn(
        { code, error: failureWords(thrown), entries: entries.length },
        'chats not written, tried again later',
      );
      chats.timer ??= setTimeout(() => void flushConversations(context), patience).unref();
      return;
    }
    for (const entry of entries) if (chats.unwritten.get(entry.person) === entry) chats.unwritten.delete(entry.person);
  }
}

/** As many entries as fit one page. */
function onePage(entries: Conversation[]): Conversation[] {
  let characters = 0;
  const end = entries.findIndex((entry, index) => {
    characters += JSON.stringify(entry).length + 1;
    return index >= pageSize || characters > pageCharacters;
  });
  return end < 0 ? entries : entries.slice(0, Math.max(1, end));
}

/** Whose chats are stored. From memory. */
export const peopleWithChats = (context: Context): ReadonlySet<PersonId> =>
  new Set(
    context
      .list(ConversationPages)
      .all()
      .flatMap(({ entries }) => entries.map(({ person }) => person)),
  );

/**
 * Removes a person's chat from every page, and empty pages from the list. Idempotent; a person who writes to the bot is
 * recorded again. 2 resource units a page with the person, seldom more than two. Throws AppError `unavailable`.
 */
export async function forgetConversation(context: Context, personId: PersonId): Promise<void> {
  const list = context.list(ConversationPages);
  const isOthers = ({ person }: Conversation) => person !== personId;
  for (const { key, entries } of list.all()) {
    if (entries.every(isOthers)) continue;
    if (!entries.some(isOthers)) await list.remove(key, 'background');
    else
      await list.update(
        key,
        (page) => {
          const left = page.entries.filter(isOthers);
          return left.length === page.entries.length ? undefined : { entries: left, title: `${left.length} chats` };
        },
        'background',
      );
  }
  chatsOf(context).newest.delete(personId);
}

/** Reads new pages in the order they were written. Pages are immutable. */
function chatsOf(context: Context): Chats {
  let chats = cache.get(context);
  if (!chats) {
    chats = { newest: new Map(), unwritten: new Map(), readPages: new Set(), readVersion: -1 };
    cache.set(context, chats);
  }
  const list = context.list(ConversationPages);
  // While the list is gone, known chats remain usable for answers.
  if (list.held()) return chats;
  if (chats.readVersion === list.version) return chats;
  chats.readVersion = list.version;
  const { newest, unwritten, readPages } = chats;
  for (const page of inOrder(list.all().filter(({ key }) => !readPages.has(key)))) {
    readPages.add(page.key);
    for (const entry of page.entries) if (!unwritten.has(entry.person)) newest.set(entry.person, entry);
  }
  return chats;
}

const inOrder = (pages: readonly Stored<ConversationPage>[]) =>
  pages.toSorted((one, other) => Number(one.item.id) - Number(other.item.id));

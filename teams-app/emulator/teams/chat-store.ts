import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { textOf } from '../entra/text-column.ts';
import { chatIdOf, personOfGraphChat } from './ids.ts';

export interface ChatMessage {
  id: string;
  from: 'bot' | 'person';
  text: string | undefined;
  /** A card's text in notifications. */
  summary: string | undefined;
  /** Adaptive Card, as this person sees it. */
  card: Record<string, unknown> | undefined;
  /** ISO moments of the business clock. */
  at: string;
  updatedAt: string | undefined;
  /** It notified: only with `channelData.notification.alert`. */
  rings: boolean;
  /** The message it answers; none for messages that the bot sends of its own. */
  replyTo: string | undefined;
}
export type MessageContent = Pick<ChatMessage, 'text' | 'summary' | 'card'> & {
  rings?: boolean;
  replyTo?: string | undefined;
};

/** Every person's chat with the bot. */
export interface ChatStore {
  /** The person's conversation id, created at the first call; stable until the chat is deleted. */
  conversationOf(personId: string): string;
  /** A chat's person; accepts Bot Framework and Graph chat ids. */
  personOf(conversation: string): string | undefined;
  /** Deletes the chat and its messages; the next `conversationOf` creates a new id. */
  deleteChat(personId: string): void;
  /** `at`: for a seeded world's earlier messages. */
  add(personId: string, from: ChatMessage['from'], content: MessageContent, at?: string): string;
  replace(personId: string, messageId: string, content: MessageContent): boolean;
  /** Replaces only this person's card; the message stays. */
  replaceCard(personId: string, messageId: string, card: Record<string, unknown>): boolean;
  remove(personId: string, messageId: string): boolean;
  /** Oldest first, without deleted ones. */
  messages(personId: string): ChatMessage[];
  message(personId: string, messageId: string): ChatMessage | undefined;
  /** Grows with every change of the chat. */
  version(personId: string): number;
  /** Present messages from the bot, over all chats. */
  countFromBot(): number;
}

const schema = `
CREATE TABLE IF NOT EXISTS chats (
  person TEXT PRIMARY KEY, conversation TEXT UNIQUE, generation INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chat_messages (
  seq INTEGER PRIMARY KEY, person TEXT NOT NULL, id TEXT NOT NULL, sender TEXT NOT NULL, text TEXT, summary TEXT,
  card TEXT, at TEXT NOT NULL, updated_at TEXT, UNIQUE (person, id));`;

/** Databases older than notifications and replies. */
function addColumns(db: DatabaseSync): void {
  const columns = db.prepare('PRAGMA table_info(chat_messages)').all();
  if (!columns.some(({ name }) => name === 'rings'))
    db.exec('ALTER TABLE chat_messages ADD COLUMN rings INTEGER NOT NULL DEFAULT 0');
  if (!columns.some(({ name }) => name === 'reply_to')) db.exec('ALTER TABLE chat_messages ADD COLUMN reply_to TEXT');
}

const optional = (value: SQLOutputValue | undefined): string | undefined =>
  value === null || value === undefined ? undefined : textOf(value);

function parseCard(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  const card: unknown = JSON.parse(text);
  return typeof card === 'object' && card !== null ? { ...card } : undefined;
}

/** Cards are parsed on demand: most readers need few. */
function toMessage(row: Record<string, SQLOutputValue>): ChatMessage {
  let card: { parsed: Record<string, unknown> | undefined } | undefined;
  return {
    id: textOf(row['id']),
    from: row['sender'] === 'bot' ? 'bot' : 'person',
    text: optional(row['text']),
    summary: optional(row['summary']),
    get card() {
      card ??= { parsed: parseCard(optional(row['card'])) };
      return card.parsed;
    },
    at: textOf(row['at']),
    updatedAt: optional(row['updated_at']),
    rings: row['rings'] === 1,
    replyTo: optional(row['reply_to']),
  };
}

const columnsOf = (content: MessageContent) =>
  [content.text ?? null, content.summary ?? null, content.card ? JSON.stringify(content.card) : null] as const;

export function createChatStore(db: DatabaseSync, now: () => Date): ChatStore {
  db.exec(schema);
  addColumns(db);
  const sql = {
    chat: db.prepare('SELECT conversation, generation, version FROM chats WHERE person = ?'),
    owner: db.prepare('SELECT person FROM chats WHERE conversation = ?'),
    open: db.prepare(
      `INSERT INTO chats (person, conversation) VALUES (?, ?)
       ON CONFLICT (person) DO UPDATE SET conversation = excluded.conversation`,
    ),
    close: db.prepare(
      `UPDATE chats SET conversation = NULL, generation = generation + 1, version = version + 1 WHERE person = ?`,
    ),
    empty: db.prepare('DELETE FROM chat_messages WHERE person = ?'),
    touch: db.prepare('UPDATE chats SET version = version + 1 WHERE person = ?'),
    add: db.prepare(
      `INSERT INTO chat_messages (person, id, sender, text, summary, card, at, rings, reply_to)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    replace: db.prepare(
      'UPDATE chat_messages SET text = ?, summary = ?, card = ?, updated_at = ? WHERE person = ? AND id = ?',
    ),
    replaceCard: db.prepare('UPDATE chat_messages SET card = ?, updated_at = ? WHERE person = ? AND id = ?'),
    remove: db.prepare('DELETE FROM chat_messages WHERE person = ? AND id = ?'),
    list: db.prepare('SELECT * FROM chat_messages WHERE person = ? ORDER BY seq'),
    one: db.prepare('SELECT * FROM chat_messages WHERE person = ? AND id = ?'),
    latest: db.prepare('SELECT id FROM chat_messages ORDER BY seq DESC LIMIT 1'),
    count: db.prepare("SELECT count(*) AS number FROM chat_messages WHERE sender = 'bot'"),
  };
  let lastId = Number(sql.latest.get()?.['id'] ?? 0);

  /** Teams' message ids are milliseconds; equal ones are made distinct. */
  function nextId(): string {
    lastId = Math.max(Date.now(), lastId + 1);
    return String(lastId);
  }

  function conversationOf(person: string): string {
    const row = sql.chat.get(person);
    const known = optional(row?.['conversation']);
    if (known !== undefined) return known;
    const conversation = chatIdOf(person, Number(row?.['generation'] ?? 0));
    sql.open.run(person, conversation);
    return conversation;
  }

  function touched(person: string, changes: number | bigint): boolean {
    if (Number(changes) === 0) return false;
    sql.touch.run(person);
    return true;
  }

  return {
    conversationOf,
    personOf: (conversation) => optional(sql.owner.get(conversation)?.['person']) ?? personOfGraphChat(conversation),
    deleteChat(person) {
      sql.empty.run(person);
      sql.close.run(person);
    },
    add(person, from, content, at = now().toISOString()) {
      conversationOf(person);
      const id = nextId();
      sql.add.run(person, id, from, ...columnsOf(content), at, Number(content.rings ?? false), content.replyTo ?? null);
      sql.touch.run(person);
      return id;
    },
    replace: (person, id, content) =>
      touched(person, sql.replace.run(...columnsOf(content), now().toISOString(), person, id).changes),
    replaceCard: (person, id, card) =>
      touched(person, sql.replaceCard.run(JSON.stringify(card), now().toISOString(), person, id).changes),
    remove: (person, id) => touched(person, sql.remove.run(person, id).changes),
    messages: (person) => sql.list.all(person).map(toMessage),
    message(person, id) {
      const row = sql.one.get(person, id);
      return row && toMessage(row);
    },
    version: (person) => Number(sql.chat.get(person)?.['version'] ?? 0),
    countFromBot: () => Number(sql.count.get()?.['number'] ?? 0),
  };
}

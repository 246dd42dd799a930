import type { Json } from '../teams/card-tree.ts';

export interface Person {
  id: string;
  name: string;
  upn: string;
  roles: string[];
  centre: string | null;
  title: string | null;
  teams: boolean;
  installed: boolean;
}
export interface Message {
  id: string;
  from: 'bot' | 'person';
  text: string | null;
  summary: string | null;
  card: Json | null;
  at: string;
  updatedAt: string | null;
  /** It notified the person. */
  rings: boolean;
}
export interface Chat {
  personId: string;
  installed: boolean;
  blocked: boolean;
  version: number;
  messages: Message[];
}
export interface HostInfo {
  organisation: string;
  appName: string;
  /** The app's ids in deep links. */
  appIds: string[];
  tenantId: string;
}
export interface Clock {
  now: string;
  moved: boolean;
  offsetMs: number;
}
export interface PressAnswer {
  status: number;
  type: string;
  value: unknown;
  card?: Json;
}

/** A refusal of the control API, in its words. */
export class ControlRefused extends Error {
  override readonly name = 'ControlRefused';
}

async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/emulator${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (response.ok) return answer as Answer;
  const refusal = answer as { error?: { message?: string } } | undefined;
  throw new ControlRefused(refusal?.error?.message ?? `HTTP ${response.status}`);
}

/** The page's calls of the control API. Each rejects with ControlRefused, or TypeError without an answer. */
export type ClockChange = { now: string | null } | { addDays: number } | { to: 'nextWorkingDay' };

export const control = {
  people: () => ask<Person[]>('GET', '/people'),
  host: () => ask<HostInfo>('GET', '/host'),
  token: async (personId: string) => (await ask<{ token: string }>('POST', '/token', { personId })).token,
  chat: (personId: string) => ask<Chat>('GET', `/chats/${personId}`),
  say: (personId: string, text: string) => ask<{ status: number }>('POST', `/chats/${personId}/messages`, { text }),
  press: (
    personId: string,
    { id: messageId, card }: Pick<Message, 'id' | 'card'>,
    index: number,
    inputs: Record<string, string>,
  ) => ask<PressAnswer>('POST', `/chats/${personId}/actions`, { messageId, card: card ?? undefined, index, inputs }),
  deleteChat: (personId: string) => ask<undefined>('DELETE', `/chats/${personId}`),
  setPerson: (personId: string, change: { installed?: boolean; blocked?: boolean }) =>
    ask<{ installed: boolean; blocked: boolean }>('PUT', `/people/${personId}`, change),
  clock: () => ask<Clock>('GET', '/clock'),
  setClock: (change: ClockChange) => ask<Clock>('PUT', '/clock', change),
  process: () => ask<{ tookMs: number }>('POST', '/process'),
};

import type { News } from '../instances.ts';

/** Version of the messages between instances: a program that knows only older ones reads its lists instead. */
const version = 1;

export const textOfNews = (news: News): string => JSON.stringify({ v: version, ...news });

const kinds: ReadonlySet<unknown> = new Set<News['kind']>(['write', 'part', 'notified', 'missed']);

/** The news in a message; undefined for a kind or version that this program does not know, or no JSON. */
export function newsIn(text: string): News | undefined {
  try {
    const read = JSON.parse(text) as News & { v?: unknown };
    return read.v === version && kinds.has(read.kind) ? read : undefined;
  } catch {
    return undefined;
  }
}

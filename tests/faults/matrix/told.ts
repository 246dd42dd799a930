import { z } from 'zod';
import { catalogues, isTextKey } from '../../../api/texts/translate.ts';

const told = z.object({
  error: z.object({
    kind: z.enum(['invalid', 'forbidden', 'missing', 'conflict', 'unavailable', 'unexpected']),
    code: z.string().min(1),
    message: z.string().min(10),
    requestId: z.string().min(1),
  }),
});
/** 500: what somebody must put right in Microsoft 365, with words of its own. */
const statuses: ReadonlySet<number> = new Set([400, 403, 404, 409, 423, 429, 500, 503]);

/** What is wrong with how an error was told to somebody; nothing: status, code and words are as they should be. */
export function wronglyTold(status: number, type: string, text: string): string[] {
  if (!statuses.has(status)) return [`was answered ${status}: ${text.slice(0, 200)}`];
  if (!type.includes('json')) return [`was answered with ${type}: ${text.slice(0, 100)}`];
  const read = told.safeParse(JSON.parse(text));
  if (!read.success) return [`was answered without words: ${text.slice(0, 200)}`];
  const { code, message } = read.data.error;
  return [
    ...(code === 'unexpected' ? [`was answered as a fault of ours: ${text.slice(0, 200)}`] : []),
    ...(isTextKey(`errors.${code}`) ? [] : [`was told ${code}, which has no words of its own`]),
    ...(/graph\.microsoft|<html|undefined|\{\{|status \d/i.test(message) ? [`was told: ${message}`] : []),
  ];
}

const says = (card: string, ...words: readonly string[]): boolean =>
  words.some((text) => card.includes(JSON.stringify(text)));
const both = (read: (texts: (typeof catalogues)['da']) => string): string[] => [
  read(catalogues.da),
  read(catalogues.en as unknown as (typeof catalogues)['da']),
];
const title = {
  promised: both(({ cards }) => cards.promised.title),
  notReceived: both(({ cards }) => cards.notReceived.title),
  unavailable: both(({ cards }) => cards.error.unavailable.title),
  unexpected: both(({ cards }) => cards.error.unexpected.title),
  refused: [
    ...both(({ cards }) => cards.error.invalid.title),
    ...both(({ cards }) => cards.error.forbidden.title),
    ...both(({ cards }) => cards.error.missing.title),
    ...both(({ cards }) => cards.error.conflict.title),
  ],
};
export const again: readonly string[] = both(({ cards }) => cards.tryAgain);

/** What a card says of a press. */
export function outcomeOf(card: unknown): 'done' | 'promised' | 'again' | 'refused' | 'fault' {
  const text = JSON.stringify(card ?? '');
  if (says(text, ...title.unexpected)) return 'fault';
  if (says(text, ...title.promised)) return 'promised';
  if (says(text, ...title.notReceived, ...title.unavailable)) return 'again';
  return says(text, ...title.refused) ? 'refused' : 'done';
}

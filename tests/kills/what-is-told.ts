import type { AuditEntry } from '../../api/audit/index.ts';
import type { DeliveryBlock } from '../../api/deliveries/index.ts';

/** Words of a card that may have been sent before. */
export const repeatWords = /Måske har du set det her før|You may have seen this before/;

/** Begins the line of an act's named entry. */
export const named = 'trail ';
/** An entry of changes alone, which may be cut otherwise after a kill or a fault; what it tells may not. */
export const isNameless = ({ title }: Pick<AuditEntry, 'title'>): boolean => title.endsWith('Record');

/** What the trail tells, a line for each act's name and each change; `isOwn`: lists that do not count. */
export const toldBy = (entries: readonly AuditEntry[], isOwn: (list: string) => boolean = () => false): string[] =>
  entries.flatMap((entry) => [
    ...(isNameless(entry) ? [] : [named + entry.title]),
    ...(entry.changes ?? [])
      .filter(({ list }) => !isOwn(list))
      .map(({ list, what, fields = [] }) => ['told', what, list, ...fields.map(({ field }) => field)].join(' ')),
  ]);

/** People whom a message may have reached or not: they may have one more, or one less. */
export const inDoubt = (blocks: readonly Pick<DeliveryBlock, 'recipients'>[], mayFail = false): ReadonlySet<string> =>
  new Set(
    blocks
      .flatMap(({ recipients }) => recipients)
      .filter(({ state, isRepeat }) => isRepeat === true || state === 'uncertain' || (mayFail && state === 'failed'))
      .map(({ person }) => person),
  );

import type { Translate } from '../../api/context.ts';
import type { Obligation } from '../../api/kernel/index.ts';

/** What somebody owes, in words; a kind without words of its own is its title. Not escaped. */
export function inWords({ kind, subject: { title } }: Obligation, t: Translate): string {
  const key = `kinds.${kind}.owe`;
  const text = t(key, { title });
  return text.startsWith(key) ? title : text;
}

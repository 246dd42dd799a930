import type { Scope } from './actors.ts';

/** What a text tells of: all of a kind has the same readers. */
export const kinds = [
  ...(['asset', 'risk', 'service', 'plan', 'planDraft', 'test', 'testToCome', 'improvement', 'downtime'] as const),
  ...([
    'pack',
    'procedure',
    'procedureDraft',
    'approval',
    'vote',
    'wheel',
    'control',
    'exemption',
    'handOver',
  ] as const),
  ...(['measure', 'policyDraft', 'comment', 'view', 'signSheet', 'incident', 'inspection'] as const),
] as const;
export type Kind = (typeof kinds)[number];

/** A text that stands nowhere else: whoever reads it has read that field. */
export const canary = (scope: Scope, kind: Kind, field: string): string => `CANARY-${scope}-${kind}-${field}-`;

/** `scope kind` of every canary in a text, with the fields it was seen by. */
export function canariesIn(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, scope = '', kind = '', field = ''] of text.matchAll(/CANARY-(\w+)-(\w+)-(\w+)-/g)) {
    const key = `${scope} ${kind}`;
    found.set(key, (found.get(key) ?? new Set()).add(field));
  }
  return found;
}

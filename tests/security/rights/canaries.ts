import type { Scope } from './actors.ts';

/** Kinds of canaries: all of a kind have the same readers. */
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

/** A unique text: a reader of it has read that field. */
export const canary = (scope: Scope, kind: Kind, field: string): string => `CANARY-${scope}-${kind}-${field}-`;

/** `scope kind` of every canary in a text, with its fields. */
export function canariesIn(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, scope = '', kind = '', field = ''] of text.matchAll(/CANARY-(\w+)-(\w+)-(\w+)-/g)) {
    const key = `${scope} ${kind}`;
    found.set(key, (found.get(key) ?? new Set()).add(field));
  }
  return found;
}

import { z } from 'zod';
import { freshness } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';

/** Kinds of records, in display order. */
export const foundKinds = [
  ...(['policy', 'procedure', 'plan', 'system', 'service', 'risk', 'control', 'requirement', 'measure'] as const),
  ...(['inspection', 'finding', 'incident', 'approval', 'meeting', 'report', 'task', 'person'] as const),
] as const;
export type FoundKind = (typeof foundKinds)[number];
/** Where in a record the words match. */
const foundFields = [
  ...([
    'title',
    'text',
    'area',
    'asset',
    'control',
    'fileName',
    'fileText',
    'supplier',
    'externalId',
    'phones',
  ] as const),
  ...(['place', 'ref', 'why', 'source', 'evidence', 'kind', 'name', 'role', 'jobTitle'] as const),
] as const;
export type FoundField = (typeof foundFields)[number];
/** Longest search, in characters. */
export const longestSearch = 100;
/** Records per kind in an answer, and for a single requested kind. */
export const mostOfAll = 5;
export const mostOfOne = 50;

const foundRecord = z.object({
  /** Of the record; a person's, a task's, a policy version's. */
  key: z.string(),
  title: z.string(),
  /** Type and owner, in the reader's language. */
  about: z.string(),
  /** Its page in the tab; with the paragraph, if any. */
  path: z.string(),
  field: z.enum(foundFields),
  /** The text around the match, if longer. */
  excerpt: z.string().optional(),
});
export type FoundRecord = z.output<typeof foundRecord>;

export const foundView = z.object({
  groups: z.array(
    z.object({
      kind: z.enum(foundKinds),
      records: z.array(foundRecord),
      /** More of the kind exist. */
      more: z.boolean(),
    }),
  ),
  /** Kinds not searched, since their lists are unavailable. */
  missing: z.array(z.enum(foundKinds)),
  freshness,
});
export type FoundView = z.output<typeof foundView>;

export const findContract = {
  'GET /api/find': {
    summary: 'Everything that the reader may see and that has the words, by kind, the best first',
    query: z.object({
      q: z.string().trim().min(1).max(longestSearch),
      kind: z.enum(foundKinds).optional(),
    }),
    answer: foundView,
  },
} satisfies Endpoints;

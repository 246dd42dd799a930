import { z } from 'zod';
import { freshness } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';

/** What can be found, in the order in which it is shown. */
export const foundKinds = [
  ...(['policy', 'procedure', 'plan', 'system', 'service', 'risk', 'control', 'requirement', 'measure'] as const),
  ...(['inspection', 'finding', 'incident', 'approval', 'meeting', 'report', 'task', 'person'] as const),
] as const;
export type FoundKind = (typeof foundKinds)[number];
/** Where in a record the words stand. */
export const foundFields = [
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
/** The longest search, characters. */
export const longestSearch = 100;
/** Records of a kind that one answer holds, and of the one kind that somebody asks for. */
export const mostOfAll = 5;
export const mostOfOne = 50;

export const foundRecord = z.object({
  /** Of the record; a person's, a task's, a version's of the policy. */
  key: z.string(),
  title: z.string(),
  /** What it is and whose, in the reader's language. */
  about: z.string(),
  /** Where in the tab it stands; with the paragraph where there is one. */
  path: z.string(),
  field: z.enum(foundFields),
  /** The words round what was found, where they stand in a longer text. */
  excerpt: z.string().optional(),
});
export type FoundRecord = z.output<typeof foundRecord>;

export const foundView = z.object({
  groups: z.array(
    z.object({
      kind: z.enum(foundKinds),
      records: z.array(foundRecord),
      /** There are more of the kind. */
      more: z.boolean(),
    }),
  ),
  /** Kinds that could not be looked through, since their lists are away for now. */
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

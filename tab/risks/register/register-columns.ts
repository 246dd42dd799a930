import type { ApiRequest } from '../../shared/api/client.ts';

type Query = NonNullable<ApiRequest<'GET /api/risks/register'>['query']>;
export type Sort = NonNullable<Query['sort']>;
export type Group = NonNullable<Query['group']>;

/** Sort and group keys, as in the contract. */
export const sorts = [
  'title',
  'asset',
  'centre',
  'owner',
  'inherent',
  'current',
  'target',
  'treatment',
  'nextDue',
  'acceptance',
  'assessedOn',
  'reviewOn',
] as const satisfies readonly Sort[];
export const groups = [
  'asset',
  'centre',
  'owner',
  'level',
  'treatment',
  'acceptance',
] as const satisfies readonly Group[];

/** Every column in order, with its sort key and minimum width in CSS pixels. */
const table = {
  title: { sort: 'title', pixels: 230, share: 2.4 },
  asset: { sort: 'asset', pixels: 180, share: 1.4 },
  centre: { sort: 'centre', pixels: 150, share: 1.2 },
  owner: { sort: 'owner', pixels: 150, share: 1 },
  inherent: { sort: 'inherent', pixels: 150, share: 0.8 },
  current: { sort: 'current', pixels: 110, share: 0.8 },
  target: { sort: 'target', pixels: 110, share: 0.8 },
  treatment: { sort: 'treatment', pixels: 130, share: 0.6 },
  actions: { sort: 'nextDue', pixels: 140, share: 0.8 },
  acceptance: { sort: 'acceptance', pixels: 150, share: 0.9 },
  controls: { sort: undefined, pixels: 110, share: 0.5 },
  assessedOn: { sort: 'assessedOn', pixels: 120, share: 0.5 },
  reviewOn: { sort: 'reviewOn', pixels: 150, share: 0.5 },
} as const satisfies Record<string, { sort: Sort | undefined; pixels: number; share: number }>;
export type RegisterColumn = keyof typeof table;

export const registerColumns = Object.keys(table) as RegisterColumn[];
export const defaultColumns: readonly RegisterColumn[] = [
  'title',
  'asset',
  'current',
  'target',
  'treatment',
  'actions',
];
export const sortOf = (column: RegisterColumn): Sort | undefined => table[column].sort;

/** The columns' widths in CSS: each its minimum, the rest shared. */
export const widthsOf = (columns: readonly RegisterColumn[]): string =>
  columns.map((column) => `minmax(${table[column].pixels}px, ${table[column].share}fr)`).join(' ');
/** The minimum of all of them, in CSS pixels. */
export const leastWidth = (columns: readonly RegisterColumn[]): number =>
  columns.reduce((sum, column) => sum + table[column].pixels, 0);

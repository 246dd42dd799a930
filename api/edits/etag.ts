import { digest } from '../kernel/index.ts';

const length = 24;

/**
 * The stamp of what a form shows and replaces: equal content has an equal stamp, in any order of its members. Acts that
 * leave the content alone do not change it.
 */
export const etagOf = (content: unknown): string => digest(JSON.stringify(content, inOrder) ?? '').slice(0, length);

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** Order of two texts by their characters, e.g. keys or days; the reader's language plays no part. */
export const compareText = (one: string, other: string): number => Number(one > other) - Number(one < other);

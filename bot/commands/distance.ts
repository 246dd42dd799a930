/** Edit distance: an inserted, missing, wrong or swapped letter counts one each. Stops above `most`. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[line - 1] === other[column - 1];
      let cost = Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (row[column - 1] ?? 0) + (same ? 0 : 1));
      if (one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1] && line > 1 && column > 1)
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length] ?? most + 1;
}

/** Errors tolerated: none in short words, where another word is one letter away. */
export const forgiven = (text: string): number => {
  if (text.length < 5) return 0;
  return text.length < 9 ? 1 : 2;
};

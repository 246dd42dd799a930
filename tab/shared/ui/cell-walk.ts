/** A row and a column of a grid. */
export type Place = readonly [row: number, column: number];

/** The place after a key press, both from 0 at the top left; undefined for other keys. */
export function placeAfter(key: string, [row, column]: Place, rows: number, columns: number): Place | undefined {
  const within = (value: number, size: number) => Math.min(size - 1, Math.max(0, value));
  switch (key) {
    case 'ArrowUp':
      return [within(row - 1, rows), column];
    case 'ArrowDown':
      return [within(row + 1, rows), column];
    case 'ArrowLeft':
      return [row, within(column - 1, columns)];
    case 'ArrowRight':
      return [row, within(column + 1, columns)];
    case 'Home':
      return [row, 0];
    case 'End':
      return [row, columns - 1];
    default:
      return undefined;
  }
}

import { ink, sheet, type Cell, type Paper, type Run } from './paper.ts';

/** Full width. */
export const whole = { x: sheet.left, width: sheet.width };

/** Not last on a page. */
export function heading(paper: Paper, text: string, room = 70, type: 'H2' | 'H3' = 'H3'): void {
  paper.space(6);
  paper.room(room);
  paper.row([{ type, ...whole, runs: [{ text, size: 13, strong: true, color: ink.band }] }], { after: 3 });
}

/** A table's column, as a share of the width. */
export interface Column {
  head: string;
  share: number;
}

/** Cell content by column, and who fills the last one later. */
export interface TableRow {
  cells: readonly Run[][];
  last?: Cell['later'];
}

/** A table with a header row; the first column has row headings. */
export function drawTable(paper: Paper, columns: readonly Column[], rows: readonly TableRow[]): void {
  const cellAt = (place: number): Pick<Cell, 'x' | 'width'> => ({
    x: sheet.left + sheet.width * columns.slice(0, place).reduce((sum, { share }) => sum + share, 0),
    width: sheet.width * (columns[place]?.share ?? 0) - 8,
  });
  paper.inside('Table', () => {
    paper.inside('TR', () =>
      paper.row(
        columns.map(({ head }, place) => ({
          type: 'TH',
          scope: 'Column' as const,
          ...cellAt(place),
          runs: [{ text: head, size: 9, strong: true, color: ink.quiet }],
        })),
        { line: true, after: 1 },
      ),
    );
    for (const { cells, last } of rows)
      paper.inside('TR', () =>
        paper.row(
          cells.map((runs, place) => ({
            ...(last && place === cells.length - 1 ? { later: last } : {}),
            ...(place === 0 ? { type: 'TH', scope: 'Row' as const } : { type: 'TD' }),
            ...cellAt(place),
            runs,
          })),
          { line: true, after: 2 },
        ),
      );
  });
}

import type { OrganisationView } from '../../api/organisation/contract.ts';

type BodyRole = OrganisationView['bodies'][number]['role'];

/** The bodies from the top down; those in one row are side by side where they fit. */
export const levels: readonly (readonly BodyRole[])[] = [
  ['cityCouncil'],
  ['executiveBoard'],
  ['corporateManagement'],
  ['securityCommittee', 'ciso', 'securityTeam'],
];

export interface Box {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Layout {
  width: number;
  height: number;
  boxes: ReadonlyMap<string, Box>;
  /** Paths between boxes, as SVG path data. */
  lines: readonly string[];
}

const gap = { x: 20, y: 36, centres: 16 } as const;
const bodyHeight = 84;
const centreHeight = 132;
const narrowest = { body: 200, centre: 236 } as const;
const widestBody = 300;

/**
 * Places the bodies in levels and the centres in a grid below, for a width in CSS pixels. On a narrow screen all are in
 * one column with lines between boxes.
 */
export function layoutOf(width: number, centreIds: readonly string[]): Layout {
  const boxes = new Map<string, Box>();
  const lines: string[] = [];
  let y = 1;
  let above: Box[] = [];
  for (const level of levels) {
    const columns = columnsFor(width, level.length, narrowest.body, gap.x);
    for (let first = 0; first < level.length; first += columns) {
      const row = level.slice(first, first + columns);
      const placed = rowOf(row, { width, y, height: bodyHeight, most: widestBody });
      placed.forEach((box) => boxes.set(box.id, box));
      lines.push(...joined(above, placed));
      above = placed;
      y += bodyHeight + gap.y;
    }
  }
  const columns = columnsFor(width, 3, narrowest.centre, gap.centres);
  const top = y;
  const centreWidth = (width - 2 - gap.centres * (columns - 1)) / columns;
  centreIds.forEach((id, position) => {
    const box = {
      id,
      x: 1 + (position % columns) * (centreWidth + gap.centres),
      y: top + Math.floor(position / columns) * (centreHeight + gap.centres),
      width: centreWidth,
      height: centreHeight,
    };
    boxes.set(id, box);
    y = box.y + centreHeight;
  });
  const firstRow = centreIds.slice(0, columns).flatMap((id) => boxes.get(id) ?? []);
  lines.push(...joined(above, firstRow));
  return { width, height: y + 1, boxes, lines };
}

const columnsFor = (width: number, wanted: number, narrow: number, between: number): number =>
  Math.max(1, Math.min(wanted, Math.floor((width + between) / (narrow + between))));

function rowOf(ids: readonly string[], at: { width: number; y: number; height: number; most: number }): Box[] {
  const width = Math.min(at.most, (at.width - 2 - gap.x * (ids.length - 1)) / ids.length);
  const whole = ids.length * width + gap.x * (ids.length - 1);
  const left = (at.width - whole) / 2;
  return ids.map((id, position) => ({ id, x: left + position * (width + gap.x), y: at.y, width, height: at.height }));
}

/** One trunk from the middle above to the middle of every box below. */
function joined(above: readonly Box[], below: readonly Box[]): string[] {
  const from = above[Math.floor((above.length - 1) / 2)];
  if (!from) return [];
  const start = { x: from.x + from.width / 2, y: from.y + from.height };
  return below.map((box) => {
    const end = { x: box.x + box.width / 2, y: box.y };
    const middle = (start.y + end.y) / 2;
    return `M${start.x} ${start.y}V${middle}H${end.x}V${end.y}`;
  });
}

/** Break opportunities in a long compound, as soft hyphens. */
export const softened = (text: string): string => text.replace(/(sikkerheds)(?=\p{L})/giu, '$1\u00AD');

/**
 * Breaks a text into a maximum of lines of a width, between words and at soft hyphens; the rest becomes an ellipsis.
 * Measured by letters.
 */
export function linesOf(text: string, width: number, most: number, letter = 7.3): string[] {
  const room = Math.max(4, Math.floor(width / letter));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (longer.replace('\u00AD', '').length <= room) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const [start = '', ...rest] = word.split('\u00AD');
    line = word;
    if (rest.length > 0 && word.length - 1 > room) {
      lines.push(`${start}-`);
      line = rest.join('');
    }
  }
  if (line) lines.push(line);
  const shown = lines.slice(0, most).map((shownLine) => shownLine.replace('\u00AD', ''));
  const last = shown.at(-1) ?? '';
  if (lines.length > most || last.length > room) shown[shown.length - 1] = `${last.slice(0, room - 1)}…`;
  return shown;
}

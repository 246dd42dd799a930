import type { Language } from '../kernel/index.ts';

/** One run of text in a cell, on lines of its own. */
export interface Run {
  text: string;
  /** Points before scaling; 10.5 by default. */
  size?: number;
  strong?: boolean;
  color?: string;
  align?: 'left' | 'right';
}

/** A piece of a row: where it stands, and what it is to a screen reader. */
export interface Cell {
  /** Structure type of PDF: P, H1, LBody, TD … */
  type: string;
  x: number;
  width: number;
  runs: readonly Run[];
  /** Of a TH. */
  scope?: 'Column' | 'Row';
  /** Left empty for now: takes the slot that is filled when the rest is drawn. Its runs keep the room. */
  later?: (slot: Slot) => void;
}

/** A place on a page that is drawn already. */
export interface Slot {
  fill(run: Run): void;
}

export interface PaperSettings {
  title: string;
  author: string;
  language: Language;
  /** Stands in the file; the same content gives the same bytes. */
  madeAt: string;
  /** Levels by which every heading is raised: `1` makes H2 the H1 of a document about one thing. */
  raise?: 1;
  /** Left part of the line at the foot of every page. */
  footer: string;
  pageOf: (page: number, of: number) => string;
}

import type { Language } from '../kernel/index.ts';

/** One text in a cell, on its own lines. */
export interface Run {
  text: string;
  /** Points before scaling; 10.5 by default. */
  size?: number;
  strong?: boolean;
  color?: string;
  align?: 'left' | 'right';
}

/** Part of a row: position, and role for screen readers. */
export interface Cell {
  /** Structure type of PDF: P, H1, LBody, TD … */
  type: string;
  x: number;
  width: number;
  runs: readonly Run[];
  /** Of a TH. */
  scope?: 'Column' | 'Row';
  /** Reserves space: receives the slot to fill later. */
  later?: (slot: Slot) => void;
}

/** A place on a drawn page. */
export interface Slot {
  fill(run: Run): void;
}

export interface PaperSettings {
  title: string;
  author: string;
  language: Language;
  /** File metadata; the same content gives the same bytes. */
  madeAt: string;
  /** Raises all headings by so many levels: `1` makes H2 the H1 of a single-subject document. */
  raise?: 1;
  /** Left part of each page's footer. */
  footer: string;
  pageOf: (page: number, of: number) => string;
}

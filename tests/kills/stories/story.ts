import type { Town } from '../town.ts';

/** What people do, and what must be there afterwards, wherever the program was stopped. */
export interface Story {
  name: string;
  /** Done before anything is killed. */
  before?(town: Town): Promise<void>;
  acts(town: Town): Promise<void>;
  /** What is wrong, in words. */
  wrong(town: Town): Promise<string[]>;
}

/** People of the seed by their part. */
export const isk = 'Mette Sørensen';
export const manager = 'Hanne Toft Lauridsen';
export const employee = 'Anne Jensen';
export const centreId = 'voksne-og-velfaerd';
export const ciso = (town: Town): string => town.holders('ciso')[0] ?? '';
export const acknowledge = 'Jeg har læst og følger den';

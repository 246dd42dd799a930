import type { TextsOf } from '../catalogue.ts';
import type { procedures as da } from '../da/procedures.ts';

export const procedures: TextsOf<typeof da> = {
  title: 'Procedures and guidelines',
};

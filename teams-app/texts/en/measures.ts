import type { TextsOf } from '../catalogue.ts';
import type { measures as da } from '../da/measures.ts';

export const measures: TextsOf<typeof da> = {
  title: 'Organisational measures',
};

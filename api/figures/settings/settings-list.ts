import type { PersonId } from '../../kernel/index.ts';
import { defineList, id, moment, number, optional, text, coded } from '../../sharepoint/index.ts';

/** Settings of figures: red limits (`key` is the figure), and the feed's key (`feed`). */
export const FigureSettings = defineList('FigureSettings', {
  describe:
    'From when a figure is red, where the default does not fit; and the key that Power BI reads the figures with.',
  columns: {
    title: coded(text('Figure, or feed')),
    limit: optional(number('Red under so many per cent, or from so many')),
    secretDigest: optional(text('SHA-256 of the secret in the address of the feed')),
    changedBy: id<PersonId>('Who chose it'),
    changedAt: moment('When it was chosen'),
    stoppedAt: optional(moment('When the feed was stopped')),
  },
});

/** Key of the feed's item. */
export const feedKey = 'feed';

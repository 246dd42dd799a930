import { defineList, number, text } from '../sharepoint/index.ts';

/** A job's position in a list, for continuing after a restart. `key` is the job's name. */
export const Cursors = defineList('Cursors', {
  editedBy: 'program',
  describe: 'How far each follower of a list has come.',
  columns: {
    title: text('What follows which list'),
    position: number('Item id up to which everything is done'),
  },
});

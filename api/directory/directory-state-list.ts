import { defineList, longText, moment, optional, text } from '../sharepoint/index.ts';

/** Progress of the directory sync; key `users`. */
export const DirectoryState = defineList('DirectoryState', {
  editedBy: 'program',
  describe: 'Delta link and time of the latest directory sync.',
  columns: {
    title: text('What is synced'),
    deltaLink: optional(longText('Where to go on; absent means a full load')),
    people: optional(text('How many people there were then, and a sum over their ids')),
    syncedAt: optional(moment('Latest complete sync')),
  },
});

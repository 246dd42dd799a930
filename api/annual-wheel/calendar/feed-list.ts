import { defineList, moment, optional, text } from '../../sharepoint/index.ts';

/** Secret calendar links, one per person. `key` is the person; only the secret's digest is stored. */
export const CalendarFeeds = defineList('CalendarFeeds', {
  editedBy: 'program',
  describe: 'Secret calendar links that people have made for Outlook, and those they have stopped.',
  columns: {
    title: text('Name'),
    secretDigest: text('SHA-256 of the secret in the link'),
    madeAt: moment('When the link was made'),
    stoppedAt: optional(moment('When it was stopped')),
  },
});

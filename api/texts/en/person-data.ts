import type { TextsOf } from '../catalogue.ts';
import type { personData as da } from '../da/person-data.ts';

export const personData: TextsOf<typeof da> = {
  fileName: 'Personal data {{date}}',
  overview: 'Overview',
  somebodyElse: '(another employee)',
  columns: { list: 'What', records: 'Number', unread: 'Older months not included' },
  notes: {
    others: 'Other employees’ names and information have been left out.',
    chat: 'The cards in the chat with the bot are in Teams.',
    part: 'Incidents are not included. They can be retrieved by the CISO or the information security team.',
    unread:
      'Older months are stored as files. Those who run the app can retrieve them all with npm run isms -- person-data.',
  },
};

import type { TextsOf } from '../catalogue.ts';
import type { personData as da } from '../da/person-data.ts';

export const personData: TextsOf<typeof da> = {
  fileName: 'Personal data {{date}}',
  overview: 'Overview',
  somebodyElse: '(another employee)',
  columns: { list: 'What', records: 'Number', unread: 'Older months that are not in it' },
  notes: {
    others: 'Names and data of other employees are left out.',
    chat: 'The cards in the chat with the bot are in Teams.',
    part: 'Incidents are not in it. The CISO or the security team fetch those.',
    unread: 'Older months are stored as files. Those who run the app can fetch all with npm run isms -- person-data.',
  },
};

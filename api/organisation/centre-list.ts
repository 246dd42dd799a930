import { z } from 'zod';
import { boolean, date, defineList, json, optional, text, type RecordIn, whole, typed } from '../sharepoint/index.ts';

/** Centres: organisational units with one manager and one or more coordinators. `key` is the CentreId. */
export const Centres = defineList('Centres', {
  describe: 'Organisational units. The key is referred to by people, roles and everything local.',
  columns: {
    title: text('Name, e.g. Center for Voksne og Velfærd'),
    departments: typed(json(z.array(z.string()), 'Values of the directory attribute that place a person here')),
    position: whole('Place in lists and pictures, from 1'),
    closed: boolean('No longer in use'),
    opensOn: optional(date('First day in use, absent for those from the beginning')),
  },
});
export type Centre = RecordIn<typeof Centres>;

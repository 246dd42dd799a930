import { z } from 'zod';
import { choice, id, json, moment, whole, optional, text } from './columns.ts';
import { defineList, type RecordIn } from './define-list.ts';

/**
 * What provisioning has created, so that a lost list is not silently recreated. `key` is the list's name. A copy is in
 * the document library (`memory-copy.ts`).
 */
export const ProvisionedLists = defineList('ProvisionedLists', {
  describe: 'Lists and libraries that the program has made, by which it sees that one is gone.',
  editedBy: 'program',
  columns: {
    title: text('Name of the list or library'),
    kind: choice(['list', 'library'] as const, 'What it is'),
    listId: id<string>('Its id in SharePoint, which it keeps when it is renamed or restored'),
    columns: json(z.record(z.string(), z.string()), 'Ids of its columns by internal name'),
    items: optional(whole('At least so many items it held; fewer than half of them left is an alarm')),
    schema: optional(whole('Version of its shape when it was provisioned; a program with a lower one is older')),
    takenAt: optional(moment('When somebody last said that it is right as it stands')),
  },
});
export type ProvisionedList = RecordIn<typeof ProvisionedLists>;

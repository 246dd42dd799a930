import { z } from 'zod';
import type { PersonId } from '../kernel/index.ts';
import { defineList, id, json, moment, text, type RecordIn } from '../sharepoint/index.ts';

/** Append-only. Old entries must still parse: only ever add optional members to `details`. */
export const AuditEntries = defineList('AuditEntries', {
  editedBy: 'program',
  describe: 'Who did what and when. The key is predictable, so that a repeat adds nothing.',
  columns: {
    title: text('Act, e.g. publishPolicy'),
    subjectKey: id<string>('What it was done to'),
    actorId: id<PersonId>('Who did it; `system` for the application itself'),
    at: moment('When'),
    details: json(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])), 'Ids and values'),
  },
});
export type AuditEntry = RecordIn<typeof AuditEntries>;

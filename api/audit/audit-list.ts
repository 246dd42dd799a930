import { z } from 'zod';
import type { PersonId } from '../kernel/index.ts';
import {
  choice,
  defineList,
  id,
  json,
  moment,
  optional,
  text,
  type RecordIn,
  coded,
  codeText,
} from '../sharepoint/index.ts';

/** Origins of an act. */
export const origins = ['tab', 'card', 'command', 'import', 'job'] as const;
export type Origin = (typeof origins)[number];

const plainValue = z.union([codeText, z.number(), z.boolean(), z.null()]);
/** `chars`: length of a text that is not stored. */
const toldValue = z.union([plainValue, z.array(z.string()), z.object({ chars: z.number() })]);
export type ToldValue = z.output<typeof toldValue>;

/** One record that an act created, changed or removed, by field. Free text and names are stored as lengths. */
export const recordChange = z.object({
  list: z.string(),
  key: z.string(),
  what: z.enum(['create', 'change', 'remove']),
  fields: z
    .array(z.object({ field: z.string(), before: toldValue.optional(), after: toldValue.optional() }))
    .optional(),
});
export type RecordChange = z.output<typeof recordChange>;

/** Append-only. Old entries must still parse: only add optional members to `details`. */
export const AuditEntries = defineList('AuditEntries', {
  editedBy: 'program',
  describe: 'Who did what and when. The key is predictable, so that a repeat adds nothing.',
  columns: {
    title: coded(text('Act, e.g. publishPolicy')),
    subjectKey: id<string>('What it was done to'),
    actorId: id<PersonId>('Who did it; `system` for the application itself'),
    at: moment('When'),
    details: json(z.record(z.string(), plainValue), 'Ids and values'),
    origin: optional(choice(origins, 'Where from; empty in what is older than the column')),
    via: optional(text('Route, button or job')),
    forId: optional(id<PersonId>('For whom, when a deputy did it')),
    changes: optional(json(z.array(recordChange), 'Records that it changed, before and after by field')),
  },
});
export type AuditEntry = RecordIn<typeof AuditEntries>;

import type { PersonId } from '../kernel/index.ts';
import { choice, date, defineList, id, longText, moment, optional, text, type RecordIn } from '../sharepoint/index.ts';
import { completionSources } from './contract.ts';

export type CompletionSource = (typeof completionSources)[number];

/** Append-only: one per course, person and day (`completionKey`). Never rewritten or deleted. */
export const Completions = defineList('Completions', {
  describe: 'Who took which course on which day, and how it is known (R8). Append-only.',
  columns: {
    title: text('Name of the person when it was recorded'),
    courseKey: id<string>('Course'),
    personId: id<PersonId>('Person'),
    completedOn: date('Day the course was completed'),
    source: choice(completionSources, 'The learning system, Viva Learning, a manager or ISK, or one’s own word'),
    recordedBy: id<PersonId>('Who recorded it'),
    at: moment('When it was recorded'),
    channel: optional(choice(['card', 'tab'] as const, 'Where one’s own word was given')),
    note: optional(longText('E.g. the file it came from')),
  },
});
export type Completion = RecordIn<typeof Completions>;

import type { PersonId } from '../kernel/index.ts';
import { defineList, id, longText, moment, optional, text, type RecordIn } from '../sharepoint/index.ts';

/** Comments on a draft by those who prepare the policy. */
export const PolicyComments = defineList('PolicyComments', {
  describe: 'Comments on drafts of the policy (R10).',
  columns: {
    title: text('Name of who wrote it'),
    versionKey: id<string>('Draft'),
    personId: id<PersonId>('Who wrote it'),
    at: moment('When it was written'),
    text: longText('Comment'),
    paragraph: longText('Words of the paragraph it is about; empty is all of it'),
    answer: optional(longText('What whoever works on the draft answered')),
    answeredBy: optional(id<PersonId>('Who answered')),
    answeredAt: optional(moment('When it was answered')),
    resolvedBy: optional(id<PersonId>('Who saw to it')),
    resolvedAt: optional(moment('When it was seen to')),
  },
});
export type PolicyComment = RecordIn<typeof PolicyComments>;

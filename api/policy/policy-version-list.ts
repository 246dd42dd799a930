import type { PersonId } from '../kernel/index.ts';
import { choice, date, defineList, id, longText, moment, optional, text, type RecordIn } from '../sharepoint/index.ts';

/** `minor`: receipts carry over with a note. `major`: new receipts are due. */
const changeKinds = ['minor', 'major'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Versions of the information-security policy. At most one is `published` at a time. */
export const PolicyVersions = defineList('PolicyVersions', {
  describe: 'Versions of the information-security policy with their text (R9, R10).',
  columns: {
    title: text('Title of the policy'),
    number: text('Version number, e.g. 4.0'),
    body: longText('The policy, in Markdown'),
    summary: longText('What is new, at most three lines'),
    changeKind: choice(changeKinds, 'Whether everybody must acknowledge again'),
    state: choice(
      ['draft', 'published', 'superseded', 'discarded'] as const,
      'draft → published → superseded, or draft → discarded',
    ),
    effectiveOn: date('Day the version takes effect'),
    acknowledgeBy: optional(date('Last day to acknowledge, set at publication')),
    publishedAt: optional(moment('When it was published')),
    publishedBy: optional(id<PersonId>('Who published it')),
    cardsAt: optional(moment('When its cards leave, where that was chosen')),
    publishReason: optional(longText('Why it was published without approval')),
    approvalKey: optional(id<string>('The request that approved it, unless it was published without')),
    supersededAt: optional(moment('When the next version took over')),
    contentHash: optional(text('SHA-256 of title, number and body, frozen at publication')),
    previousKey: optional(id<string>('The version it follows')),
    draftedBy: optional(id<PersonId>('Who made the draft')),
    draftedAt: optional(moment('When the draft was made')),
    discardedBy: optional(id<PersonId>('Who discarded the draft')),
    discardedAt: optional(moment('When the draft was discarded')),
  },
});
export type PolicyVersion = RecordIn<typeof PolicyVersions>;

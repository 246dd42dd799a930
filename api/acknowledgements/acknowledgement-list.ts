import type { CentreId, PersonId } from '../kernel/index.ts';
import { choice, defineList, id, moment, optional, text, type RecordIn } from '../sharepoint/index.ts';
import { receiptChannels } from './contract.ts';

/** `carriedOver`: a minor version keeps the earlier receipt. The last three are reasons for none. */
const acknowledgementOutcomes = ['acknowledged', 'carriedOver', 'left', 'onLeave', 'moved'] as const;

/**
 * Append-only: one receipt per person and version (`acknowledgementKey`), and separately the reasons for none
 * (`negativeKey`). Never rewritten or deleted.
 */
export const Acknowledgements = defineList('Acknowledgements', {
  editedBy: 'program',
  describe:
    'Receipts for versions of the policy and of procedures, with time, channel and content hash (R9). Append-only.',
  columns: {
    title: text('Name of the person when it was given'),
    versionKey: id<string>('Version of the policy or of a procedure'),
    personId: id<PersonId>('Person'),
    centreId: optional(id<CentreId>('Centre when it was given')),
    outcome: choice(acknowledgementOutcomes, 'Receipt, carried over, or why there is none'),
    at: moment('When it was given'),
    channel: choice(receiptChannels, 'Where it was given; `signature`: on paper'),
    contentHash: text('Hash of the version that was acknowledged'),
    recordedBy: optional(id<PersonId>('Who recorded it, where it was given on paper')),
    note: optional(text('E.g. which earlier version it carries over from')),
  },
});
export type Acknowledgement = RecordIn<typeof Acknowledgements>;

import { z } from 'zod';
import { frozenFile } from '../../approvals/index.ts';
import type { CentreId, PersonId } from '../../kernel/index.ts';
import { date, defineList, id, json, moment, optional, text, type RecordIn, whole } from '../../sharepoint/index.ts';
import { packChanges } from '../vocabulary.ts';

const packChange = z.object({ title: z.string(), what: z.enum(packChanges) });

/** A centre's plans as a PDF to print and an HTML file to carry. Immutable: changes make a new pack. */
export const OfflinePacks = defineList('OfflinePacks', {
  editedBy: 'program',
  describe:
    'The plans of a centre as PDF and HTML that work without Microsoft 365; one item a pack, never changed (R5).',
  columns: {
    title: text('Name of the centre when it was made'),
    centreId: id<CentreId>('The centre'),
    number: whole('Number, from 1'),
    contentHash: text('Hash of what it holds; printed on every page'),
    versionKeys: json(z.array(z.string()), 'Versions of the plans that it holds'),
    withoutPlan: optional(json(z.array(z.string()), 'Vital systems of the centre that had no plan in force')),
    changes: json(z.array(packChange), 'What is new since the one before'),
    pdf: json(frozenFile, 'To print'),
    html: json(frozenFile, 'To carry'),
    madeAt: moment('When it was made'),
  },
});
export type OfflinePack = RecordIn<typeof OfflinePacks>;

/** A printed pack and its place. */
export const PackPlacements = defineList('PackPlacements', {
  editedBy: 'program',
  describe: 'Which pack a centre has printed and put in place, where and when (R5).',
  columns: {
    title: text('Name of the centre when it was put in place'),
    centreId: id<CentreId>('The centre'),
    packKey: id<string>('The pack'),
    place: text('Where it is'),
    placedOn: date('When it was put there'),
    by: id<PersonId>('Who says so'),
    at: moment('When it was said'),
  },
});
export type PackPlacement = RecordIn<typeof PackPlacements>;

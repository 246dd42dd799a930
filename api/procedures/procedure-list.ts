import { z } from 'zod';
import { frozenFile } from '../approvals/index.ts';
import { discardColumns, documentColumns } from '../documents/index.ts';
import type { CentreId, PersonId } from '../kernel/index.ts';
import {
  boolean,
  choice,
  defineList,
  id,
  json,
  longText,
  moment,
  optional,
  text,
  type RecordIn,
  whole,
  typed,
} from '../sharepoint/index.ts';
import { wordNotes } from '../word/contract.ts';
import { deciders, procedureKinds } from './contract.ts';

/** Areas of procedures, and their approvers. */
export const ProcedureAreas = defineList('ProcedureAreas', {
  describe: 'Areas of procedures: who decides, and how often they are looked at again (R12, R16).',
  columns: {
    title: text('Name of the area'),
    decidedBy: choice(deciders, 'Who decides after the centre manager'),
    reviewMonths: whole('Months until a procedure is looked at again'),
    closed: boolean('No longer chosen'),
    changedBy: optional(id<PersonId>('Who changed it last')),
    changedAt: optional(moment('When it was last changed')),
  },
});
export type ProcedureArea = RecordIn<typeof ProcedureAreas>;

/** Constant across versions. */
export const Procedures = defineList('Procedures', {
  describe:
    'Local procedures of the centres and central guidelines; their texts stand in ProcedureVersions (R12, R16).',
  columns: {
    title: text('Title when it was begun'),
    kind: choice(procedureKinds, 'Local procedure or central guideline'),
    centreId: optional(id<CentreId>('Centre whose own it is')),
    ...documentColumns,
  },
});
export type Procedure = RecordIn<typeof Procedures>;

/**
 * One version, written until it is submitted. Waiting, returned, in force and superseded follow from its approval and
 * are never stored.
 */
export const ProcedureVersions = defineList('ProcedureVersions', {
  describe: 'Versions of procedures and guidelines. Where each stands follows from its approval (R12, R16).',
  columns: {
    title: text('Title'),
    procedureKey: id<string>('Procedure'),
    number: whole('Number, from 1'),
    areaKey: id<string>('Area'),
    areaTitle: optional(text('Name of the area when it was written: part of what is decided')),
    guidelineKey: optional(id<string>('Guideline that it carries out')),
    guidelineTitle: optional(text('Title of the guideline when it was written: part of what is decided')),
    control: optional(text('Control that it carries out, e.g. A.5.10')),
    jobTitles: typed(json(z.array(z.string()), 'For whom in the centre; empty is everybody')),
    mustAcknowledge: boolean('Everybody it is for must acknowledge it'),
    needsLocal: boolean('Of a guideline: every centre must have a local procedure for it'),
    reviewMonths: whole('Months until it is looked at again'),
    summary: longText('What is new'),
    body: longText('Text, Markdown'),
    file: optional(json(frozenFile, 'File in the library, with version and hash')),
    fileText: longText('What a Word file says, Markdown'),
    fileNotes: optional(json(wordNotes, 'What of the file did not come along into its text')),
    madeBy: id<PersonId>('Who wrote it'),
    madeAt: moment('When it was begun'),
    changedBy: optional(id<PersonId>('Who changed it last')),
    changedAt: optional(moment('When it was last changed')),
    ...discardColumns,
  },
});
export type ProcedureVersion = RecordIn<typeof ProcedureVersions>;

import { z } from 'zod';
import type { PersonId } from '../kernel/index.ts';
import { defineList, id, json, longText, moment, optional, text, type RecordIn, whole } from '../sharepoint/index.ts';
import { measureStep } from './contract.ts';

/** Proposed organisational measures. Their state follows from approval and tasks (R13). */
export const Measures = defineList('Measures', {
  describe: 'Organisational measures proposed to Koncernledelsen: background, cost, risk and recommendation (R13).',
  columns: {
    title: text('What is proposed'),
    background: longText('Background, Markdown'),
    costOnce: whole('Cost once, in kroner'),
    costYearly: whole('Cost a year, in kroner'),
    risk: longText('The risk it treats'),
    recommendation: longText('What is recommended to decide'),
    steps: json(z.array(measureStep), 'What is done when it is approved'),
    proposedBy: id<PersonId>('Who proposed it'),
    proposedAt: moment('When it was proposed'),
    changedAt: moment('When it was last changed'),
    changedBy: optional(id<PersonId>('Who changed it last; empty in what is older than the column')),
    discardedAt: optional(moment('When the draft was discarded')),
    discardedBy: optional(id<PersonId>('Who discarded it')),
  },
});
export type Measure = RecordIn<typeof Measures>;

import { z } from 'zod';
import type { CentreId, PersonId } from '../kernel/index.ts';
import {
  boolean,
  choice,
  date,
  defineList,
  id,
  json,
  longText,
  moment,
  named,
  optional,
  text,
  type RecordIn,
  whole,
  momentIn,
} from '../sharepoint/index.ts';
import { controlEffects, controlFields, controlStates } from './contract.ts';

const personId = z.string() as unknown as z.ZodType<PersonId>;

/** Imported standards; the built-in ones are in the program. */
export const Standards = defineList('Standards', {
  describe: 'Imported standards (R3). ISO 27001, GDPR, NIS 2 and NSIS come with the product and are not items.',
  columns: {
    title: text('Name of the standard'),
    edition: text('Its version'),
    importedBy: id<PersonId>('Who imported it'),
    importedAt: moment('When'),
  },
});
export type Standard = RecordIn<typeof Standards>;

/** One requirement of an imported standard. */
export const Requirements = defineList('Requirements', {
  describe: 'Requirements of imported standards: number, short title and section (R3).',
  columns: {
    title: text('Short title'),
    standardKey: id<string>('Key in Standards'),
    ref: text('Number in the standard'),
    section: text('Heading it stands under'),
    place: whole('Order in the standard'),
  },
});
export type ImportedRequirement = RecordIn<typeof Requirements>;

/** The statement of applicability: an item for each selected or de-selected requirement. */
export const Applicability = defineList('Applicability', {
  describe: 'Statement of applicability: which requirements apply, and why (R3). The key is the requirement’s.',
  columns: {
    standardKey: id<string>('The standard'),
    applies: boolean('Chosen'),
    reason: longText('Why it is chosen or not'),
    decidedBy: id<PersonId>('Who decided'),
    decidedAt: moment('When'),
  },
});
export type Applies = RecordIn<typeof Applicability>;

const assessment = z.object({
  effect: z.enum(controlEffects),
  note: z.string(),
  by: personId,
  at: momentIn,
  /** The press's key, for idempotency. */
  key: z.string().optional(),
});

/** The municipality's controls: written once, counted in every standard (R3). */
export const Controls = defineList('Controls', {
  describe: 'Controls: what we do, who owns it, what proves it, how well it works, which requirements it covers (R3).',
  columns: {
    title: text('What we do, in short'),
    description: named('Practice', longText('What we do, Markdown')),
    ownerId: optional(id<PersonId>('Who owns it')),
    centreId: optional(id<CentreId>('The centre whose own control it is')),
    state: choice(controlStates, 'Planned, running or retired'),
    effect: choice(controlEffects, 'How well it works, as last assessed'),
    evidence: json(controlFields.evidence.unwrap(), 'Links to what proves it'),
    reviewMonths: whole('Months between reviews; 0: none'),
    assessedOn: optional(date('Day of the latest assessment')),
    assessments: json(z.array(assessment), 'Every assessment of it, latest first'),
    requirementKeys: json(z.array(z.string()), 'Requirements that it covers'),
    procedureKeys: json(z.array(z.string()), 'Procedures that describe it'),
    wheelActivityKeys: json(z.array(z.string()), 'Activities of the wheel that carry it out'),
    retiredReason: optional(longText('Why it was stopped')),
    startedOn: date('Since when it is reviewed'),
    changedAt: moment('When it was last changed'),
    changedBy: id<PersonId>('Who changed it'),
  },
});
export type Control = RecordIn<typeof Controls>;

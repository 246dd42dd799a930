import { z } from 'zod';
import type { CentreId, PersonId } from '../kernel/index.ts';
import {
  choice,
  date,
  defineList,
  id,
  json,
  longText,
  moment,
  named,
  number,
  optional,
  text,
  type RecordIn,
  whole,
  momentIn,
} from '../sharepoint/index.ts';
import { audiences, continuitySettings, impact, peak, redundancies, serviceStates } from './contract.ts';

/** Critical services and their figures (R4), in hours. */
export const CriticalServices = defineList('CriticalServices', {
  describe: 'Critical services: impact over time, maximum accepted downtime, RTO, RPO and what each needs (R4).',
  columns: {
    title: text('Name'),
    description: named('Purpose', longText('What it is')),
    audience: choice(audiences, 'For citizens, companies or own operation'),
    state: choice(serviceStates, 'Given, or not any more'),
    centreId: optional(id<CentreId>('The centre that gives it')),
    ownerId: optional(id<PersonId>('The person who answers for it')),
    impacts: json(z.array(impact), 'Harm over time'),
    mtd: optional(number('Maximum accepted downtime, hours')),
    rto: optional(number('Target for being back, hours')),
    rpo: optional(number('Most data loss accepted, hours')),
    mtdReason: longText('Why that downtime'),
    minimumOperation: longText('The least that must run meanwhile'),
    peaks: json(z.array(peak), 'Times when less can be borne'),
    needs: json(z.array(z.string()), 'Keys of the assets that it cannot do without'),
    reviewMonths: whole('Months until it is looked at again'),
    reviewedAt: moment('When its figures were last looked at'),
    retiredReason: optional(longText('Why it is not given any more')),
    countsFrom: optional(
      date('Day its figures and the plans of its needs are counted from; absent: the latest change'),
    ),
    changedAt: moment('When it was last changed'),
    changedBy: id<PersonId>('Who changed it'),
  },
});
export type CriticalService = RecordIn<typeof CriticalServices>;

const vitalSet = z.object({
  is: z.boolean(),
  reason: z.string(),
  by: z.string() as unknown as z.ZodType<PersonId>,
  at: momentIn,
  /** From when it is so, also where the reason has changed; absent: `at`. */
  from: momentIn.optional(),
});

/** What an asset can do when it is down; the key is the asset's. */
export const AssetRecovery = defineList('AssetRecovery', {
  describe:
    'What a system or work process can do when it is down: promise, backup, stand-in; the key is the asset’s (R4).',
  columns: {
    title: text('Name of the asset when it was written'),
    promise: optional(number('Promised time until it runs again, hours')),
    backup: optional(number('Time between two backups, hours')),
    redundancy: choice(redundancies, 'Whether something takes over'),
    note: longText('Note'),
    ownMtd: optional(number('Maximum accepted downtime of its own, hours')),
    ownRto: optional(number('Target of its own, hours')),
    ownRpo: optional(number('Data loss of its own, hours')),
    vital: optional(json(vitalSet, 'Said to be vital or not, with reason')),
    countsFrom: optional(date('Day its own downtime is counted from; absent: that of the latest change')),
    changedAt: moment('When it was last changed'),
    changedBy: id<PersonId>('Who changed it'),
  },
});
export type Recovery = RecordIn<typeof AssetRecovery>;

/** Impact settings, under the key `current`; default the built-in ones. */
export const ContinuitySettingsList = defineList('ContinuitySettings', {
  describe: 'Points in time, levels of harm and what counts as vital; one item with the key `current` (R4).',
  columns: {
    title: text('Name'),
    settings: json(continuitySettings, 'Points, levels, limit'),
    changedAt: moment('When it was last changed'),
    changedBy: id<PersonId>('Who changed it'),
  },
});

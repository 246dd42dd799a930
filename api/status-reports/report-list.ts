import { z } from 'zod';
import { stableKey, type PersonId } from '../kernel/index.ts';
import { dayIn, date, defineList, id, json, longText, moment, text, type RecordIn } from '../sharepoint/index.ts';

/** Numbers of the day, and keys of its records: a reader without access to a record does not see it. */
const reportContent = z.object({
  figures: z.array(
    z.object({ key: z.string(), value: z.number(), before: z.object({ day: dayIn, value: z.number() }) }),
  ),
  incidents: z.array(z.object({ key: z.string(), value: z.number() })),
  decisionKeys: z.array(z.string()),
  waitingKeys: z.array(z.string()),
  findingKeys: z.array(z.string()),
  /** Totals; the keys are the first ones. */
  counts: z.object({ decisions: z.number().int(), waiting: z.number().int(), findings: z.number().int() }),
});
export type ReportContent = z.output<typeof reportContent>;

export const StatusReports = defineList('StatusReports', {
  describe: 'Status reports of the security team to the committee, each on the agenda of a meeting (R14).',
  columns: {
    title: text('Name of the meeting that it is for'),
    agendaKey: id<string>('Agenda that it stands on'),
    from: date('Day of the meeting before, or the start of the period'),
    to: date('Day whose numbers it tells'),
    note: longText('What the team says itself'),
    content: json(reportContent, 'Numbers as they stood, and keys of what has been decided, waits and was found'),
    madeBy: id<PersonId>('Who made it'),
    madeAt: moment('When it was made'),
  },
});
export type StatusReport = RecordIn<typeof StatusReports>;

/** A meeting has one report. */
export const statusReportKey = (agendaKey: string): string => stableKey('statusReport', agendaKey);

import type { Context } from '../../context.ts';
import { addDays, localDate, stableKey, type LocalDate, type SharedWork } from '../../kernel/index.ts';
import type { SharedSource } from '../../obligations/index.ts';
import { Downtimes, type Downtime } from '../exercises/test-lists.ts';
import { downtimePath } from '../exercises/downtime-log.ts';
import { runningDowntimes } from './downtimes.ts';

const dayLength = 86_400_000;
/** Days to write the record, after the first day. */
const closeWithin = 1;

/** When closing is requested: a day after the start, and never before the report. Pure. */
function askedToCloseOn({ startedAt, reportedAt }: Pick<Downtime, 'startedAt' | 'reportedAt'>): LocalDate {
  const dayAfter = Date.parse(startedAt) + dayLength;
  return localDate(new Date(Math.max(dayAfter, Date.parse(reportedAt))));
}

const owed = (context: Context, today: LocalDate): SharedWork[] =>
  runningDowntimes(context).flatMap((downtime): SharedWork[] => {
    const { key, title, reportedBy } = downtime;
    const since = askedToCloseOn(downtime);
    if (since > today) return [];
    return [
      {
        key: stableKey('closeDowntime', ...key.split('_')),
        kind: 'closeDowntime',
        state: 'open',
        subject: { key, title },
        since,
        due: addDays(since, closeWithin),
        path: downtimePath(key),
        responsible: { personId: reportedBy, role: 'securityTeam' },
      },
    ];
  });

/** A downtime open for a day: still running, or not closed. Done when closed or cancelled. */
export const closeDowntimeSource: SharedSource = { kinds: ['closeDowntime'], lists: [Downtimes], work: owed };

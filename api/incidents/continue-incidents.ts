import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { eachItem } from '../each-item.ts';
import { localDate, todayOf, addDays } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Incidents, type Incident } from './incident-list.ts';
import { followReport } from './report-incident.ts';
import { followTaken } from './take-incident.ts';

/** Days after closing for which the reporter's text is stored. Person, time and kind stay (GDPR article 33, 5). */
export const textKeptDays = 365;

/** Closed incidents without pending work. */
const over = contextPart<Set<string>>('incidents/continueIncidents');

/** Continues after a crash, and informs the reporter once it is known who was reached. Free when done. */
export async function continueIncidents(context: Context): Promise<void> {
  const each = eachItem(context, 'incidents');
  const done = over.get(context) ?? new Set<string>();
  over.set(context, done);
  const isDone = ({ key, item }: Stored<Incident>) => done.has(`${key} ${item.etag}`);
  const left = context
    .list(Incidents)
    .all()
    .filter((one) => !isDone(one) || isTextOld(context, one));
  await each.of(left, async (incident) => {
    await followReport(context, incident);
    await followTaken(context, incident);
    if (isTextOld(context, incident))
      await context.list(Incidents).update(incident.key, () => ({ text: '' }), 'background');
    if (incident.state === 'closed') done.add(`${incident.key} ${incident.item.etag}`);
  });
  each.end();
}

const isTextOld = (context: Context, { text, closedAt }: Incident): boolean =>
  text !== '' && closedAt !== undefined && localDate(closedAt) < addDays(todayOf(context.clock), -textKeptDays);

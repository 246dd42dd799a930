import type { Context } from '../context.ts';
import { missing, stableKey, type PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Incidents, type Incident } from './incident-list.ts';

/** The incidents' page in the tab, and that of one. */
export const incidentsPath = '/incidents';
export const incidentPath = (key: string): string => `${incidentsPath}?incident=${encodeURIComponent(key)}`;

/** Stable per answer of the bot: each answer reports at most one accident. */
export const incidentKeyOf = (personId: PersonId, askKey: string): string => stableKey('incident', personId, askKey);

export const findIncident = (context: Context, key: string): Stored<Incident> | undefined =>
  context.list(Incidents).get(key);

/** Key of a message's campaign. */
export const campaignKeyOf = (kind: string, subjectKey: string): string => stableKey(kind, ...subjectKey.split('_'));
/** Kind of the alarm message. */
export const alarmKind = 'incident';

/** Throws AppError missing `incidents.noSuchIncident`. */
export function incidentOrThrow(context: Context, key: string): Stored<Incident> {
  const incident = findIncident(context, key);
  if (!incident) throw missing('incidents.noSuchIncident');
  return incident;
}

/** A person's open reports, newest first. From memory. */
export const openIncidents = (context: Context, personId: PersonId): Stored<Incident>[] =>
  context
    .list(Incidents)
    .all()
    .filter(({ reportedBy, state }) => reportedBy === personId && state !== 'closed')
    .sort((one, other) => other.reportedAt.localeCompare(one.reportedAt));

/** Day and month of birth, year, and four digits, with an optional separator, anywhere in a text. */
const cprNumber = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[ \t]?[-–]?[ \t]?\d{4}(?!\d)/g;
export const cprMark = 'xxxxxx-xxxx';
/** The text without CPR numbers. Pure. */
export const withoutCpr = (text: string): string => text.replace(cprNumber, cprMark);

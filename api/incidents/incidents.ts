import type { Context } from '../context.ts';
import { missing, stableKey, type PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Incidents, type Incident } from './incident-list.ts';

/** Where incidents stand in the tab, and one of them. */
export const incidentsPath = '/incidents';
export const incidentPath = (key: string): string => `${incidentsPath}?incident=${encodeURIComponent(key)}`;

/** The same for each press of one answer of the bot: an answer is one accident at most. */
export const incidentKeyOf = (personId: PersonId, askKey: string): string => stableKey('incident', personId, askKey);

export const findIncident = (context: Context, key: string): Stored<Incident> | undefined =>
  context.list(Incidents).get(key);

/** The campaign of one of its messages. */
export const campaignKeyOf = (kind: string, subjectKey: string): string => stableKey(kind, ...subjectKey.split('_'));
/** Kind of the message to those who are told. */
export const alarmKind = 'incident';

/** Throws AppError missing `incidents.noSuchIncident`. */
export function incidentOrThrow(context: Context, key: string): Stored<Incident> {
  const incident = findIncident(context, key);
  if (!incident) throw missing('incidents.noSuchIncident');
  return incident;
}

/** What somebody has told of and nobody has closed, newest first. From memory. */
export const openOf = (context: Context, personId: PersonId): Stored<Incident>[] =>
  context
    .list(Incidents)
    .all()
    .filter(({ reportedBy, state }) => reportedBy === personId && state !== 'closed')
    .sort((one, other) => other.reportedAt.localeCompare(one.reportedAt));

/** A day and month of birth, a year, and four digits, with or without a mark between: also within a longer text. */
const cprNumber = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[ \t]?[-–]?[ \t]?\d{4}(?!\d)/g;
export const cprMark = 'xxxxxx-xxxx';
/** A text without the CPR numbers in it. Pure. */
export const withoutCpr = (text: string): string => text.replace(cprNumber, cprMark);

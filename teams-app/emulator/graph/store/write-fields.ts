import type { Answers } from '../../../questions/index.ts';
import type { GraphFaults } from '../../fault-settings.ts';
import { badArgument, generalException, invalidRequest } from '../errors.ts';
import { isLookup, isMulti, type Column, type List, type Validation } from './column-types.ts';

type Fields = Record<string, unknown>;
export interface WriteRules {
  faults: Pick<GraphFaults, 'strictLookupString' | 'siteTimeZone' | 'requiredEnforced'>;
  tenant: Pick<Answers, 'text.long' | 'text.number' | 'text.space' | 'text.lines' | 'text.room'>;
  /** Whether a lookup's or person's target exists. */
  targetExists(column: Column, id: number): boolean;
}

/** Characters of a multi-line cell, and of that of a tenant with less room. */
const noteLimit = 63_999;
const smallNoteLimit = 32_000;

function asString(value: unknown): string {
  // SharePoint answers 500, not 400, for a wrong JSON type.
  if (typeof value !== 'string') throw generalException();
  return value;
}

/** Text in one of these columns, as this tenant takes it. */
function textOf(column: Column, value: unknown, tenant: WriteRules['tenant']): string {
  if (typeof value === 'number' && tenant['text.number'] !== 'failure') {
    if (tenant['text.number'] === 'refused') throw badArgument();
    return String(value);
  }
  const text = asString(value);
  if (column.kind === 'note') return tenant['text.lines'] === 'windows' ? text.replaceAll(/\r?\n/g, '\r\n') : text;
  return tenant['text.space'] === 'trimmed' ? text.trim() : text;
}

function limitOf(column: Column, tenant: WriteRules['tenant']): number {
  if (column.kind !== 'note') return Number(column.facet.text?.maxLength ?? 255);
  return tenant['text.room'] === 'refused' ? smallNoteLimit : noteLimit;
}

function textValue(column: Column, value: unknown, tenant: WriteRules['tenant']): string {
  const text = textOf(column, value, tenant);
  const limit = limitOf(column, tenant);
  if (text.length > limit) {
    if (column.kind === 'note' || tenant['text.long'] === 'refused') throw badArgument();
    return tenant['text.long'] === 'cut' ? text.slice(0, limit) : text;
  }
  const rich = column.kind === 'note' && column.facet.text?.textType === 'richText';
  return rich && text !== '' && !text.startsWith('<div') ? `<div class="ExternalClass">${text}</div>` : text;
}

function numberValue(column: Column, value: unknown): number {
  if (typeof value !== 'number') throw generalException();
  const { minimum, maximum } = column.facet.number ?? {};
  if (typeof minimum === 'number' && value < minimum) throw badArgument();
  if (typeof maximum === 'number' && value > maximum) throw badArgument();
  return value;
}

function choiceValue(column: Column, value: unknown): string {
  const { choices, allowTextEntry } = column.facet.choice ?? {};
  const text = asString(value);
  const listed = Array.isArray(choices) && choices.includes(text);
  if (!listed && allowTextEntry !== true) throw badArgument();
  return text;
}

function dateValue(column: Column, value: unknown, siteTimeZone: string): string {
  const moment = new Date(asString(value));
  const year = moment.getUTCFullYear();
  if (Number.isNaN(year) || year < 1900 || year > 8900) throw badArgument();
  if (column.facet.dateTime?.format === 'dateOnly') return localMidnight(moment, siteTimeZone);
  return `${moment.toISOString().slice(0, 19)}Z`;
}

function lookupId(column: Column, value: unknown, rules: WriteRules): number {
  if (rules.faults.strictLookupString && typeof value === 'number') throw generalException();
  const id = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof id !== 'number' || !Number.isInteger(id) || !rules.targetExists(column, id)) throw badArgument();
  return id;
}

const collections = new Set(['Collection(Edm.String)', 'Collection(Edm.Int32)', '#Collection(Edm.String)']);

function oneValue(column: Column, value: unknown, rules: WriteRules): unknown {
  switch (column.kind) {
    case 'text':
    case 'note':
      return textValue(column, value, rules.tenant);
    case 'number':
    case 'currency':
      return numberValue(column, value);
    case 'boolean':
      if (typeof value !== 'boolean') throw generalException();
      return value;
    case 'choice':
    case 'multiChoice':
      return choiceValue(column, value);
    case 'dateTime':
      return dateValue(column, value, rules.faults.siteTimeZone);
    case 'lookup':
    case 'multiLookup':
    case 'person':
    case 'multiPerson':
      return lookupId(column, value, rules);
    case 'hyperlink':
    case 'calculated':
    case 'system':
      throw invalidRequest('Invalid request');
  }
}

function stored(column: Column, value: unknown, annotation: unknown, rules: WriteRules): unknown {
  if (column.readOnly || (column.system && column.name !== 'Title')) {
    throw invalidRequest(`Field '${column.name}' is read-only`);
  }
  if (column.kind === 'hyperlink') throw invalidRequest('Invalid request');
  if (value === null) return null;
  if (!isMulti(column.kind)) return oneValue(column, value, rules);
  if (!Array.isArray(value)) throw invalidRequest('Invalid request');
  if (typeof annotation !== 'string' || !collections.has(annotation)) {
    throw invalidRequest('A value without a type name was found and no expected type is available.');
  }
  return value.map((one) => oneValue(column, one, rules));
}

function columnFor(list: List, key: string): Column {
  const direct = list.columns.find((column) => column.name === key);
  if (direct && !isLookup(direct.kind)) return direct;
  const bare = key.endsWith('LookupId') ? key.slice(0, -'LookupId'.length) : undefined;
  const lookup = bare === undefined ? undefined : list.columns.find((column) => column.name === bare);
  if (lookup && isLookup(lookup.kind)) return lookup;
  throw direct ? invalidRequest('Invalid request') : invalidRequest(`Field '${key}' is not recognized`);
}

/** Throws while a rule of the list or of one of its columns is broken. */
export function checkRules(list: List): void {
  for (const rule of [list.validation, ...list.columns.map(({ validation }) => validation)])
    if (rule && !isKept(rule)) throw rule.answer === 500 ? generalException() : badArgument();
}
const isKept = ({ formula }: Validation) => formula.trim().toUpperCase() === '=TRUE';

/**
 * The stored fields with a request's `fields` applied to `before`. Throws SharePoint's answers: 400 for unknown,
 * read-only and invalid values, 500 for a wrong JSON type. `null` clears.
 */
export function writeFields(list: List, given: Fields, before: Fields | undefined, rules: WriteRules): Fields {
  const after: Fields = { ...before };
  checkRules(list);
  for (const [key, value] of Object.entries(given)) {
    if (key.includes('@odata.')) continue;
    const column = columnFor(list, key);
    const next = stored(column, value, given[`${key}@odata.type`], rules);
    if (next === null) delete after[column.name];
    else after[column.name] = next;
  }
  if (before) return after;
  for (const column of list.columns) {
    const standard = column.defaultValue?.value;
    if (typeof standard === 'string' && after[column.name] === undefined && given[column.name] !== null) {
      after[column.name] = defaultOf(column, standard);
    }
    const missing = column.required && after[column.name] === undefined;
    if (missing && rules.faults.requiredEnforced) throw badArgument();
  }
  return after;
}

function defaultOf(column: Column, value: string): unknown {
  if (column.kind === 'number' || column.kind === 'currency') return Number(value);
  return column.kind === 'boolean' ? value === '1' || value.toLowerCase() === 'true' : value;
}

const parts = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = parts.get(zone);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  parts.set(zone, fresh);
  return fresh;
}

/** Milliseconds that the zone is ahead of UTC at a moment. */
function ahead(moment: Date, zone: string): number {
  const read = Object.fromEntries(
    formatter(zone)
      .formatToParts(moment)
      .map((part) => [part.type, part.value]),
  );
  const local = Date.parse(`${read.year}-${read.month}-${read.day}T${read.hour}:${read.minute}:${read.second}Z`);
  return local - Math.floor(moment.getTime() / 1000) * 1000;
}

/** Stored value of a date-only column: midnight in the site's zone, in UTC, e.g. `2026-03-01T23:00:00Z`. */
function localMidnight(moment: Date, zone: string): string {
  const day = new Date(moment.getTime() + ahead(moment, zone)).toISOString().slice(0, 10);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = new Date(midnight - ahead(new Date(midnight), zone));
  return `${new Date(midnight - ahead(guess, zone)).toISOString().slice(0, 19)}Z`;
}

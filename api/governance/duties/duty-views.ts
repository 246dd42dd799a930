import { NetworkMeetings, WheelTasks } from '../../annual-wheel/index.ts';
import { ApprovalRequests } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { inSlices, invalid, todayOf, yearOf, type Actor, type LocalDate } from '../../kernel/index.ts';
import { centreRef, Centres, fold, foldedMatch, freshnessOf } from '../../organisation/index.ts';
import {
  dutyBodies,
  dutyStates,
  type DutiesQuery,
  type DutiesView,
  type DutyRow,
  type EvidenceView,
} from '../contract.ts';
import { allDuties } from './all-duties.ts';
import type { Evidence } from './duty.ts';
import { dutyNow, type DutyNow } from './duty-status.ts';
import { compareDanish } from '../../texts/format.ts';

/** Past years to choose: older data has left the lists. */
const yearsBack = 4;
const mostEvidence = 5;

/** Title and path only for those who may open it; the fact and the date for every reader. */
export function evidenceView(context: Context, actor: Actor, { on, title, path, opens }: Evidence): EvidenceView {
  const t = context.texts(actor.language);
  if (opens?.(context, actor) === false) return { on, title: t(closedTitle) };
  const called = typeof title === 'string' ? title : t(title.text, title.values);
  return { on, title: called, ...(path === undefined ? {} : { path }) };
}
export const closedTitle = 'governanceDocuments.closed';

function rowOf(context: Context, actor: Actor, now: DutyNow): DutyRow {
  const t = context.texts(actor.language);
  const { duty, state, latest, until, since, ofYear, centres } = now;
  const { key, body, source, every } = duty;
  return {
    key,
    body,
    source,
    state,
    count: ofYear.length,
    title: t(`dutyWords.${key}.title`),
    about: t(`dutyWords.${key}.about`),
    ...(every === 'appointment' ? {} : { every }),
    ...(latest ? { latest: evidenceView(context, actor, latest) } : {}),
    ...(until === undefined ? {} : { until }),
    ...(since === undefined ? {} : { since }),
    evidence: ofYear.slice(0, mostEvidence).map((one) => evidenceView(context, actor, one)),
    ...(centres ? { centres: centresView(context, centres) } : {}),
  };
}

function centresView(context: Context, centres: NonNullable<DutyNow['centres']>): NonNullable<DutyRow['centres']> {
  const missing = centres.flatMap(({ centreId, state, since }) => {
    const centre = state === 'missing' ? centreRef(context, centreId) : undefined;
    return centre ? [{ centre, ...(since === undefined ? {} : { since }) }] : [];
  });
  return { done: centres.length - missing.length, total: centres.length, missing };
}

/** The day a year is described as of: its last, or today. Throws AppError invalid `governance.noSuchYear`. */
export function dayOfYear(context: Context, year: number | undefined): LocalDate {
  const today = todayOf(context.clock);
  const running = yearOf(today);
  if (year === undefined || year === running) return today;
  if (year > running || year < running - yearsBack) throw invalid('governance.noSuchYear', { field: 'year' });
  return `${year}-12-31` as LocalDate;
}

const bodyPlace = ({ body }: DutyRow): number => dutyBodies.indexOf(body);
const orders: Readonly<Record<DutiesQuery['sort'], (one: DutyRow, other: DutyRow) => number>> = {
  body: (one, other) => bodyPlace(one) - bodyPlace(other),
  title: (one, other) => compareDanish(one.title, other.title),
  state: (one, other) => dutyStates.indexOf(one.state) - dutyStates.indexOf(other.state),
  latest: (one, other) => (one.latest?.on ?? '').localeCompare(other.latest?.on ?? ''),
};

/** A query's duties, as of its day. In slices. */
export async function dutiesAsked(context: Context, actor: Actor, query: DutiesQuery, day: LocalDate) {
  const all: DutyNow[] = [];
  await inSlices(allDuties, (duty) => void all.push(dutyNow(context, duty, day)));
  const search = fold(query.q ?? '');
  const rows = all
    .map((now) => ({ now, row: rowOf(context, actor, now) }))
    .filter(({ row }) => (query.body ?? row.body) === row.body && (query.state ?? row.state) === row.state)
    .filter(({ row }) => search === '' || foldedMatch(fold(`${row.title} ${row.about} ${row.source}`), search))
    .sort((one, other) => orders[query.sort](one.row, other.row) * (query.descending ? -1 : 1));
  return { all, rows };
}

/** Each body's duties and their evidence (R9–R16). From memory. Throws as `dayOfYear`. */
export async function dutiesViewOf(context: Context, actor: Actor, query: DutiesQuery): Promise<DutiesView> {
  const day = dayOfYear(context, query.year);
  const { all, rows } = await dutiesAsked(context, actor, query, day);
  const running = yearOf(todayOf(context.clock));
  return {
    day,
    year: yearOf(day),
    years: Array.from({ length: yearsBack + 1 }, (_, back) => running - back),
    duties: rows.map(({ row }) => row),
    bodies: dutyBodies.map((body) => {
      const own = all.filter(({ duty }) => duty.body === body);
      return { body, done: own.filter(({ state }) => state === 'done').length, total: own.length };
    }),
    freshness: freshnessOf(context, ApprovalRequests, WheelTasks, NetworkMeetings, Centres),
  };
}

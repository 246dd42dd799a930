import type { z } from 'zod';
import { phoneCalled } from '../contingency/index.ts';
import type { Context } from '../context.ts';
import { etagOf } from '../edits/index.ts';
import { centresOf, holds, instant, localDate, todayOf, yearOf, yearsToChoose, type Actor } from '../kernel/index.ts';
import { centreRef, fold, foldedMatch, freshnessOf, personRef } from '../organisation/index.ts';
import { guideNames, type guidesView, type IncidentRow, type IncidentsQuery } from './contract.ts';
import { forAll, guidesNow, type GuideOf } from './guides.ts';
import { IncidentGuides, Incidents, type Incident } from './incident-list.ts';
import { mayKeepGuides, maySeeIncident, mayTakeIncident } from './permissions.ts';
import { tellingOf } from './told.ts';
import { hoursToNotify, mayBeBreach } from './vocabulary.ts';

const hour = 3_600_000;
/** Deadline for notifying a breach, if possibly one and open. */
export function notifyDeadline({ kind, state, reportedAt }: Pick<Incident, 'kind' | 'state' | 'reportedAt'>) {
  if (state === 'closed' || !mayBeBreach(kind)) return undefined;
  const until = Date.parse(reportedAt) + hoursToNotify * hour;
  // A hand-edited year of five digits has no deadline.
  return until < lastMoment ? instant(new Date(until)) : undefined;
}
const lastMoment = Date.parse('9999-12-31T00:00:00Z');

/** One accident as the actor sees it. From memory. */
export function incidentRowOf(context: Context, actor: Actor, incident: Incident): IncidentRow {
  const { key, kind, state, text, reportedBy, reportedAt, takenBy, takenAt, closedBy, closedAt } = incident;
  const mayTake = mayTakeIncident(context, actor, incident);
  const phone = phoneCalled(context, reportedBy);
  const centre = centreRef(context, incident.centreId);
  const { reached, missed } = tellingOf(context, incident);
  const notifyBy = mayTake ? notifyDeadline(incident) : undefined;
  return {
    key,
    kind,
    state,
    text,
    reportedBy: personRef(context, reportedBy),
    reportedAt,
    ...(phone === undefined ? {} : { phone }),
    ...(centre ? { centre } : {}),
    ...(takenBy === undefined ? {} : { takenBy: personRef(context, takenBy) }),
    ...(takenAt === undefined ? {} : { takenAt }),
    ...(closedBy === undefined ? {} : { closedBy: personRef(context, closedBy) }),
    ...(closedAt === undefined ? {} : { closedAt }),
    told: reached.map(({ personId }) => personRef(context, personId)),
    missed: missed.map((personId) => personRef(context, personId)),
    ...(notifyBy === undefined ? {} : { notifyBy }),
    can: { take: mayTake && state === 'open', close: mayTake && state !== 'closed' },
  };
}

/** The Danish year in which it was reported. */
export const yearReported = ({ reportedAt }: Incident): number => yearOf(localDate(reportedAt));
function isOfState({ state, takenAt }: Incident, wanted: IncidentsQuery['state']): boolean {
  switch (wanted) {
    case 'all':
      return true;
    case 'taken':
      return takenAt !== undefined;
    case 'open':
    case 'closed':
      return (state === 'closed') === (wanted === 'closed');
  }
}

/** The actor's open incidents, newest first; closed ones on request. From memory. */
export function incidentsView(context: Context, actor: Actor, query: IncidentsQuery) {
  const { q, incident, offset, limit } = query;
  const seen = context
    .list(Incidents)
    .all()
    .filter((one) => maySeeIncident(context, actor, one))
    .sort((one, other) => other.reportedAt.localeCompare(one.reportedAt) || one.key.localeCompare(other.key));
  const search = fold(q ?? '');
  const t = context.texts(actor.language);
  const found = seen.filter((one) => {
    if (incident !== undefined) return one.key === incident;
    if (!isOfState(one, query.state)) return false;
    if (query.year !== undefined && yearReported(one) !== query.year) return false;
    const names = [one.reportedBy, one.takenBy ?? ''].map((id) => (id === '' ? '' : personRef(context, id).name));
    const centre = centreRef(context, one.centreId)?.title ?? '';
    return foldedMatch(fold([t(`incidents.kind.${one.kind}.name`), one.text, centre, ...names].join(' ')), search);
  });
  return {
    incidents: found.slice(offset, offset + limit).map((one) => incidentRowOf(context, actor, one)),
    total: found.length,
    counts: {
      open: seen.filter((one) => one.state !== 'closed').length,
      untaken: seen.filter((one) => one.state === 'open').length,
      closed: seen.filter((one) => one.state === 'closed').length,
    },
    years: yearsToChoose(todayOf(context.clock), seen.map(yearReported)),
    follows: holds(actor, 'ciso', 'securityTeam') || centresOf(actor, 'coordinator').length > 0,
    abilities: { keepGuides: mayKeepGuides(actor) },
    freshness: freshnessOf(context, Incidents),
  };
}

/** First steps and numbers, `all` first. From memory. */
export function guidesViewOf(context: Context, actor: Actor): z.output<typeof guidesView> {
  const known = new Map(guidesNow(context).map((row) => [row.key, row]));
  const shippedIn = (language: 'da' | 'en', of: GuideOf) =>
    of === forAll ? '' : context.texts(language)(`incidents.kind.${of}.first`);
  return {
    guides: guideNames.map((of) => {
      const row = known.get(of);
      const { firstStep = '', firstStepEnglish = '', callName = '', callPhone = '', nightPhone = '' } = row ?? {};
      return {
        of,
        etag: etagOf([firstStep, firstStepEnglish, callName, callPhone, nightPhone]),
        firstStep,
        firstStepEnglish,
        callName,
        callPhone,
        nightPhone,
        shipped: { da: shippedIn('da', of), en: shippedIn('en', of) },
        ...(row ? { changedBy: personRef(context, row.changedBy), changedAt: row.changedAt } : {}),
      };
    }),
    abilities: { edit: mayKeepGuides(actor) },
    freshness: freshnessOf(context, IncidentGuides),
  };
}

import { etagOf } from '../../edits/index.ts';
import { addDays, inLanguage, localDate, todayOf, type Actor } from '../../kernel/index.ts';
import type { Context } from '../../context.ts';
import { Improvements } from '../../contingency/index.ts';
import { centreRef, freshnessOf, personRef } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { InspectionRow, InspectionView } from '../contract.ts';
import { findingViewOf, judged, tallyOf } from '../findings/finding-views.ts';
import { InspectionFindings, Inspections, type Inspection } from '../inspection-lists.ts';
import { findingsOf, inspectionRead } from '../inspections.ts';
import { answerDeadline } from '../obligations.ts';
import { mayAnswer, mayInspect, mayPlan, seesIncidents } from '../permissions.ts';
import { behindItem } from '../checklists/behind-item.ts';
import { checklistsNow } from '../checklists/checklists.ts';
import { lacksOf } from './walk-inspection.ts';

/** A unit's number of accidents is not for all readers of its inspections. */
export const visibleReasons = (actor: Actor, reasons: Inspection['reasons']): InspectionRow['reasons'] =>
  reasons
    .filter(({ kind }) => kind !== 'incidents' || seesIncidents(actor))
    .map(({ kind, count }) => ({ kind, ...(count === undefined ? {} : { count }) }));

export function inspectionRowOf(context: Context, actor: Actor, inspection: Inspection): InspectionRow {
  const { key, title, centreId, place, topic, state, plannedOn, inspectorId, reasons, why, answeredAt } = inspection;
  const { open, ...findings } = tallyOf(findingsOf(context, key).map((finding) => judged(context, finding)));
  return {
    key,
    title,
    place,
    topic,
    state,
    plannedOn,
    why,
    open,
    findings,
    centre: centreRef(context, centreId) ?? { id: centreId, title: centreId },
    inspector: personRef(context, inspectorId),
    reasons: visibleReasons(actor, reasons),
    answered: answeredAt !== undefined,
    late: state === 'planned' && plannedOn < todayOf(context.clock),
    unheld: state === 'planned' && plannedOn <= todayOf(context.clock),
  };
}

function itemViews(context: Context, inspection: Inspection, actor: Actor): InspectionView['items'] {
  const { items, answers, results, centreId } = inspection;
  return items.map((item) => {
    const { key, question, criterion } = item;
    const said = answers.find((one) => one.key === key);
    const found = results.find((one) => one.key === key);
    return {
      key,
      question: inLanguage(question, actor.language),
      criterion: inLanguage(criterion, actor.language),
      ...(said ? { answer: said.answer } : {}),
      answerNote: said?.note ?? '',
      ...(found ? { result: found.result } : {}),
      seen: found?.seen ?? '',
      sample: found?.sample ?? '',
      behind: behindItem(context, actor, item, centreId),
    };
  });
}

function photoViews(context: Context, { photos }: Inspection, days: number): InspectionView['photos'] {
  return photos.map(({ key, itemKey, file, at, by, deletedAt }) => ({
    key,
    itemKey,
    name: file.name,
    at,
    by: personRef(context, by),
    until: addDays(localDate(new Date(at)), days),
    deleted: deletedAt !== undefined,
  }));
}

/** One inspection as the actor sees it. From memory. Throws AppError: missing, forbidden `inspections.mayNotRead`. */
export function inspectionView(context: Context, actor: Actor, key: string): InspectionView {
  const inspection = inspectionRead(context, actor, key);
  const { checklistKey, checklistVersion, how, answeredBy, answeredAt, heldAt, summary, closedAt, closedBy } =
    inspection;
  const { cancelledReason, place, plannedOn, inspectorId, why, answers } = inspection;
  const findings = findingsOf(context, key);
  const days = context.organisation.inspectionPhotoDays;
  const title = checklistsNow(context).get(checklistKey)?.title ?? { da: checklistKey };
  return {
    ...inspectionRowOf(context, actor, inspection),
    etag: etagOf([place, plannedOn, inspectorId, why]),
    answersEtag: etagOf(answers),
    checklist: {
      key: checklistKey,
      version: checklistVersion,
      title: inLanguage(title, actor.language),
      how: inLanguage(how, actor.language),
    },
    items: itemViews(context, inspection, actor),
    ...(answeredBy === undefined ? {} : { answeredBy: personRef(context, answeredBy) }),
    ...(answeredAt === undefined ? {} : { answeredAt }),
    answerBy: answerDeadline(inspection),
    photos: photoViews(context, inspection, days),
    photoDays: days,
    ...(heldAt === undefined ? {} : { heldAt }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(closedBy === undefined ? {} : { closedBy: personRef(context, closedBy) }),
    ...(cancelledReason === undefined ? {} : { cancelledReason }),
    summary,
    findingList: findings.map((finding) => findingViewOf(context, actor, finding)),
    lacks: inspection.state === 'held' ? lacksOf(context, inspection) : [],
    abilities: abilitiesOf(context, actor, inspection),
    freshness: freshnessOf(context, Inspections, InspectionFindings, Improvements),
  };
}

function abilitiesOf(context: Context, actor: Actor, inspection: Stored<Inspection>): InspectionView['abilities'] {
  const inspects = mayInspect(context, actor, inspection);
  const { state } = inspection;
  const isOpen = state === 'planned' || state === 'held';
  return {
    plan: mayPlan(actor) && state === 'planned',
    answer: state === 'planned' && mayAnswer(context, actor, inspection),
    walk: isOpen && inspects,
    hold: state === 'planned' && inspects && inspection.results.length > 0,
    finding: isOpen && inspects,
    close: state === 'held' && inspects,
    removePhoto: inspects,
  };
}

import { z } from 'zod';
import type { World } from '../../teams-app/emulator/world.ts';
import { addDays, addMonths, latest } from './raw-dates.ts';
import {
  countsFrom,
  byKey,
  dayIn,
  jsonIn,
  momentIn,
  owed,
  placesInUse,
  rawItems,
  text,
  type Fields,
  type Work,
} from './raw-items.ts';
import { papersInForce, papersKept } from './raw-papers.ts';
import { planReviews, planTests, proceduresToWrite, restorePlansToWrite } from './raw-plans.ts';
import { acceptancesToRenew } from './raw-risks.ts';
import { assessmentsOwed, servicesGiven } from './raw-vital.ts';
import { rawWheel } from './raw-wheel.ts';

/** An obligation and its kind. */
export interface RawWork extends Work {
  kind: string;
}

type Count = (world: World, today: string) => Work[];

/** Kinds of shared work counted here, from their lists. */
const counts = {
  doWheelTask: rawWheel,
  reviewProcedure: (world) =>
    papersInForce(world, 'procedureVersion').map(({ paper, version, renewed }) =>
      owed(version, paper, addMonths(renewed, Number(version['ReviewMonths']))),
    ),
  reviewPlan: planReviews,
  testPlan: planTests,
  writePlan: proceduresToWrite,
  writeRestorePlan: restorePlansToWrite,
  assessAsset: assessmentsOwed,
  evaluateTest: (world) =>
    rawItems(world, 'ContingencyTests')
      .filter((test) => text(test, 'State') === 'ended')
      .map((test) => owed(test, test, addDays(momentIn(test, 'EndedAt') || momentIn(test, 'ChangedAt'), 14))),
  doImprovement: improvements,
  placePack: packs,
  closeDowntime: downtimes,
  recordDecision: decisions,
  resubmit: sentBack,
  reviewControl: (world) =>
    rawItems(world, 'Controls')
      .filter((control) => text(control, 'State') === 'running' && Number(control['ReviewMonths']) > 0)
      .map((control) => {
        const from = dayIn(control, 'AssessedOn') || dayIn(control, 'StartedOn');
        return owed(control, control, addMonths(from, Number(control['ReviewMonths'])));
      }),
  reviewService: services,
  doRiskAction: riskActions,
  renewAcceptance: acceptancesToRenew,
  answerInspection: (world) =>
    rawItems(world, 'Inspections')
      .filter((one) => text(one, 'State') === 'planned' && text(one, 'AnsweredAt') === '')
      .map((one) => owed(one, one, latest(addDays(dayIn(one, 'PlannedOn'), -5), momentIn(one, 'MadeAt')))),
  reportInspection: (world) =>
    rawItems(world, 'Inspections')
      .filter((one) => text(one, 'State') === 'held')
      .map((one) => owed(one, {}, addDays(momentIn(one, 'HeldAt'), 14))),
  recheckFinding: rechecks,
} satisfies Record<string, Count>;

export const isCountedWork = (kind: string): boolean => Object.hasOwn(counts, kind);

/**
 * A day's open shared work, counted from the items alone: no mirror, no codec and no rule of the program, but
 * reimplemented from docs/domain.md and docs/lists.md. With a CISO all work has an owner, so all of it has a row.
 */
export function rawWork(world: World, today: string): RawWork[] {
  const inUse = new Set(placesInUse(world).map(({ id }) => id));
  return Object.entries<Count>(counts).flatMap(([kind, count]) =>
    count(world, today).map(({ title, centreId, due }) => ({
      ...{ kind, title, due, centreId: inUse.has(centreId) ? centreId : '' },
    })),
  );
}

/** Equal words about two records name the record. */
const about = (title: string, thing: string): string => (title.includes(thing) ? title : `${title} – ${thing}`);

function improvements(world: World): Work[] {
  const after = new Map([
    ...byKey(world, 'Downtimes'),
    ...byKey(world, 'ContingencyTests'),
    ...byKey(world, 'InspectionFindings'),
    // A centre's initiatives follow the centre itself.
    ...rawItems(world, 'Centres').map((one) => [`initiatives-${text(one, 'Key')}`, one] as const),
  ]);
  return rawItems(world, 'Improvements').flatMap((one) => {
    if (text(one, 'DoneAt') !== '' || text(one, 'CancelledAt') !== '') return [];
    const { title, ...rest } = owed(one, one, dayIn(one, 'Due'));
    const thing = after.get(text(one, 'SubjectKey'));
    return [{ ...rest, title: thing ? about(title, text(thing, 'Title')) : title }];
  });
}

/** Another person rechecks within 14 days, when all actions on a finding are done. */
function rechecks(world: World): Work[] {
  const actions = Map.groupBy(
    rawItems(world, 'Improvements').filter((one) => text(one, 'CancelledAt') === ''),
    (one) => text(one, 'SubjectKey'),
  );
  return rawItems(world, 'InspectionFindings').flatMap((finding) => {
    const own = actions.get(text(finding, 'Key')) ?? [];
    const isDone = own.length > 0 && own.every((one) => text(one, 'DoneAt') !== '');
    if (!isDone || text(finding, 'ClosedAt') !== '' || text(finding, 'Grade') === 'strength') return [];
    return [owed(finding, {}, addDays(latest(...own.map((one) => momentIn(one, 'DoneAt'))), 14))];
  });
}

/** The newest pack of each centre, unless it was placed last. */
function packs(world: World): Work[] {
  const placed = Map.groupBy(rawItems(world, 'PackPlacements'), (one) => text(one, 'CentreId'));
  return [...Map.groupBy(rawItems(world, 'OfflinePacks'), (one) => text(one, 'CentreId'))].flatMap(
    ([centreId, made]) => {
      const [pack] = made.toSorted((one, other) => Number(other['Number']) - Number(one['Number']));
      const [last] = (placed.get(centreId) ?? []).toSorted((one, other) =>
        text(other, 'At').localeCompare(text(one, 'At')),
      );
      if (!pack || (last && text(last, 'PackKey') === text(pack, 'Key'))) return [];
      return [owed(pack, pack, addDays(momentIn(pack, 'MadeAt'), 14))];
    },
  );
}

/** A day after the start, and never before the report; then a day is allowed. */
function downtimes(world: World): Work[] {
  return rawItems(world, 'Downtimes')
    .filter((one) => text(one, 'State') === 'running')
    .map((one) => {
      const asked = latest(addDays(momentIn(one, 'StartedAt'), 1), momentIn(one, 'ReportedAt'));
      return { title: text(one, 'Title'), centreId: '', due: addDays(asked, 1) };
    });
}

const stages = z.array(
  z.looseObject({
    ...{ rule: z.string(), state: z.string() },
    dueOn: z.string().optional(),
    centreId: z.string().optional(),
  }),
);
/** Stages decided by a body outside Teams. */
function decisions(world: World): Work[] {
  return rawItems(world, 'ApprovalRequests')
    .filter((one) => text(one, 'State') === 'open')
    .flatMap((one) =>
      jsonIn(one, 'Stages', stages)
        .filter(({ rule, state }) => rule === 'external' && state === 'open')
        .map(({ dueOn = '', centreId = '' }) => ({ title: text(one, 'Title'), centreId, due: dueOn })),
    );
}

/** Returned in its latest round: 14 days, while the record exists and nothing replaces it. */
function sentBack(world: World): Work[] {
  const papers = [...papersKept(world, 'procedureVersion'), ...papersKept(world, 'contingencyPlan')];
  const isThere = (key: string): boolean =>
    papers.some(({ versionKeys, current }) => {
      const place = versionKeys.indexOf(key);
      return place !== -1 && (!current || place <= versionKeys.indexOf(text(current.version, 'Key')));
    });
  const requests = rawItems(world, 'ApprovalRequests');
  const rounds = Map.groupBy(requests, (one) => `${text(one, 'SubjectKind')} ${text(one, 'SubjectKey')}`);
  return [...rounds.values()].flatMap((all) => {
    const [last] = all.toSorted((one, other) => Number(other['Round']) - Number(one['Round']));
    if (!last || text(last, 'State') !== 'returned') return [];
    const isPaper = ['procedureVersion', 'contingencyPlan'].includes(text(last, 'SubjectKind'));
    if (isPaper && !isThere(text(last, 'SubjectKey'))) return [];
    return [owed(last, last, addDays(momentIn(last, 'EndedAt'), 14))];
  });
}

/** Due at its review; within 30 days without an accepted downtime. */
function services(world: World): Work[] {
  return servicesGiven(world).map((one) => {
    const review = addMonths(momentIn(one, 'ReviewedAt'), Number(one['ReviewMonths']));
    const unsaid = typeof one['Mtd'] === 'number' ? [] : [addDays(countsFrom(one), 30)];
    return owed(one, one, [review, ...unsaid].toSorted()[0] ?? '');
  });
}

const estimate = z.looseObject({
  likelihood: z.number().optional(),
  consequence: z.record(z.string(), z.record(z.string(), z.number())).default({}),
});
const isRated = (risk: Fields): boolean => {
  const both = [jsonIn(risk, 'Inherent', estimate), jsonIn(risk, 'Current', estimate)];
  const steps = both.flatMap(({ consequence }) => Object.values(consequence).flatMap((view) => Object.values(view)));
  return both.some(({ likelihood }) => likelihood !== undefined) && steps.length > 0;
};
/** Open actions on risks of the latest finished assessment of a system not retired. */
function riskActions(world: World): Work[] {
  const assets = byKey(world, 'Assets');
  const finished = Map.groupBy(
    rawItems(world, 'Assessments').filter((one) => !['draft', 'discarded'].includes(text(one, 'State'))),
    (one) => text(one, 'AssetKey'),
  );
  const risks = Map.groupBy(rawItems(world, 'Risks'), (risk) => text(risk, 'AssessmentKey'));
  return rawItems(world, 'RiskActions').flatMap((action) => {
    const asset = assets.get(text(action, 'AssetKey'));
    if (!asset || text(asset, 'State') === 'retired') return [];
    if (text(action, 'DoneAt') !== '' || text(action, 'CancelledAt') !== '') return [];
    const [newest] = (finished.get(text(asset, 'Key')) ?? []).toSorted(
      (one, other) => Number(other['Number']) - Number(one['Number']),
    );
    const isInForce = (newest ? (risks.get(text(newest, 'Key')) ?? []) : []).some(
      (risk) =>
        text(action, 'RiskKey') === `${text(asset, 'Key')}_${text(risk, 'ThreatKey')}` &&
        text(risk, 'NotRelevant') === '' &&
        isRated(risk),
    );
    if (!isInForce) return [];
    const { title, ...rest } = owed(action, asset, dayIn(action, 'Due'));
    return [{ ...rest, title: about(title, text(asset, 'Title')) }];
  });
}

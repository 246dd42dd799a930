import { allLists } from '../../teams-app/program/lists.ts';
import type { Context } from '../../api/context.ts';
import { areasOf } from '../../api/procedures/areas.ts';
import type { ApiWorld } from '../security/api-world.ts';
import type { Known } from './an-input.ts';

/** Lists whose keys a field or parameter of this name may hold. */
const listsOf: Readonly<Record<string, readonly string[]>> = {
  ...{
    requestKey: ['ApprovalRequests'],
    agendaKey: ['Agendas'],
    statusReportKey: ['StatusReports'],
    adviceKey: ['Advice'],
    commentKey: ['PolicyComments'],
    sheetKey: ['SignSheets'],
    incidentKey: ['Incidents'],
    inspectionKey: ['Inspections'],
    findingKey: ['InspectionFindings'],
    frozenKey: ['Figures'],
    reportKey: ['YearlyReports'],
  },
  ...{
    procedureKey: ['Procedures'],
    measureKey: ['Measures'],
    proposalKey: ['AppointmentProposals'],
    orientationKey: ['CouncilOrientations'],
    campaignKey: ['Campaigns'],
    areaKey: ['ProcedureAreas'],
  },
  ...{ activityKey: ['WheelActivities'], meetingKey: ['NetworkMeetings'] },
  ...{ courseKey: ['Courses'], roundKey: ['CourseRounds'] },
  ...{ assetKey: ['Assets'], standardKey: ['Standards'], controlKey: ['Controls'], serviceKey: ['CriticalServices'] },
  ...{ riskKey: ['Risks'], assessmentKey: ['Assessments'], actionKey: ['RiskActions'], viewKey: ['SavedViews'] },
  ...{
    scaleKey: ['RiskScales'],
    catalogueKey: ['ThreatCatalogues'],
    checklistKey: ['InspectionChecklists'],
    triggerKey: ['AssessmentTriggers'],
  },
  ...{ testKey: ['ContingencyTests'], improvementKey: ['Improvements'], downtimeKey: ['Downtimes'] },
  ...{
    packKey: ['OfflinePacks'],
    centreId: ['Centres'],
    centreIds: ['Centres'],
    key: ['RoleAssignments', 'HandOvers'],
  },
};

/** Where a name has another meaning by context: the first matching word of the route or button. */
const listsAbout: Readonly<Record<string, readonly (readonly [about: RegExp, lists: readonly string[]])[]>> = {
  versionKey: [
    [/policy/i, ['PolicyVersions']],
    [/procedure|guideline/i, ['ProcedureVersions']],
    [/./, ['ContingencyPlanVersions']],
  ],
  planKey: [
    [/wheel/i, ['WheelPlans']],
    [/./, ['ContingencyPlans']],
  ],
};

const keysOf = (context: Context, names: readonly string[]): string[] =>
  allLists
    .filter(({ name }) => names.includes(name))
    .flatMap((list) =>
      context
        .list(list)
        .all()
        .slice(-6)
        .map(({ key }) => key),
    );

/** Inputs between two look-ups of existing keys. */
export const knownFor = 50;

/**
 * A world's keys by their contract name, as meant by the route or button; people wherever a person is meant. Cached by
 * name.
 */
export const knownOf = (world: ApiWorld, about: string): Known => {
  const found = new Map<string, readonly string[]>();
  return (name) => {
    const known = found.get(name) ?? keysFor(world, about, name);
    found.set(name, known);
    return known;
  };
};

function keysFor({ context, wheelTask }: ApiWorld, about: string, name: string): readonly string[] {
  if (/person|owner|leader|deputy|members|people/i.test(name)) return ['ciso', 'isk-nord', 'anne', 'bo', 'nobody'];
  if (name === 'taskKey') return [wheelTask.key];
  if (name === 'stage') return ['1', '2'];
  if (name === 'area') return areasOf(context, 'da').map(({ key }) => key);
  const lists = listsAbout[name]?.find(([words]) => words.test(about))?.[1] ?? listsOf[name] ?? [];
  const found = keysOf(context, lists);
  if (found.length > 0) return found;
  const every = /Key$|^key/.test(name) ? allLists.filter((list) => context.list(list).all().length > 0) : [];
  return every.flatMap((list) =>
    context
      .list(list)
      .all()
      .slice(-1)
      .map(({ key }) => key),
  );
}

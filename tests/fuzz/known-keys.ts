import { allLists } from '../../teams-app/lists.ts';
import type { Context } from '../../api/context.ts';
import type { ApiWorld } from '../security/api-world.ts';
import type { Known } from './an-input.ts';

/** Lists whose keys a field or parameter of this name may hold. */
const listsOf: Readonly<Record<string, readonly string[]>> = {
  ...{
    requestKey: ['ApprovalRequests'],
    agendaKey: ['Agendas'],
    versionKey: ['PolicyVersions', 'ProcedureVersions', 'ContingencyPlanVersions'],
  },
  ...{
    procedureKey: ['Procedures'],
    assetKey: ['Assets'],
    planKey: ['ContingencyPlans', 'WheelPlans'],
    riskKey: ['Risks'],
    courseKey: ['Courses'],
  },
  ...{
    roundKey: ['CourseRounds'],
    assessmentKey: ['Assessments'],
    serviceKey: ['CriticalServices'],
    controlKey: ['Controls'],
  },
  ...{
    centreId: ['Centres'],
    centreIds: ['Centres'],
    key: ['RoleAssignments', 'HandOvers'],
    activityKey: ['WheelActivities'],
    area: ['ProcedureAreas'],
  },
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

/** The keys of a world by the name that a contract gives them; people wherever a person is meant. */
export const knownOf = (world: ApiWorld): Known => {
  const { context } = world;
  return (name) => {
    if (/person|owner|leader|deputy|members|people/i.test(name)) return ['ciso', 'isk-nord', 'anne', 'bo', 'nobody'];
    if (name === 'taskKey') return [world.wheelTask.key];
    if (name === 'stage') return ['1', '2'];
    const found = keysOf(context, listsOf[name] ?? []);
    if (found.length > 0) return found;
    const every = /Key$|^key/.test(name) ? allLists.filter((list) => context.list(list).all().length > 0) : [];
    return every.flatMap((list) =>
      context
        .list(list)
        .all()
        .slice(-1)
        .map(({ key }) => key),
    );
  };
};

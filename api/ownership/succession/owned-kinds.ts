import { activityTransfer, WheelActivities } from '../../annual-wheel/index.ts';
import { assetTransfer, assetPath, Assets } from '../../assets/index.ts';
import {
  ContingencyTests,
  improvementTransfer,
  Improvements,
  isLed,
  isToTakePart,
  testTransfer,
  testPartTransfer,
  testPath,
} from '../../contingency/index.ts';
import type { Context } from '../../context.ts';
import { CriticalServices, serviceTransfer, servicePath } from '../../critical-services/index.ts';
import { Inspections, inspectionPath, inspectionTransfer, isInspected } from '../../inspections/index.ts';
import { titleAbout, todayOf, type PersonId } from '../../kernel/index.ts';
import {
  deputyTransfer,
  roleTransfer,
  RoleAssignments,
  type Transferable,
  type RoleAssignment,
} from '../../organisation/index.ts';
import { actionTransfer, Assessments, knownRisks, RiskActions, riskPath, Risks } from '../../risks/index.ts';
import type { ListDefinition, Stored } from '../../sharepoint/index.ts';
import { controlTransfer, controlPath, Controls } from '../../standards/index.ts';
import type { BelongingKind } from '../contract.ts';

/** An owned record. */
export interface Belonging {
  ownerId: PersonId;
  key: string;
  title: string;
  path: string;
}

/** One kind of owned or held records or work: its owners, and its transfer. */
export interface OwnedKind extends Transferable {
  kind: Exclude<BelongingKind, 'task'>;
  /** `List.column` of the person. */
  field: string;
  lists: readonly ListDefinition<{ key: string }>[];
  /** All of them. From memory. */
  all(context: Context): Iterable<Belonging>;
}

type Owned = { key: string; title: string };
const belonging = (ownerId: PersonId | undefined, { key, title }: Owned, path: string): Belonging[] =>
  ownerId === undefined ? [] : [{ ownerId, key, title, path }];
const improvementsPath = '/contingency/tests?show=improvements';
const rolesPath = '/organisation/roles';

/** How a list's records refer to people. */
const recordsOf =
  <R extends { key: string }>(
    list: ListDefinition<R>,
    belongingsOf: (record: Stored<R>, context: Context) => Belonging[],
  ): OwnedKind['all'] =>
  (context) =>
    context
      .list(list)
      .all()
      .flatMap((record) => belongingsOf(record, context));
const isRetired = ({ state }: { state: string }): boolean => state === 'retired';
const isEnded = ({ doneAt, cancelledAt }: { doneAt?: unknown; cancelledAt?: unknown }): boolean =>
  doneAt !== undefined || cancelledAt !== undefined;
const isHeld = (context: Context, { endsOn }: Pick<RoleAssignment, 'endsOn'>): boolean =>
  endsOn === undefined || endsOn > todayOf(context.clock);

/** All kinds, in order of processing. A test requires a row, or a reason, for each owner column. */
export const ownedKinds: readonly OwnedKind[] = [
  {
    kind: 'asset',
    field: 'Assets.ownerId',
    lists: [Assets],
    ...assetTransfer,
    all: recordsOf(Assets, (one) => (isRetired(one) ? [] : belonging(one.ownerId, one, assetPath(one.key)))),
  },
  {
    kind: 'service',
    field: 'CriticalServices.ownerId',
    lists: [CriticalServices],
    ...serviceTransfer,
    all: recordsOf(CriticalServices, (one) =>
      isRetired(one) ? [] : belonging(one.ownerId, one, servicePath(one.key)),
    ),
  },
  {
    kind: 'control',
    field: 'Controls.ownerId',
    lists: [Controls],
    ...controlTransfer,
    all: recordsOf(Controls, (one) => (isRetired(one) ? [] : belonging(one.ownerId, one, controlPath(one.key)))),
  },
  {
    kind: 'riskAction',
    field: 'RiskActions.ownerId',
    lists: [RiskActions, Assets, Assessments, Risks],
    ...actionTransfer,
    all: recordsOf(RiskActions, (one, context) => {
      if (isEnded(one) || !knownRisks(context).has(one.riskKey)) return [];
      const title = titleAbout(one.title, context.list(Assets).get(one.assetKey)?.title);
      return belonging(one.ownerId, { key: one.key, title }, riskPath(one.riskKey));
    }),
  },
  {
    kind: 'improvement',
    field: 'Improvements.ownerId',
    lists: [Improvements],
    ...improvementTransfer,
    all: recordsOf(Improvements, (one) => (isEnded(one) ? [] : belonging(one.ownerId, one, improvementsPath))),
  },
  {
    kind: 'test',
    field: 'ContingencyTests.leaderId',
    lists: [ContingencyTests],
    ...testTransfer,
    all: recordsOf(ContingencyTests, (one) => (isLed(one) ? belonging(one.leaderId, one, testPath(one.key)) : [])),
  },
  {
    kind: 'testPart',
    field: 'ContingencyTests.participantIds',
    lists: [ContingencyTests],
    ...testPartTransfer,
    all: recordsOf(ContingencyTests, (one) =>
      isToTakePart(one) ? one.participantIds.flatMap((id) => belonging(id, one, testPath(one.key))) : [],
    ),
  },
  {
    kind: 'inspection',
    field: 'Inspections.inspectorId',
    lists: [Inspections],
    ...inspectionTransfer,
    all: recordsOf(Inspections, (one) =>
      isInspected(one) ? belonging(one.inspectorId, one, inspectionPath(one.key)) : [],
    ),
  },
  {
    kind: 'activity',
    field: 'WheelActivities.personId',
    lists: [WheelActivities],
    ...activityTransfer,
    all: recordsOf(WheelActivities, (one) =>
      one.closedOn === undefined
        ? belonging(one.personId, one, `/wheel/activities/${encodeURIComponent(one.key)}`)
        : [],
    ),
  },
  {
    kind: 'role',
    field: 'RoleAssignments.personId',
    lists: [RoleAssignments],
    ...roleTransfer,
    all: recordsOf(RoleAssignments, (one, context) =>
      isHeld(context, one) ? belonging(one.personId, one, rolesPath) : [],
    ),
  },
  {
    kind: 'deputy',
    field: 'RoleAssignments.deputyId',
    lists: [RoleAssignments],
    ...deputyTransfer,
    all: recordsOf(RoleAssignments, (one, context) =>
      isHeld(context, one) ? belonging(one.deputyId, one, rolesPath) : [],
    ),
  },
];

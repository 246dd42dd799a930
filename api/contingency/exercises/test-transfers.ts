import { conflict, countsFrom } from '../../kernel/index.ts';
import { transferable } from '../../organisation/index.ts';
import { ContingencyTests, Improvements, type ContingencyTest } from './test-lists.ts';
import { managedTest } from './move-test.ts';
import { improvements } from './improvements.ts';
import { managedSubject } from './save-improvement.ts';

/** Until evaluated it has a leader; until ended it has participants. */
export const isLed = ({ state }: Pick<ContingencyTest, 'state'>): boolean =>
  state === 'planned' || state === 'running' || state === 'ended';
export const isToTakePart = ({ state }: Pick<ContingencyTest, 'state'>): boolean =>
  state === 'planned' || state === 'running';

/**
 * Transfers a test's lead (R6). 4 resource units. Throws AppError as `Transferable`, forbidden
 * `contingency.mayNotTest`, conflict `contingency.testOver`.
 */
export const testTransfer = transferable(ContingencyTests, {
  act: 'giveTest',
  ownerOf: ({ leaderId }) => leaderId,
  give: (_test, { to }) => ({ leaderId: to }),
  check: (context, actor, test) => {
    managedTest(context, actor, test.key);
    if (!isLed(test)) throw conflict('contingency.testOver');
  },
});

/** Transfers participation in a test (R6). 4 resource units. Throws AppError as `giveTest`. */
export const testPartTransfer = transferable(ContingencyTests, {
  act: 'giveTestPart',
  ownerOf: ({ participantIds }, { from, to }) => {
    if (participantIds.includes(from)) return from;
    return participantIds.includes(to) ? to : undefined;
  },
  give: ({ participantIds }, { from, to }) => ({
    participantIds: [...new Set(participantIds.map((id) => (id === from ? to : id)))],
  }),
  check: (context, actor, test) => {
    managedTest(context, actor, test.key);
    if (!isToTakePart(test)) throw conflict('contingency.testOver');
  },
});

/** Transfers an improvement (R6). 4 resource units. Throws AppError as `Transferable` and `changeImprovement`. */
export const improvementTransfer = transferable(Improvements, {
  act: 'giveImprovement',
  ownerOf: ({ ownerId }) => ownerId,
  give: (improvement, { to }) => ({ ownerId: to, countsFrom: countsFrom(improvement) }),
  check: (context, actor, improvement) => {
    managedSubject(context, actor, improvement.subjectKey);
    improvements.requireOpen(improvement);
  },
});

import { conflict } from '../../kernel/index.ts';
import { transferable } from '../../organisation/index.ts';
import { ContingencyTests, Improvements, type ContingencyTest } from './test-lists.ts';
import { keptTest } from './move-test.ts';
import { improvements } from './improvements.ts';
import { keptSubject } from './save-improvement.ts';

/** What is not evaluated yet has a leader; what is to come or runs has participants. */
export const isLed = ({ state }: Pick<ContingencyTest, 'state'>): boolean =>
  state === 'planned' || state === 'running' || state === 'ended';
export const isToTakePart = ({ state }: Pick<ContingencyTest, 'state'>): boolean =>
  state === 'planned' || state === 'running';

/** Gives a test another leader (R6). 4 resource units. Throws AppError as `Transferable`, forbidden `contingency.mayNotTest`, conflict `contingency.testOver`. */
export const testTransfer = transferable(ContingencyTests, {
  act: 'giveTest',
  ownerOf: ({ leaderId }) => leaderId,
  give: (_test, { to }) => ({ leaderId: to }),
  check: (context, actor, test) => {
    keptTest(context, actor, test.key);
    if (!isLed(test)) throw conflict('contingency.testOver');
  },
});

/** Lets a colleague take part in a test instead (R6). 4 resource units. Throws AppError as `giveTest`. */
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
    keptTest(context, actor, test.key);
    if (!isToTakePart(test)) throw conflict('contingency.testOver');
  },
});

/** Gives an improvement another owner (R6). 4 resource units. Throws AppError as `Transferable` and `changeImprovement`. */
export const improvementTransfer = transferable(Improvements, {
  act: 'giveImprovement',
  ownerOf: ({ ownerId }) => ownerId,
  give: (_improvement, { to }) => ({ ownerId: to }),
  check: (context, actor, improvement) => {
    keptSubject(context, actor, improvement.subjectKey);
    improvements.requireOpen(improvement);
  },
});

import { Acknowledgements } from '../../api/acknowledgements/index.ts';
import type { Context } from '../../api/context.ts';
import {
  createApprovalFollowers,
  createDigestFollowers,
  createDowntimeFollower,
  createIncidentFollower,
  createLeaveFollower,
  createMeetingFollower,
  createPackFollower,
  createTestFollower,
} from '../../bot/index.ts';
import {
  createCardFollower,
  createEditsAgain,
  createEndedCards,
  editMade,
  type EditCard,
  type Follower,
} from '../../bot/sending/index.ts';
import { cardNow, endedKinds, receiptCardFor } from './card-kinds.ts';

/** Shows a receipt on its card, wherever it was given. */
const createReceiptFollower = (context: Context, editCard: EditCard): Follower =>
  createCardFollower({
    context,
    name: 'policy-receipts',
    list: Acknowledgements,
    run: ({ versionKey, personId }) =>
      editMade(editCard, versionKey, personId, () => receiptCardFor(context, versionKey, personId)),
  });

const createEndedFollower = (context: Context, editCard: EditCard): Follower =>
  createEndedCards({ context, editCard, kinds: endedKinds });

interface FollowerRow {
  /** Of its job. */
  name: string;
  everySeconds: number;
  create(context: Context, editCard: EditCard): Follower;
}

/** Updates of sent cards, in the order of one run. */
const rows: readonly FollowerRow[] = [
  { name: 'receiptCards', everySeconds: 2, create: createReceiptFollower },
  { name: 'approvalCards', everySeconds: 2, create: createApprovalFollowers },
  { name: 'downtimeCards', everySeconds: 2, create: createDowntimeFollower },
  { name: 'packCards', everySeconds: 5, create: createPackFollower },
  { name: 'incidentCards', everySeconds: 2, create: createIncidentFollower },
  { name: 'leaveCards', everySeconds: 2, create: createLeaveFollower },
  { name: 'meetingCards', everySeconds: 2, create: createMeetingFollower },
  { name: 'testCards', everySeconds: 2, create: createTestFollower },
  { name: 'endedCards', everySeconds: 5, create: createEndedFollower },
  { name: 'digestCards', everySeconds: 5, create: createDigestFollowers },
];

/** The followers of a running program: a job each, stopped together. */
export function createCardFollowers(context: Context, edit: EditCard) {
  const again = createEditsAgain(context, edit, (subjectKey, personId) => cardNow(context, subjectKey, personId));
  const followers = rows.map(({ create, ...row }) => ({ ...row, follower: create(context, again.editCard) }));
  return {
    jobs: followers.map(({ name, everySeconds, follower }) => ({
      name,
      everySeconds,
      run: async () => {
        await follower.process();
        await again.process();
      },
    })),
    stop: async (): Promise<void> => {
      for (const { follower } of followers) await follower.stop?.();
    },
  };
}

import type { ApprovalSummary, ApprovalView } from '../../api/approvals/contract.ts';
import { dayOf } from '../../api/texts/format.ts';

const dayMilliseconds = 86_400_000;
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayMilliseconds;

/** The request for the stage display. Days are counted from a stage's opening to its close, or now. */
export function wayOf(view: ApprovalView): ApprovalSummary {
  const { key, round, state, submittedAt, submittedBy, freshness } = view;
  return {
    requestKey: key,
    round,
    state,
    submittedAt,
    submittedBy,
    reasons: reasonsOf(view),
    stages: view.stages.map(({ seats: _seats, tally, openedAt, closedAt, decision, postponements, ...stage }) => ({
      ...stage,
      ...(openedAt === undefined
        ? {}
        : { openedAt, days: dayNumber(dayOf(closedAt ?? freshness.asOf)) - dayNumber(dayOf(openedAt)) }),
      ...(closedAt === undefined ? {} : { closedAt, decidedOn: decision?.meetingOn ?? dayOf(closedAt) }),
      ...(stage.state === 'open' && postponements.length > 0
        ? { postponedTo: postponements.at(-1)?.nextMeetingOn }
        : {}),
      voted: tally.approve + tally.reject + tally.askChanges,
      seats: tally.seats,
    })),
  };
}

/** Reasons for a rejection or return, as written by voters or the meeting. */
export const reasonsOf = ({ stages }: Pick<ApprovalView, 'stages'>): ApprovalSummary['reasons'] =>
  stages.flatMap(({ body, seats, decision }) => [
    ...seats.flatMap(({ holder, vote }) =>
      vote?.reason && (vote.choice === 'reject' || vote.choice === 'askChanges')
        ? [{ person: vote.by ?? holder, choice: vote.choice, text: vote.reason }]
        : [],
    ),
    ...(decision?.note && decision.outcome !== 'approved'
      ? [
          {
            person: decision.recordedBy,
            body,
            choice: decision.outcome === 'rejected' ? ('reject' as const) : ('askChanges' as const),
            text: decision.note,
          },
        ]
      : []),
  ]);

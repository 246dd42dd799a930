import { describe, expect, it } from 'vitest';
import { ApprovalRequests, approvedInMeeting } from '../../../api/approvals/index.ts';
import { submitAppointment } from '../../../api/appointments/decide-appointment.ts';
import { changeProposal, discardProposal, proposeAppointment } from '../../../api/appointments/propose-appointment.ts';
import { AppointmentProposals } from '../../../api/appointments/proposal-list.ts';
import type { Context } from '../../../api/context.ts';
import { askForAreas } from '../../../api/governance/management/approve-areas.ts';
import { areaRounds } from '../../../api/governance/management/area-approval.ts';
import { Measures } from '../../../api/measures/measure-list.ts';
import { changeMeasure, discardMeasure, proposeMeasure, submitMeasure } from '../../../api/measures/index.ts';
import { discardDraft as discardPolicy, draftPolicy, PolicyVersions, submitPolicy } from '../../../api/policy/index.ts';
import {
  discardDraft,
  Procedures,
  ProcedureVersions,
  renewProcedure,
  retireProcedure,
  saveDraft,
  submitProcedure,
} from '../../../api/procedures/index.ts';
import { aMeasure, anAppointment } from '../../faults/repeats/routes.ts';
import { aTown, day, refusal, the } from '../organisation/builders.ts';
import { aGoverningTown } from '../policy/approval-builders.ts';
import { aDraft as aPolicyDraft } from '../policy/builders.ts';
import { aDraft, aLibrary, drafted, inForce } from '../procedures/a-library.ts';

type Act = () => Promise<unknown>;
interface Race {
  context: Context;
  /** Puts it in approval. */
  ask: Act;
  /** Ends it, or changes what is decided. */
  other: Act;
  /** Whether the other act took effect, and what is decided, if anything, is without it. */
  isDone: () => boolean;
}
const outcome = (act: Act): Promise<string> =>
  act().then(
    () => 'done',
    (thrown: unknown) => (thrown as { kind: string }).kind,
  );
const now = '2026-11-24T09:00:00.000Z';

const races: Record<string, () => Promise<Race>> = {
  'a draft of a procedure that is discarded': async () => {
    const { context } = await aLibrary();
    const [key, isk] = [await drafted(context), the(context, 'isk-nord')];
    return {
      context,
      ask: () => submitProcedure(context, isk, key),
      other: () => discardDraft(context, isk, key),
      isDone: () => context.list(ProcedureVersions).all()[0]?.discardedAt !== undefined,
    };
  },
  'a draft of a procedure that is saved': async () => {
    const { context } = await aLibrary();
    const [key, isk] = [await drafted(context), the(context, 'isk-nord')];
    const isSaved = () => context.list(ProcedureVersions).all()[0]?.body === 'Noget andet';
    return {
      context,
      ask: () => submitProcedure(context, isk, key),
      other: () => saveDraft(context, isk, key, aDraft({ text: 'Noget andet' })),
      isDone: () => isSaved() && !context.list(ApprovalRequests).all()[0]?.content.includes('Noget andet'),
    };
  },
  'a procedure that is retired': async () => {
    const { context } = await aLibrary();
    const [key, isk] = [await inForce(context), the(context, 'isk-nord')];
    return {
      context,
      ask: () => renewProcedure(context, isk, key, 'Uændret'),
      other: () => retireProcedure(context, isk, key, 'Afløst'),
      isDone: () => context.list(Procedures).get(key)?.retiredAt !== undefined,
    };
  },
  'a draft of the policy that is discarded': async () => {
    const { context } = await aGoverningTown();
    const ciso = the(context, 'ciso');
    const { key } = await draftPolicy(context, ciso, aPolicyDraft());
    return {
      context,
      ask: () => submitPolicy(context, ciso, key),
      other: () => discardPolicy(context, ciso, key),
      isDone: () => context.list(PolicyVersions).get(key)?.state === 'discarded',
    };
  },
  'a measure that is discarded': async () => {
    const { context } = await aTown(now);
    const ciso = the(context, 'ciso');
    const { key } = await proposeMeasure(context, ciso, aMeasure('Nøglekort'));
    return {
      context,
      ask: () => submitMeasure(context, ciso, key),
      other: () => discardMeasure(context, ciso, key),
      isDone: () => context.list(Measures).get(key)?.discardedAt !== undefined,
    };
  },
  'a measure that is changed': async () => {
    const { context } = await aTown(now);
    const ciso = the(context, 'ciso');
    const { key } = await proposeMeasure(context, ciso, aMeasure('Nøglekort'));
    const isChanged = () => context.list(Measures).get(key)?.title === 'Koder';
    return {
      context,
      ask: () => submitMeasure(context, ciso, key),
      other: () => changeMeasure(context, ciso, key, aMeasure('Koder')),
      isDone: () => isChanged() && context.list(ApprovalRequests).all()[0]?.title !== 'Koder',
    };
  },
  'a proposed appointment that is discarded': async () => {
    const { context } = await aTown(now);
    const ciso = the(context, 'ciso');
    const { key } = await proposeAppointment(context, ciso, { ...anAppointment(), role: 'ciso' });
    return {
      context,
      ask: () => submitAppointment(context, ciso, key),
      other: () => discardProposal(context, ciso, key),
      isDone: () => context.list(AppointmentProposals).get(key)?.discardedAt !== undefined,
    };
  },
  'a proposed appointment that is changed': async () => {
    const { context } = await aTown(now);
    const ciso = the(context, 'ciso');
    const { key } = await proposeAppointment(context, ciso, { ...anAppointment(), role: 'ciso' });
    const isChanged = () => context.list(AppointmentProposals).get(key)?.reason === 'Andet';
    return {
      context,
      ask: () => submitAppointment(context, ciso, key),
      other: () => changeProposal(context, ciso, key, { ...anAppointment('Andet'), role: 'ciso' }),
      isDone: () => isChanged() && context.list(ApprovalRequests).all()[0]?.summary !== 'Andet',
    };
  },
};
/** Requests that are open at last. */
const open = (context: Context) =>
  context
    .list(ApprovalRequests)
    .all()
    .filter(({ state }) => state === 'open');

describe.each(Object.entries(races))('%s at the moment it is put in approval', (_name, begun) => {
  it.each([true, false])('is not decided about in vain (asked first: %s)', async (isAskedFirst) => {
    const { context, ask, other, isDone } = await begun();
    const acts = isAskedFirst ? [ask, other] : [other, ask];
    const outcomes = await Promise.all(acts.map(outcome));
    expect(outcomes[0]).toBe('done');
    expect(['done', 'conflict', 'missing', 'forbidden']).toContain(outcomes[1]);
    expect([open(context).length, isDone()]).toEqual(open(context).length > 0 ? [1, false] : [0, true]);
  });
});

describe('an area of measures', () => {
  it('is in one request when two ask for it at once, with other areas', async () => {
    const { context } = await aTown(now);
    await Promise.all([
      askForAreas(context, the(context, 'ciso'), { areas: [3], body: 'executiveBoard' }),
      askForAreas(context, the(context, 'team'), { areas: [3, 4], body: 'executiveBoard' }),
    ]);
    expect(areaRounds(context).get(3)).toHaveLength(1);
    expect(areaRounds(context).get(4)).toHaveLength(1);
  });
});

describe('a decision in a meeting', () => {
  it('is told when another was recorded at the same moment, and a repeat is a success', async () => {
    const { context } = await aTown(now);
    const held = (itemNumber: string) =>
      approvedInMeeting(
        context,
        the(context, 'ciso'),
        {
          ...{ subjectKind: 'measureAreas', subjectKey: 'areas-3', summary: '', body: 'executiveBoard' },
          content: { title: 'Område 3', text: 'Indhold' },
        },
        { meetingOn: day('2026-11-20'), itemNumber },
      );
    const first = held('4');
    expect(await refusal(() => held('5'))).toBe('approvals.alreadyOpen');
    const { key } = await first;
    expect((await Promise.all([held('4'), held('4')])).map((one) => one.key)).toEqual([key, key]);
  });
});

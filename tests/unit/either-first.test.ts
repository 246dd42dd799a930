import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NetworkMeetings } from '../../api/annual-wheel/index.ts';
import { answerMeeting } from '../../api/annual-wheel/meetings/answer-meeting.ts';
import { meetingView } from '../../api/annual-wheel/meetings/meeting-views.ts';
import { callMeeting } from '../../api/annual-wheel/meetings/save-meeting.ts';
import { ApprovalRequests, openStage, stageSeats, voteOnApproval, type Vote } from '../../api/approvals/index.ts';
import { Assets } from '../../api/assets/index.ts';
import { recordCompletions } from '../../api/awareness/index.ts';
import type { Context } from '../../api/context.ts';
import { AssetRecovery } from '../../api/critical-services/index.ts';
import { saveRecovery } from '../../api/critical-services/save-recovery.ts';
import { setVital } from '../../api/critical-services/set-vital.ts';
import { ContingencyLog, Downtimes } from '../../api/contingency/index.ts';
import { reportDowntime } from '../../api/contingency/downtime/report-downtime.ts';
import { answerInspection, Inspections } from '../../api/inspections/index.ts';
import { asAppError } from '../../api/kernel/index.ts';
import { declareObligationSources } from '../../api/obligations/index.ts';
import { People, rolesOf } from '../../api/organisation/index.ts';
import { acknowledgePolicy } from '../../api/policy/index.ts';
import { makeSheet, SignSheets, tickPeople } from '../../api/sign-sheets/index.ts';
import { aSeededTown } from '../support/seeded-town.ts';
import { whatIsKnown } from '../support/what-is-known.ts';
import { importsIn } from './assets/importing.ts';
import { aRegister } from './assets/builders.ts';
import { obligationSources } from '../../teams-app/program/obligation-sources.ts';
import { anOpenRound, owes } from './awareness/builders.ts';
import { aCrisis } from './contingency/downtime/a-crisis.ts';
import { aTown, day, person, the } from './organisation/builders.ts';
import { publish } from './policy/builders.ts';

interface World {
  context: Context;
  setNow(moment: string): void;
}
type Step = (world: World) => Promise<unknown>;

/** What is there after the steps in this order; one that is refused has done nothing. */
async function after<W extends World>(world: W, steps: readonly Step[], look: (world: W) => unknown): Promise<unknown> {
  for (const [place, step] of steps.entries()) {
    world.setNow(`2026-11-24T09:0${place + 1}:00.000Z`);
    await step(world).catch((thrown: unknown) => asAppError(thrown).code);
  }
  return look(world);
}
/** The same whatever the order. */
async function commutes<W extends World>(
  make: () => Promise<W>,
  steps: readonly Step[],
  look: (world: W) => unknown,
): Promise<void> {
  const first = await after(await make(), steps, look);
  expect(await after(await make(), steps.toReversed(), look)).toEqual(first);
  const [one, ...others] = steps;
  if (one && others.length > 1) expect(await after(await make(), [...others, one], look)).toEqual(first);
}

/** A meeting decides, or whoever is first does. */
const isOfOne: readonly string[] = ['external', 'one'];

describe('two or three people, whoever is first', () => {
  it('report a downtime: it began at the earliest, and hits all their centres', async () => {
    const report = fc.record({
      startedAt: fc.constantFrom('2026-11-24T08:30:00.000Z', '2026-11-24T07:00:00.000Z', '2026-11-23T22:00:00.000Z'),
      centreIds: fc.constantFrom(['nord'], ['syd'], ['nord', 'syd']),
      note: fc.constantFrom('', 'Skærmen er sort'),
    });
    await fc.assert(
      fc.asyncProperty(fc.tuple(report, report, report), async (reports) => {
        const by = ['isk-nord', 'manager-syd', 'ciso'];
        const steps = reports.map(
          (said, place): Step =>
            ({ context }) =>
              reportDowntime(context, the(context, by[place] ?? 'ciso'), { assetKey: 'journal', ...said }),
        );
        // The note of the first is the description; those of the others are lines of the log.
        await commutes(aCrisis, steps, ({ context }) => ({
          downtimes: context
            .list(Downtimes)
            .all()
            .map(({ key, state, startedAt, centreIds }) => ({ key, state, startedAt, centreIds })),
          told: new Set(
            [
              ...context
                .list(Downtimes)
                .all()
                .map(({ note }) => note),
              ...context
                .list(ContingencyLog)
                .all()
                .map(({ text }) => text),
            ].filter((text) => text !== ''),
          ),
        }));
      }),
      { numRuns: 25 },
    );
  });

  it('answer the call to a meeting', async () => {
    const make = async () => {
      const town = await aTown('2026-11-24T09:00:00.000Z');
      const body = { title: 'Møde', on: '2026-12-10', startsAt: '09:30', minutes: 90, place: 'Rådhuset', agenda: [] };
      return { ...town, key: await callMeeting(town.context, the(town.context, 'ciso'), body) };
    };
    const { key: meetingKey } = await make();
    const answers = [
      ['isk-nord', 'yes'],
      ['isk-syd', 'no'],
    ] as const;
    const steps = answers.map(
      ([who, reply]): Step =>
        ({ context }) =>
          answerMeeting(context, the(context, who), {
            meetingKey: context.list(NetworkMeetings).all()[0]?.key ?? meetingKey,
            reply,
          }),
    );
    await commutes(make, steps, ({ context, key }) => {
      const { replies, people } = meetingView(context, the(context, 'ciso'), key);
      return { replies, people: people.map(({ id, reply }) => [id, reply]).toSorted() };
    });
  });

  it('acknowledge, sign and record courses', async () => {
    const make = async () => {
      const town = await aTown('2026-11-24T09:00:00.000Z');
      declareObligationSources(town.context, obligationSources);
      const { key: versionKey } = await publish(town.context, the(town.context, 'ciso'));
      const { course } = await anOpenRound(town.context);
      const heldOn = day('2026-11-24');
      const about = { kind: 'acknowledgePolicy', subjectKey: versionKey, way: 'meeting', heldOn, place: '' } as const;
      const sheet = await makeSheet(town.context, the(town.context, 'ciso'), { ...about, personIds: ['anne', 'bo'] });
      return { ...town, versionKey, courseKey: course.key, sheetKey: sheet.key };
    };
    type Given = Awaited<ReturnType<typeof make>>;
    const steps = [
      ({ context, versionKey }: Given) =>
        acknowledgePolicy(context, the(context, 'team'), { versionKey, channel: 'tab' }),
      ({ context, sheetKey }: Given) =>
        tickPeople(context, the(context, 'isk-nord'), sheetKey, { personIds: ['anne'], signed: true }),
      ({ context, sheetKey }: Given) =>
        tickPeople(context, the(context, 'isk-syd'), sheetKey, { personIds: ['bo'], signed: true }),
      ({ context, courseKey }: Given) =>
        recordCompletions(context, person('anne'), [
          { personId: person('anne'), courseKey, completedOn: day('2026-11-20'), source: 'selfDeclared' },
        ]),
      ({ context, courseKey }: Given) =>
        recordCompletions(context, person('ciso'), [
          { personId: person('anne'), courseKey, completedOn: day('2026-11-20'), source: 'import' },
        ]),
    ] as unknown as Step[];
    await commutes(make, steps, ({ context, sheetKey }) => ({
      ticked: context
        .list(SignSheets)
        .get(sheetKey)
        ?.ticks.map((tick) => [tick.person, tick.by])
        .toSorted(),
      owes: ['anne', 'bo', 'team'].map((who) => owes(context, who)),
    }));
  });

  it('say what a system can do, and that it is vital', async () => {
    const steps: Step[] = [
      ({ context }) => setVital(context, the(context, 'ciso'), 'net', { is: true, reason: 'Alle kommer ind ad den' }),
      // Filled in on a page that was opened before.
      ({ context }) => saveRecovery(context, the(context, 'bo'), 'net', { promise: 4, redundancy: 'full', note: '' }),
    ];
    await commutes(aCrisis, steps, ({ context }) => {
      const { promise, redundancy, vital } = context.list(AssetRecovery).get('net') ?? {};
      return { promise, redundancy, is: vital?.is };
    });
  });

  it('answer the questions of an inspection', async () => {
    const { context } = await aSeededTown();
    const planned = context
      .list(Inspections)
      .all()
      .find(({ state, items }) => state === 'planned' && items.length > 3);
    const leaders = context
      .list(People)
      .all()
      .filter(({ key }) => rolesOf(context, person(key)).some(({ centreId }) => centreId === planned?.centreId))
      .map(({ key }) => key);
    expect(leaders.length).toBeGreaterThan(1);
    const steps = leaders.slice(0, 2).map(
      (who, place): Step =>
        (world) =>
          answerInspection(world.context, the(world.context, who), planned?.key ?? '', {
            answers: [{ key: planned?.items[place]?.key ?? '', answer: 'yes', note: '' }],
          }),
    );
    await commutes(aSeededTown, steps, async (world) => ({
      answers: world.context.list(Inspections).get(planned?.key ?? '')?.answers,
      known: await whatIsKnown(world.context),
    }));
  });

  it('vote: the request ends alike, and with the same votes', async () => {
    const { context } = await aSeededTown();
    const requests = context
      .list(ApprovalRequests)
      .all()
      .flatMap((request) => {
        const open = openStage(request);
        const seats = open ? stageSeats(context, open.stage, request.submittedBy) : [];
        const voters = seats.flatMap(({ actor, barred }) => (actor === undefined || barred ? [] : [actor]));
        return open && voters.length > 1 && !isOfOne.includes(open.stage.rule)
          ? [{ request, number: open.number, voters }]
          : [];
      });
    expect(requests.length).toBeGreaterThan(0);
    const choice = fc.constantFrom('approve', 'approve', 'reject', 'abstain') satisfies fc.Arbitrary<Vote['choice']>;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...requests),
        choice,
        choice,
        async ({ request, number, voters }, ...choices) => {
          const steps = choices.map(
            (chosen, place): Step =>
              (world) =>
                voteOnApproval(world.context, the(world.context, voters[place] ?? ''), {
                  ...{ requestKey: request.key, stage: number, contentHash: request.contentHash, choice: chosen },
                  ...{ reason: 'Det har jeg skrevet', via: 'tab' },
                }),
          );
          await commutes(aSeededTown, steps, (world) => {
            const now = world.context.list(ApprovalRequests).get(request.key);
            return [now?.state, now?.stages.map(({ state }) => state)];
          });
        },
      ),
      { numRuns: 4 },
    );
  });
});

describe('the rows of a file', () => {
  it('make the same register in any order', async () => {
    const rows = [
      ['Nexus', 'nord', 'Anne Aagaard', 'Opus'],
      ['Opus', 'syd', '', 'Acadre'],
      ['Acadre', '', 'Bo Ærø', ''],
      ['Medicin', 'nord', '', 'Nexus'],
    ];
    const register = async (given: string[][]) => {
      const { context } = await aRegister();
      await importsIn(() => context).run(given);
      const all = context.list(Assets).all();
      const titleOf = (key: string) => all.find((one) => one.key === key)?.title;
      return all
        .map(({ title, centreId, ownerId, dependsOn }) => [title, centreId, ownerId, dependsOn.map(titleOf)])
        .toSorted();
    };
    const expected = await register(rows);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (given) => {
        expect(await register(given)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });
});

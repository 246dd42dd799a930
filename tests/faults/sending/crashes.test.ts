import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pauseCampaign, resumeCampaign, type RecipientState } from '../../../api/deliveries/index.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aCampaign, aKind, aSending, ciso, countsOf, people, recipients, stateOf } from './a-campaign.ts';
import { crashingProcess, type WriteFault } from './crashing-process.ts';
import { fakeTeams, type Answer } from './fake-teams.ts';

const ends: readonly RecipientState[] = [
  'sent',
  'uncertain',
  'notNeeded',
  'notInstalled',
  'blocked',
  'policyBlocked',
  'unreachable',
  'notApplicable',
  'left',
  'failed',
];

const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 30, arbitrary: fc.constant<Answer>('ok') },
  fc.constantFrom<Answer>(
    'arrivedThen504',
    'arrivedThenReset',
    { status: 429, retryAfterSeconds: 1 },
    { status: 504 },
    { status: 412 },
    { status: 500 },
    { status: 413 },
    { status: 403, code: 'BotNotInConversationRoster' },
    { status: 403, code: 'ConversationBlockedByUser' },
    { status: 403, code: 'Odd' },
    { status: 404, code: 'ConversationNotFound' },
  ),
);
const writeFault: fc.Arbitrary<WriteFault> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<WriteFault>('none') },
  fc.constantFrom<WriteFault>('lost', 'madeThen504', 'healed'),
);

const history = fc.record({
  size: fc.integer({ min: 1, max: 260 }),
  newcomers: fc.integer({ min: 0, max: 5 }),
  /** Each run of the program dies at this step; the last runs to the end. */
  crashes: fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 4 }),
  answers: fc.array(answer, { maxLength: 60 }).map((some): Answer[] => [...some, 'ok']),
  writes: fc.array(writeFault, { minLength: 1, maxLength: 12 }),
  /** The campaign is paused after this many calls to Teams, and resumed when a run ends. */
  pauseAfter: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
});

describe('a campaign that is killed, paused and answered in any way', () => {
  it('ends with everybody in exactly one end state, sums that add up, and no chat with two cards', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ size, newcomers, crashes, answers, writes, pauseAfter }) => {
        const { context } = memoryContext();
        const audience = people(size);
        const kind = aKind(audience);
        await aCampaign(context);
        const teams = fakeTeams((_asked, nth) => {
          if (nth === pauseAfter) void pauseCampaign(context, ciso, 'campaign').catch(() => undefined);
          return answers[nth % answers.length] ?? 'ok';
        });
        for (const crashAt of [...crashes, Infinity]) {
          const process = crashingProcess(context, teams.chat, {
            crashAt,
            writeFault: (nth) => (nth < 400 ? (writes[nth % writes.length] ?? 'none') : 'none'),
          });
          await process.run(() => aSending(process.context, process.chat, kind).processAll());
          audience.push(...people(crashAt === Infinity ? 0 : newcomers, audience.length + 1));
        }
        await sendTheRest();

        const all = recipients(context);
        expect(all.map(({ person }) => person).toSorted()).toEqual(audience);
        expect(all.filter(({ state }) => !ends.includes(state))).toEqual([]);
        expect(Object.values(countsOf(context)).reduce((sum, count) => sum + count, 0)).toBe(audience.length);
        for (const person of audience) expect(teams.cardsOf(person).length).toBeLessThanOrEqual(1);
        for (const { person, state } of all) if (state === 'sent') expect(teams.cardsOf(person)).toHaveLength(1);
        expect(stateOf(context)).toBe('finished');

        /** A paused or stopped campaign is resumed, without faults. */
        async function sendTheRest(): Promise<void> {
          let round = 0;
          do {
            if (stateOf(context) === 'paused' || stateOf(context) === 'stopped')
              await resumeCampaign(context, ciso, 'campaign');
            const healthy = round < 3 ? teams.chat : fakeTeamsIn(teams.chats).chat;
            await aSending(context, healthy, kind).processAll();
            round += 1;
          } while (round < 40 && stateOf(context) !== 'finished');
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Another Teams with the same chats that always succeeds. */
function fakeTeamsIn(chats: ReturnType<typeof fakeTeams>['chats']) {
  const healthy = fakeTeams();
  const send: typeof healthy.chat.send = async (to, message) => {
    const answered = await healthy.chat.send(to, message);
    for (const [person, cards] of healthy.chats) chats.set(person, [...(chats.get(person) ?? []), ...cards]);
    healthy.chats.clear();
    return answered;
  };
  return { chat: { ...healthy.chat, send } };
}

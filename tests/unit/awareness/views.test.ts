import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  closeRound,
  Completions,
  CourseRounds,
  declareCourse,
  Exemptions,
  exemptPerson,
  MissedCycles,
  nudgePeople,
  registerCompletion,
  saveRound,
} from '../../../api/awareness/index.ts';
import { learningContract } from '../../../api/awareness/contract.ts';
import { courseList, roundFields, roundList, roundPreview } from '../../../api/awareness/course-views.ts';
import { learningCoverage } from '../../../api/awareness/coverage-view.ts';
import { exemptionList } from '../../../api/awareness/exemption-views.ts';
import { learnersPage, type PeopleQuery } from '../../../api/awareness/learners-view.ts';
import { learningWorkbook } from '../../../api/awareness/learning-workbook.ts';
import { learningObligations, learningObligationsOf } from '../../../api/awareness/learning-obligations.ts';
import { missedKey } from '../../../api/awareness/missed-cycles.ts';
import { myLearning } from '../../../api/awareness/mine-view.ts';
import { percentDone } from '../../../api/awareness/learning-count.ts';
import { roundCounts, roundStatuses } from '../../../api/awareness/round-statuses.ts';
import type { Context } from '../../../api/context.ts';
import { addDays, todayOf, type Instant, type PersonId } from '../../../api/kernel/index.ts';
import { employees, People } from '../../../api/organisation/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aCentre, aPerson, aTown, centre, day, person, refusal, settle, the } from '../organisation/builders.ts';
import { aCompletion, anExemption, anOpenRound, aRound, aStoredRound, everybody, take } from './builders.ts';

const all: PeopleQuery = { show: 'all', sort: 'name', direction: 'up', offset: 0, limit: 500 };
const ids = ({ people }: { people: { id: string }[] }) => people.map(({ id }) => id);

describe('the numbers of a round', () => {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const around = fc.integer({ min: -80, max: 80 }).map((days) => addDays(day('2026-11-24'), days));
  const someone = fc.record({
    centreId: maybe(fc.constantFrom('nord', 'syd', 'nowhere').map(centre)),
    hiredOn: maybe(around),
    leftOn: maybe(around),
    absentFrom: maybe(around),
    absentTo: maybe(around),
    completedOn: maybe(around),
    exemptFrom: maybe(around),
  });
  const rule = fc.constantFrom(everybody, { ...everybody, everybody: false, centreIds: [centre('nord')] });

  it('put everybody employed in exactly one state, by centre as in the whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someone, { maxLength: 25 }),
        rule,
        fc.constantFrom('round' as const, 'lastCompletion' as const),
        fc.boolean(),
        async (people, obliged, basis, closed) => {
          const { context } = memoryContext();
          await settle(context, { centres: [aCentre('nord'), aCentre('syd')] });
          const end = closed ? { closedOn: day('2026-11-20') } : {};
          await context.list(CourseRounds).create(aStoredRound('r', { obliged, basis, ...end }));
          for (const [index, { completedOn, exemptFrom, ...one }] of people.entries()) {
            await context.list(People).create(aPerson(`p${index}`, one));
            if (completedOn) await context.list(Completions).create(aCompletion(`p${index}`, completedOn));
            if (exemptFrom) await context.list(Exemptions).create(anExemption(`p${index}`, { from: exemptFrom }));
          }
          const [round] = context.list(CourseRounds).all();
          if (!round) throw new Error('no round');
          const { whole, centres } = roundCounts(context, round);
          const sum = (name: keyof typeof whole) =>
            [...centres.values()].reduce((total, count) => total + count[name], 0);
          for (const name of ['people', 'done', 'missing', 'overdue', 'exempt', 'onLeave'] as const)
            expect(sum(name)).toBe(whole[name]);
          expect(whole.done + whole.missing).toBe(whole.people);
          expect(whole.overdue).toBeLessThanOrEqual(whole.missing);
          for (const count of [whole, ...centres.values()])
            expect(percentDone(count) === 100).toBe(count.missing === 0);

          const population = closed ? undefined : employees(context).length;
          const asked = whole.people + whole.exempt + whole.onLeave;
          if (obliged.everybody && population !== undefined) expect(asked).toBe(population);
          const today = todayOf(context.clock);
          const debts = [...learningObligations(context, today)];
          expect(debts).toHaveLength(closed ? 0 : asked - whole.exempt);
          for (const debt of debts) expect(learningObligationsOf(context, debt.personId, today)).toEqual([debt]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are the same whether completions come one by one or all at once, also in the round before', async () => {
    const given = fc.record({
      who: fc.constantFrom('anne', 'bo', 'ciso', 'isk-nord', 'nobody'),
      on: fc.integer({ min: 0, max: 500 }).map((days) => addDays(day('2025-07-12'), days)),
      source: fc.constantFrom('import' as const, 'selfDeclared' as const),
    });
    const basis = fc.constantFrom('round' as const, 'lastCompletion' as const);
    await fc.assert(
      fc.asyncProperty(fc.array(given, { maxLength: 12 }), basis, async (completions, rule) => {
        const world = async () => {
          const { context } = await aTown();
          const before = { opensOn: day('2025-10-01'), dueOn: day('2026-01-31'), closedOn: day('2026-02-15') };
          await context.list(CourseRounds).create(aStoredRound('before', { ...before, basis: rule }));
          await context.list(CourseRounds).create(aStoredRound('now', { basis: rule }));
          return context;
        };
        const [oneByOne, atOnce] = [await world(), await world()];
        const seen = (context: Context) =>
          ['before', 'now'].map((key) => {
            const round = context.list(CourseRounds).get(key);
            if (!round) throw new Error('no round');
            const { whole, centres } = roundCounts(context, round);
            const states = roundStatuses(context, round).map(({ personId, status }) => [personId, status]);
            return structuredClone([whole, [...centres], states]);
          });
        for (const { who, on, source } of completions) {
          await oneByOne.list(Completions).create(aCompletion(who, on, { source }));
          seen(oneByOne);
        }
        for (const { who, on, source } of completions)
          await atOnce.list(Completions).create(aCompletion(who, on, { source }));
        expect(seen(oneByOne)).toEqual(seen(atOnce));
      }),
      { numRuns: 40 },
    );
  });

  it('follow a completion, a move, a leave and a new day at once', async () => {
    const { context, setNow } = await aTown();
    const { course, round } = await anOpenRound(context);
    const counts = () => {
      const { people, done, missing, onLeave, overdue } = roundCounts(context, round).whole;
      return [people, done, missing, onLeave, overdue];
    };
    expect(counts()).toEqual([14, 0, 14, 0, 0]);
    await take(context, course.key, 'anne', '2026-11-20');
    expect(counts()).toEqual([14, 1, 13, 0, 0]);
    await context.list(People).update('bo', () => ({ absentFrom: day('2026-11-24'), absentTo: day('2027-05-01') }));
    expect(counts()).toEqual([13, 1, 12, 1, 0]);
    setNow('2027-02-01T09:00:00.000Z');
    expect(counts()).toEqual([13, 1, 12, 1, 12]);
  });
});

describe('what the tab shows', () => {
  let context: Context;
  let setNow: (moment: string) => void;
  let courseKey: string;
  let roundKey: string;
  beforeEach(async () => {
    ({ context, setNow } = await aTown());
    context.texts = translator;
    const { course, round } = await anOpenRound(context);
    courseKey = course.key;
    roundKey = round.key;
  });
  const roundNow = () => {
    const round = context.list(CourseRounds).get(roundKey);
    if (!round) throw new Error('no round');
    return round;
  };
  const page = (by: string, query: Partial<PeopleQuery> = {}) =>
    learnersPage(context, the(context, by), roundNow(), { ...all, ...query });

  it('of me: what I owe, why, how it is done, and my history', async () => {
    const mine = () => learningContract['GET /api/learning'].answer.parse(myLearning(context, the(context, 'anne')));
    expect(mine()).toMatchObject({
      courses: [{ state: 'open', due: '2027-01-31', daysLeft: 68, because: 'everybody', abilities: { declare: true } }],
      history: [],
      abilities: { manage: false, seeCoverage: false, register: false },
    });
    await context.list(MissedCycles).create({
      key: missedKey('old', person('anne')),
      title: 'Anne',
      roundKey: 'old',
      courseKey,
      personId: person('anne'),
      due: day('2026-01-31'),
      at: '2026-02-01T08:00:00.000Z' as Instant,
    });
    await declareCourse(context, the(context, 'anne'), { roundKey, takenOn: day('2026-11-20'), channel: 'tab' });
    expect(mine()).toMatchObject({
      courses: [{ state: 'done', completedOn: '2026-11-20', source: 'selfDeclared', abilities: { declare: false } }],
      history: [
        { what: 'completed', on: '2026-11-20', source: 'selfDeclared' },
        { what: 'missed', due: '2026-01-31' },
      ],
    });
    expect(page('ciso', { q: 'aagaard' }).people).toMatchObject([{ id: 'anne', missedBefore: 1 }]);
  });

  it('of me while exempt, and who registered for me', async () => {
    await registerCompletion(context, the(context, 'isk-nord'), {
      personId: person('anne'),
      courseKey,
      completedOn: day('2026-05-01'),
      note: '',
    });
    await exemptPerson(context, the(context, 'ciso'), {
      personId: person('anne'),
      courseKey,
      reason: 'Ingen persondata',
      from: day('2026-11-24'),
      until: day('2026-12-31'),
    });
    expect(myLearning(context, the(context, 'anne'))).toMatchObject({
      courses: [{ state: 'exempt', exemption: { reason: 'Ingen persondata', until: '2026-12-31' } }],
      history: [{ what: 'completed', source: 'manager', recordedBy: { name: 'Mette Sørensen' } }],
    });
  });

  it('of the people: searched, filtered, sorted and a page at a time', async () => {
    await take(context, courseKey, 'anne', '2026-11-20');
    await settle(context, { people: [aPerson('ny', { title: 'Åse Ågård', hiredOn: day('2026-11-20') })] });
    const schema = learningContract['GET /api/learning/rounds/:roundKey/people'].answer;
    expect(schema.parse(page('ciso'))).toMatchObject({ total: 15 });
    expect(page('ciso', { show: 'done' }).people).toMatchObject([
      { id: 'anne', state: 'done', completedOn: '2026-11-20', source: 'import', abilities: { register: false } },
    ]);
    expect(ids(page('ciso', { q: 'aase aag' }))).toEqual(['ny']);
    expect(ids(page('ciso', { q: 'gård' }))).toEqual([]);
    expect(ids(page('ciso', { show: 'missing', sort: 'due', limit: 1 }))).toEqual(['ny']);
    expect(page('ciso', { show: 'missing', sort: 'due', limit: 1 }).people).toMatchObject([
      { due: '2026-12-20', daysLeft: 26 },
    ]);
    expect(ids(page('ciso', { show: 'missing', sort: 'due', direction: 'down' })).at(-1)).toBe('ny');
    const [first, second] = [page('ciso', { limit: 8 }), page('ciso', { offset: 8, limit: 8 })];
    expect([...ids(first), ...ids(second)]).toEqual(ids(page('ciso')));
    expect(ids(page('ciso', { sort: 'centre' })).slice(-3)).toEqual(ids(page('ciso', { centreId: 'syd' })));
    await settle(context, {
      centres: [aCentre('aeldre', { title: 'Center for Ældre' })],
      people: [
        aPerson('nowhere', { hiredOn: day('2026-11-20'), centreId: undefined }),
        aPerson('old', { hiredOn: day('2026-11-20'), centreId: centre('aeldre') }),
      ],
    });
    expect(ids(page('ciso', { sort: 'centre' })).slice(-2)).toEqual(['old', 'nowhere']);
    const down = ids(page('ciso', { sort: 'centre', direction: 'down' }));
    expect([down[0], down.at(-1)]).toEqual(['old', 'nowhere']);
  });

  it('of the people: only one’s own centres, and what one may do there', () => {
    expect(page('isk-nord').total).toBe(11);
    expect(page('manager-syd').total).toBe(3);
    for (const by of ['anne', 'board'])
      expect(() => page(by)).toThrowError(expect.objectContaining({ code: 'awareness.mayNotSeePeople' }));
    expect(() => page('isk-nord', { centreId: 'syd' })).toThrowError();
    expect(() => page('isk-nord', { centreId: 'none' })).toThrowError();
    const can = (by: string, id: string) => page(by).people.find((one) => one.id === id)?.abilities;
    expect(can('isk-nord', 'anne')).toEqual({ register: true, exempt: false });
    expect(can('manager-nord', 'anne')).toEqual({ register: true, exempt: true });
    expect(can('manager-nord', 'manager-nord')).toEqual({ register: false, exempt: false });
    expect(can('auditor', 'anne')).toEqual({ register: false, exempt: false });
  });

  it('of the coverage: by centre beside the round before, over the years, and where one may nudge', async () => {
    await context.list(CourseRounds).create(
      aStoredRound('before', {
        courseKey,
        title: 'GDPR 2025',
        opensOn: day('2025-10-01'),
        dueOn: day('2026-01-31'),
        closedOn: day('2026-02-15'),
      }),
    );
    for (const id of ['bo', 'isk-syd', 'manager-syd', 'anne']) await take(context, courseKey, id, '2025-11-20');
    await take(context, courseKey, 'bo', '2026-11-20');
    const view = (by: string) =>
      learningContract['GET /api/learning/rounds/:roundKey/coverage'].answer.parse(
        learningCoverage(context, the(context, by), roundKey),
      );
    expect(view('board')).toMatchObject({
      people: 14,
      done: 1,
      missing: 13,
      percent: 7.1,
      abilities: { export: true },
    });
    expect(view('board').centres).toMatchObject([
      { centre: { id: 'nord' }, people: 11, done: 0, percent: 0, previousPercent: 9, abilities: { seePeople: false } },
      { centre: { id: 'syd' }, people: 3, done: 1, percent: 33.3, previousPercent: 100 },
    ]);
    expect(view('board').years.map(({ title, percent }) => [title, percent])).toEqual([
      ['GDPR 2025', 28.5],
      ['GDPR 2026', 7.1],
    ]);
    const nudge = (by: string) => view(by).centres.map(({ abilities, nextNudgeAt }) => [abilities.nudge, nextNudgeAt]);
    expect(nudge('auditor')).toEqual([
      [false, undefined],
      [false, undefined],
    ]);
    expect(nudge('isk-nord')).toEqual([
      [true, undefined],
      [false, undefined],
    ]);
    await nudgePeople(context, the(context, 'isk-nord'), { roundKey, centreId: 'nord' });
    expect(nudge('isk-nord')[0]).toEqual([false, '2026-11-30T23:00:00.000Z']);
    expect(nudge('ciso')[1]).toEqual([true, undefined]);
    setNow('2026-11-30T23:00:00.000Z');
    expect(nudge('isk-nord')[0]).toEqual([true, undefined]);
  });

  it('of the rounds: state, counts, and what one may do', async () => {
    const next = { title: 'GDPR 2027', opensOn: day('2027-10-01'), dueOn: day('2028-01-31') };
    const obliged = { ...everybody, everybody: false, personIds: [person('bo')] };
    await saveRound(context, the(context, 'ciso'), aRound(courseKey, { ...next, obliged }));
    const rounds = async (by: string) =>
      learningContract['GET /api/learning/rounds'].answer.parse(await roundList(context, the(context, by)));
    expect((await rounds('ciso')).rounds).toMatchObject([
      { title: 'GDPR 2027', state: 'coming', abilities: { edit: true, close: false, seeCoverage: false } },
      { title: 'GDPR 2026', state: 'open', people: 14, missing: 14, abilities: { edit: true, close: true } },
    ]);
    expect((await rounds('ciso')).rounds[0]).toMatchObject({ obliged: { personIds: ['bo'] }, persons: [{ id: 'bo' }] });
    expect((await rounds('board')).rounds[0]?.obliged.personIds).toEqual([]);
    expect((await rounds('board')).rounds[0]).not.toHaveProperty('persons');
    await closeRound(context, the(context, 'ciso'), roundKey);
    expect((await rounds('team')).rounds[1]).toMatchObject({
      state: 'closed',
      abilities: { edit: false, close: false },
    });
    expect(await refusal(() => learningCoverage(context, the(context, 'ciso'), 'none'))).toBe('awareness.noSuchRound');
    expect(courseList(context, the(context, 'auditor'))).toMatchObject({ abilities: { edit: false } });
  });

  it('of a round that is not made yet: whom it would oblige, and which groups are not read', async () => {
    context.groupMembers = (groupId) => (groupId === 'g1' ? new Set<PersonId>([person('anne')]) : undefined);
    await context.list(People).update('bo', () => ({ teams: false }));
    const obliged = { everybody: false, centreIds: [centre('syd')], groupIds: ['g1', 'g2'], personIds: [] };
    const body = { ...aRound(courseKey), obliged };
    expect(roundPreview(context, the(context, 'ciso'), body)).toEqual({
      people: 4,
      centres: [
        { centre: { id: 'syd', title: 'Center for syd' }, people: 3 },
        { centre: { id: 'nord', title: 'Center for nord' }, people: 1 },
      ],
      withoutTeams: 1,
      unreadGroups: ['g2'],
    });
    expect(roundFields(body).obliged).toEqual(obliged);
  });

  it('of the exemptions: of one’s own centres, those in force first', async () => {
    await context.list(Exemptions).create(anExemption('anne', { courseKey, until: day('2026-11-23') }));
    await context.list(Exemptions).create(anExemption('bo', { courseKey }));
    await context.list(Exemptions).create(anExemption('team', { courseKey }));
    const seen = (by: string) => exemptionList(context, the(context, by));
    expect(learningContract['GET /api/learning/exemptions'].answer.parse(seen('ciso')).exemptions).toMatchObject([
      { person: { id: 'bo' }, state: 'current', abilities: { end: true } },
      { person: { id: 'team' }, state: 'current' },
      { person: { id: 'anne' }, state: 'ended', until: '2026-11-23', abilities: { end: false } },
    ]);
    expect(seen('isk-nord').exemptions.map(({ person: { id } }) => id)).toEqual(['team', 'anne']);
    expect(seen('isk-nord').abilities.add).toBe(false);
    expect(seen('manager-nord')).toMatchObject({
      abilities: { add: true },
      exemptions: [{ abilities: { end: true } }, {}],
    });
    expect(() => seen('anne')).toThrowError();
  });

  it('gives the same numbers as a workbook, with the people one may see', async () => {
    const file = await learningWorkbook(context, the(context, 'isk-nord'), roundNow(), {});
    expect(file.fileName).toBe('GDPR 2026 - dækning.xlsx');
    expect(file.bytes.length).toBeGreaterThan(3000);
    expect(
      await refusal(() => learningWorkbook(context, the(context, 'isk-nord'), roundNow(), { centreId: 'syd' })),
    ).toBe('awareness.mayNotSeePeople');
  });
});

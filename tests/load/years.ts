import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ClosedReceipts } from '../../api/acknowledgements/index.ts';
import { AuditEntries } from '../../api/audit/index.ts';
import {
  completionKey,
  Completions,
  CourseRounds,
  Courses,
  MissedCycles,
  missedKey,
} from '../../api/awareness/index.ts';
import { Campaigns, DeliveryBlocks } from '../../api/deliveries/index.ts';
import { ClosedMonths } from '../../api/history/index.ts';
import {
  addDays,
  todayOf,
  type CentreId,
  type Instant,
  type LocalDate,
  type PersonId,
} from '../../api/kernel/index.ts';
import { PolicyVersions } from '../../api/policy/index.ts';
import { digestCampaignKey, ReminderPages } from '../../api/reminders/index.ts';
import { isWorkingDay } from '../../api/working-days.ts';
import { readConfig } from '../../teams-app/config/config.ts';
import { deskValues } from '../../teams-app/config/desk-values.ts';
import { runDeskAlone } from '../../teams-app/commands/run-desk-alone.ts';
import { inserter } from '../../teams-app/seed/fill-world.ts';
import { createLog } from '../../teams-app/program/logging.ts';
import { megabytes, number, print, seconds, times, type Figure } from './figures.ts';

const run = promisify(execFile);
const measured = z.object({
  milliseconds: z.number(),
  processorMs: z.number(),
  items: z.number(),
  rss: z.number(),
  heap: z.number(),
});

/** Measured in simulated years: 24 to 65 digests a person. */
const digestsAYear = 45;
/** 63 days of look-back for reminders, and the rest of the first month of them. */
const liveDays = 90;
const [actsAYear, liveActDays, campaignsADay] = [200_000, 60, 9];
const onPage = 200;
/**
 * A yearly course: share that takes it in a round, in and after time, and the centres with numbers of a closed round.
 */
const [courseKey, takesIt, inTime, centresOfRound] = ['bench-course', 0.93, 0.88, 80];
/** The open round, the previous one, and one with people still to leave. */
const liveRounds = 2;
/**
 * Receipts of a year, superseded in the next: the policy and guidelines by everybody, procedures of centres by some.
 * The seeded desk has the receipts of two versions of the policy, which stay.
 */
const [readByAllAYear, localAYear, receiptsInFile] = [5, 100, 20_000];

/** The program's start with 50,000 people after 1, 5 and 10 years, with months closed as by the job. */
export async function measureYears(people: number): Promise<void> {
  const env = { DATA_DIR: ':memory:', PEOPLE: String(people), EMULATOR_PORT: '0', LOG_LEVEL: 'error' };
  const desk = await runDeskAlone(readConfig(env, deskValues), createLog('error'), true);
  try {
    const { world } = desk;
    if (!world) throw new Error('a desk of another process');
    const { insert } = inserter(world);
    const today = todayOf(desk.clock);
    const ids = world.directory
      .users()
      .slice(0, people)
      .map(({ id }) => id as PersonId);
    insert(ReminderPages, livePages(ids, today));
    insert(DeliveryBlocks, liveBlocks(ids, today));
    insert(AuditEntries, acts(today));
    insert(Campaigns, campaigns(today, 0, liveDays, false));
    const figures: Figure[] = [];
    let first: z.output<typeof measured> | undefined;
    for (const [from, to] of [
      [0, 1],
      [1, 5],
      [5, 10],
    ] as const) {
      insert(Campaigns, campaigns(today, liveDays + from * 365, liveDays + to * 365, true));
      if (from === 0) insert(Courses, [course]);
      insert(CourseRounds, rounds(today, from, to));
      insert(Completions, completions(ids, today, from, to));
      insert(MissedCycles, missed(ids, today, from, to));
      insert(ClosedMonths, closedMonths(today, from, to));
      insert(ClosedMonths, closedYears(today, from, to));
      insert(ClosedMonths, closedReceiptMonths(today, from, to, people));
      insert(ClosedReceipts, closedReceipts(today, from, to, people));
      insert(PolicyVersions, endedPolicies(today, from, to));
      const { stdout } = await run(process.execPath, [
        '--expose-gc',
        join(import.meta.dirname, 'load-lists.ts'),
        'mirror',
        desk.address,
      ]);
      const now = measured.parse(JSON.parse(stdout));
      first ??= now;
      figures.push({
        what: `after ${to} years`,
        figure: `${megabytes(now.heap)}, ${seconds(now.processorMs)} of processor`,
        beside: `${number(now.items)} items; memory ${times(now.heap, first.heap)}, processor ${times(now.processorMs, first.processorMs)} of one year; ${seconds(now.milliseconds)} on the clock; goal 1.2 ×`,
      });
    }
    await printLived();
    print(`Start-up of ${number(people)} people, heap and time, ${digestsAYear} digests a person and year`, figures);
  } finally {
    await desk.close();
  }
}

const at = (day: LocalDate): Instant => `${day}T08:00:00.123Z` as Instant;
const workingDays = (today: LocalDate, days: number): LocalDate[] =>
  Array.from({ length: days }, (_, ago) => addDays(today, -ago)).filter((day) => isWorkingDay(day));
/** People told on a day: everybody equally often. */
const toldOn = (ids: readonly PersonId[], place: number): PersonId[] => {
  const every = Math.max(1, Math.round(251 / digestsAYear));
  return ids.filter((_, nth) => (nth + place) % every === 0);
};
const inPages = <Made>(
  told: readonly PersonId[],
  make: (some: readonly PersonId[], position: number) => Made,
): Made[] =>
  Array.from({ length: Math.ceil(told.length / onPage) }, (_, nth) =>
    make(told.slice(nth * onPage, (nth + 1) * onPage), nth + 1),
  );

const livePages = (ids: readonly PersonId[], today: LocalDate) =>
  workingDays(today, liveDays).flatMap((day, place) =>
    inPages(toldOn(ids, place), (some, position) => ({
      ...{ key: `${day}_${position}`, title: `${day} (${position})`, day, position },
      subjects: [
        { kind: 'acknowledgePolicy', title: 'Informationssikkerhedspolitik 5.0', due: addDays(day, -7) },
        { kind: 'takeCourse', title: 'Persondata i hverdagen', due: addDays(day, -14) },
      ],
      people: some.map((person) => ({
        person,
        lines: [
          { about: 0, key: `policy-5-0_${person}` },
          { about: 1, key: `round-1_${person}` },
        ],
      })),
    })),
  );
const liveBlocks = (ids: readonly PersonId[], today: LocalDate) =>
  workingDays(today, liveDays).flatMap((day, place) =>
    inPages(toldOn(ids, place), (some, position) => ({
      ...{ key: `${digestCampaignKey(day)}_${position}`, title: day, campaignKey: digestCampaignKey(day), position },
      recipients: some.map((person, nth) => ({
        ...{ person, state: 'sent' as const, activity: `1:${day}${position}${nth}`, at: at(day) },
      })),
    })),
  );
const acts = (today: LocalDate) =>
  Array.from({ length: Math.round((actsAYear * liveActDays) / 365) }, (_, nth) => ({
    ...{
      key: `completeTask_${nth}`,
      title: 'completeTask',
      subjectKey: `task-${nth}`,
      actorId: `person-${nth}` as PersonId,
    },
    ...{
      at: at(addDays(today, -(nth % liveActDays))),
      details: { activityKey: `activity-${nth % 60}`, centreId: null },
    },
  }));
const campaigns = (today: LocalDate, from: number, to: number, isClosed: boolean) =>
  workingDays(addDays(today, -from), to - from).flatMap((day) =>
    Array.from({ length: campaignsADay }, (_, nth) => ({
      key: nth === 0 ? digestCampaignKey(day) : `approval-${day}-${nth}`,
      ...{
        title: `Campaign ${nth} of ${day}`,
        kind: nth === 0 ? 'digest' : 'approval',
        subjectKey: nth === 0 ? day : `${day}-${nth}`,
      },
      ...{ state: 'finished' as const, startedAt: at(day), startedBy: 'system' as PersonId, changedAt: at(day) },
      ...(isClosed
        ? { sums: { counts: { sent: 9_000, failed: 12 }, month: day.slice(0, 7), told: 9_000, doneSince: 4_000 } }
        : {}),
    })),
  );
const course = { key: courseKey, title: 'Persondata i hverdagen', url: '', minutes: 25, describe: '' };
const opening = (today: LocalDate, year: number): LocalDate => addDays(today, -84 - year * 365);
const roundKey = (year: number): string => `bench-round-${year}`;
/** Rounds of the years, the latest first; those before the live ones with their numbers. */
const rounds = (today: LocalDate, from: number, to: number) =>
  yearsFrom(from, to).map((year) => ({
    ...{ key: roundKey(year), title: `Persondata ${year}`, courseKey, opensOn: opening(today, year) },
    ...{ dueOn: addDays(opening(today, year), 150), newWithinDays: 30, basis: 'round' as const, selfDeclared: true },
    obliged: { everybody: true, centreIds: [], groupIds: [], personIds: [] },
    ...(year < liveRounds
      ? {}
      : {
          history: {
            nextOpensOn: opening(today, year - 1),
            centres: Array.from(
              { length: centresOfRound },
              (_, nth): [CentreId, [number, number, number, number, number, number, number]] => [
                `center-${nth}` as CentreId,
                [625, 580, 110, 45, 45, 3, 9],
              ],
            ),
          },
        }),
  }));
const yearsFrom = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, nth) => from + nth);
/** Everybody by a number of their own, so that it is others who miss each year. */
const chance = (nth: number, year: number): number => ((nth * 7_919 + year * 104_729) % 10_007) / 10_007;
const took = (nth: number, year: number): boolean => chance(nth, year) < takesIt;

/** All of the live rounds; of those before, what stays: the latest of whoever has not taken the course since. */
const completions = (ids: readonly PersonId[], today: LocalDate, from: number, to: number) =>
  yearsFrom(from, to).flatMap((year) =>
    ids.flatMap((personId, nth) => {
      const isSuperseded = year >= liveRounds && yearsFrom(1, year).some((later) => took(nth, later));
      if (!took(nth, year) || isSuperseded) return [];
      const completedOn = addDays(opening(today, year), 1 + (nth % 80));
      return {
        ...{ key: completionKey(courseKey, personId, completedOn), title: `Person ${nth}`, courseKey, personId },
        ...{ completedOn, source: 'import' as const, recordedBy: personId, at: at(completedOn) },
      };
    }),
  );
/** All of the live rounds; of those before, one for each person, which says what the others said. */
const missed = (ids: readonly PersonId[], today: LocalDate, from: number, to: number) =>
  yearsFrom(Math.max(1, from), to).flatMap((year) =>
    ids.flatMap((personId, nth) => {
      const misses = (of: number) => chance(nth, of) >= inTime;
      if (!misses(year) || (year >= liveRounds && yearsFrom(liveRounds, year).some(misses))) return [];
      const due = addDays(opening(today, year), 150);
      const earlier = yearsFrom(year, 10).filter(misses);
      return {
        ...{ key: missedKey(roundKey(year), personId), title: `Person ${nth}`, roundKey: roundKey(year), courseKey },
        ...{ personId, due, at: at(due) },
        ...(year >= liveRounds && earlier.length > 1
          ? { counted: earlier.map((of) => ({ roundKey: roundKey(of), due: addDays(opening(today, of), 150) })) }
          : {}),
      };
    }),
  );
const closedYears = (today: LocalDate, from: number, to: number) =>
  yearsFrom(Math.max(liveRounds, from), to).flatMap((year) =>
    ['Completions', 'MissedCycles'].flatMap((list) =>
      Array.from({ length: list === 'Completions' ? 6 : 3 }, (_, nth) => {
        const [month, part] = [addDays(today, -year * 365).slice(0, 4), nth + 1];
        const name = `${list}_${month}_${part}`;
        return {
          ...{ key: name, title: name, list, month, part, state: 'closed' as const, path: `Historik/${name}.jsonl.gz` },
          ...{ fileId: `file-${name}`, hash: 'b'.repeat(64), items: 9_000, bytes: 900_000, rawBytes: 4_000_000 },
          closedAt: at(today),
        };
      }),
    ),
  );
const closedMonths = (today: LocalDate, from: number, to: number) =>
  Array.from({ length: (to - from) * 12 }, (_, nth) =>
    addDays(today, -liveDays - from * 365 - nth * 30).slice(0, 7),
  ).flatMap((month, nth) =>
    ['ReminderPages', 'DeliveryBlocks', 'AuditEntries'].flatMap((list) =>
      [1, 2, 3, 4].map((part) => ({
        ...{ key: `${list}_${month}_${part}_${from}_${nth}`, title: `${list} ${month} (${part})`, list, month, part },
        ...{
          state: 'closed' as const,
          path: `Historik/${list}/${month}-${part}.jsonl.gz`,
          fileId: `file-${list}-${month}-${part}`,
        },
        ...{ hash: 'a'.repeat(64), items: 400, bytes: 3_000_000, rawBytes: 32_000_000, closedAt: at(today) },
      })),
    ),
  );

/** The years in which receipts left, by the day on which their versions ended. */
const yearsAgo = (today: LocalDate, from: number, to: number): LocalDate[] =>
  Array.from({ length: to - from }, (_, nth) => addDays(today, -(from + nth + 2) * 365));
const partsOf = (receipts: number) =>
  Array.from({ length: Math.max(1, Math.ceil(receipts / receiptsInFile)) }, (_, nth) => nth + 1);

const closedReceiptMonths = (today: LocalDate, from: number, to: number, people: number) =>
  yearsAgo(today, from, to).flatMap((day) =>
    partsOf((readByAllAYear + 1) * people).map((part) => ({
      ...{ key: `Acknowledgements_${day}_${part}`, title: `Acknowledgements ${day} (${part})` },
      ...{ list: 'Acknowledgements', month: day.slice(0, 7), part, state: 'closed' as const },
      ...{ path: `Historik/Acknowledgements/${day}-${part}.jsonl.gz`, fileId: `file-receipts-${day}-${part}` },
      ...{ hash: 'a'.repeat(64), items: receiptsInFile, bytes: 700_000, rawBytes: 7_500_000, closedAt: at(today) },
    })),
  );
const closedReceipts = (today: LocalDate, from: number, to: number, people: number) =>
  yearsAgo(today, from, to).flatMap((day) =>
    Array.from({ length: 1 + readByAllAYear + localAYear }, (_, nth) => ({
      key: `version-${day}-${nth}`,
      ...{ title: `version-${day}-${nth}`, month: day.slice(0, 7) },
      parts: partsOf(nth <= readByAllAYear ? people : 1).map((part) => ({
        part,
        from: '00000000-0000-4000-8000-000000000000',
        to: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
      })),
    })),
  );
const endedPolicies = (today: LocalDate, from: number, to: number) =>
  yearsAgo(today, from, to).map((day) => ({
    ...{
      key: `policy-${day}`,
      title: 'Informationssikkerhedspolitik',
      number: `0.${today.slice(0, 4)}${day.slice(0, 4)}`,
    },
    ...{ body: `## Formål\n\n${'Vi passer på borgernes oplysninger. '.repeat(300)}`, summary: 'Lås skærmen.' },
    ...{ changeKind: 'major' as const, state: 'superseded' as const, effectiveOn: day },
    ...{ publishedAt: at(addDays(day, -365)), supersededAt: at(day) },
  }));

const lived = z.array(
  z.object({
    day: z.string(),
    digests: z.number(),
    pages: z.number(),
    blocks: z.number(),
    files: z.number(),
    receipts: z.number(),
    heap: z.number(),
  }),
);
const [livedPeople, livedYears] = [2_000, 2];

/** That the job leaves what is put into the desk above: years that are lived through, smaller. */
async function printLived(): Promise<void> {
  const script = join(import.meta.dirname, 'live-years.ts');
  const { stdout } = await run(process.execPath, ['--expose-gc', script, String(livedPeople), String(livedYears)]);
  print(
    `${number(livedPeople)} people and ${livedYears} years, lived through with the job that closes months`,
    lived.parse(JSON.parse(stdout)).map(({ day, digests, pages, blocks, receipts, files, heap }) => ({
      what: day,
      figure: `${number(pages)} pages, ${number(blocks)} blocks, ${number(receipts)} receipts`,
      beside: `${number(digests)} digests so far, ${files} files, ${megabytes(heap)}`,
    })),
  );
}

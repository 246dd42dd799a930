import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { AuditEntries } from '../../api/audit/index.ts';
import { Campaigns, DeliveryBlocks } from '../../api/deliveries/index.ts';
import { ClosedMonths } from '../../api/history/index.ts';
import { addDays, todayOf, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import { digestCampaignKey, ReminderPages } from '../../api/reminders/index.ts';
import { isWorkingDay } from '../../api/working-days.ts';
import { readConfig } from '../../teams-app/config/config.ts';
import { deskValues } from '../../teams-app/desk/desk-values.ts';
import { runDeskAlone } from '../../teams-app/desk/run-alone.ts';
import { inserter } from '../../teams-app/emulator/seed/fill-world.ts';
import { createLog } from '../../teams-app/logging.ts';
import { megabytes, number, print, seconds, times, type Figure } from './figures.ts';

const run = promisify(execFile);
const measured = z.object({ milliseconds: z.number(), items: z.number(), rss: z.number(), heap: z.number() });

/** Measured in years that were lived through: 24 to 65 digests a person. */
const digestsAYear = 45;
/** 63 days that reminders look back, and what is left of the first month of them. */
const liveDays = 90;
const [actsAYear, liveActDays, campaignsADay] = [200_000, 60, 9];
const onPage = 200;

/** The program's start with 50,000 people after 1, 5 and 10 years, whose months were closed as the job closes them. */
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
      insert(ClosedMonths, closedMonths(today, from, to));
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
        figure: `${megabytes(now.heap)}, ${seconds(now.milliseconds)}`,
        beside: `${number(now.items)} items; memory ${times(now.heap, first.heap)}, time ${times(now.milliseconds, first.milliseconds)} of one year; goal 1.2 ×`,
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
/** Who is told on a day: everybody as often as the others. */
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

const lived = z.array(
  z.object({
    day: z.string(),
    digests: z.number(),
    pages: z.number(),
    blocks: z.number(),
    files: z.number(),
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
    lived.parse(JSON.parse(stdout)).map(({ day, digests, pages, blocks, files, heap }) => ({
      what: day,
      figure: `${number(pages)} pages, ${number(blocks)} blocks`,
      beside: `${number(digests)} digests so far, ${files} files, ${megabytes(heap)}`,
    })),
  );
}

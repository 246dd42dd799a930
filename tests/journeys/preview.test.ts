import { afterAll, beforeAll, expect, it } from 'vitest';
import { blocksOf, Campaigns, enrolAudience } from '../../api/deliveries/index.ts';
import { campaignKind } from '../../api/deliveries/campaign-kinds.ts';
import { addDays, nowOf, todayOf, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import { employees, People, RoleAssignments, type Person } from '../../api/organisation/index.ts';
import { digestCampaignKey, ReminderWishes } from '../../api/reminders/index.ts';
import { digestsInTurn } from '../../api/reminders/digests.ts';
import { linesOf, otherCentres, plannedOn } from '../../api/reminders/planned.ts';
import { previewOf } from '../../api/reminders/preview.ts';
import { workingDayFrom } from '../../api/working-days.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { startSettledWorld } from '../support/settled-world.ts';
import type { JourneyWorld } from '../support/world.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await startSettledWorld();
});
afterAll(() => world?.close());

const days = 5;
/** Rounds of jobs until every centre has its offline pack. */
const settling = 12;
const hours = ['08:02', '10:02', '13:02', '15:02'] as const;

/** What each person is told, by name of the obligation and number in a centre. */
type Told = Record<string, { lines: string[]; others: string[] }>;

async function previewed(day: LocalDate): Promise<Told> {
  const { context } = world.program;
  const digests = await digestsInTurn(context, day);
  expect((await previewOf(context, { day, offset: 0, limit: 1 })).total).toBe(digests.length);
  return Object.fromEntries(
    digests.map(({ personId, lines, escalations }) => [
      personId,
      {
        lines: lines.map(({ obligation }) => obligation.key).toSorted(),
        others: escalations
          .map(({ centreId, level, obligations }) => [centreId, level, obligations.length].join(' '))
          .toSorted(),
      },
    ]),
  );
}

/** Those planned, without whom the sender found in no need of it. */
function told(day: LocalDate): Told {
  const { context } = world.program;
  const states = new Map(
    blocksOf(context, digestCampaignKey(day)).flatMap(({ recipients }) =>
      recipients.map(({ person, state }) => [person, state] as const),
    ),
  );
  return Object.fromEntries(
    [...plannedOn(context, day)].flatMap(([personId, planned]) =>
      [undefined, 'notNeeded', 'left'].includes(states.get(personId))
        ? []
        : [
            [
              personId,
              {
                lines: linesOf(planned)
                  .map(({ key }) => key)
                  .toSorted(),
                others: otherCentres(planned)
                  .map(({ centre, level, overdue }) => [centre, level, overdue].join(' '))
                  .toSorted(),
              },
            ],
          ],
    ),
  );
}

/** In the evening: leave begins and ends, people leave and begin, roles pass on, and a card waits for the morning. */
async function eveningChanges(number: number, today: LocalDate, next: LocalDate): Promise<void> {
  const { context } = world.program;
  const ciso = await world.personWith('ciso');
  const soon = Object.keys(await previewed(next)).find((personId) => personId !== ciso.id);
  const change = (key: string, changes: Partial<Person>) => context.list(People).update(key, () => changes);
  for (const [place, { key }] of employees(context).entries()) {
    if (key === ciso.id) continue;
    if (place % 11 === number) await change(key, { absentFrom: addDays(today, -20), absentTo: addDays(next, -1) });
    else if (place % 23 === number) await change(key, { absentFrom: next, absentTo: addDays(next, 3) });
    else if (place % 29 === number) await change(key, { hiredOn: next });
    else if (place % 29 === number + 10) await change(key, { leftOn: next });
  }
  for (const [place, { key, role }] of context.list(RoleAssignments).all().entries()) {
    if (role === 'ciso') continue;
    if (place % 19 === number) await context.list(RoleAssignments).update(key, () => ({ endsOn: today }));
    if (place % 19 === number + 9) await context.list(RoleAssignments).update(key, () => ({ startsOn: next }));
  }
  const leave = { absentFrom: addDays(next, 20), absentTo: addDays(next, 22) };
  if (soon !== undefined)
    await change(soon, { ...leave, absenceBy: ciso.id as PersonId, absenceAt: nowOf(context.clock) });
  await world.process();
}

/** Every third wants the card later in the day, some once a week, some without certain kinds. */
async function wishes(): Promise<void> {
  const { context } = world.program;
  for (const [place, { key }] of employees(context).entries())
    if (place % 3 === 0)
      await context.list(ReminderWishes).create({
        key,
        title: key,
        changedAt: nowOf(context.clock),
        wishes: {
          hour: 8 + (place % 7),
          rhythm: place % 2 === 0 ? 'daily' : 'weekly',
          weekday: 1 + (place % 5),
          muted: place % 4 === 0 ? ['doWheelTask'] : [],
        },
      });
}

/** The sender, which works beside the jobs, may be first in the morning. */
async function senderFirst(): Promise<void> {
  const { context } = world.program;
  for (const campaign of context.list(Campaigns).all()) {
    const kind = campaignKind(context, campaign.kind);
    if (kind) await enrolAudience(context, kind, campaign);
  }
}

/** Who gets a card about what was not known before, such as a pack that is made in the night. */
function peopleOfNews(since: Instant): ReadonlySet<string> {
  const { context } = world.program;
  const news = context
    .list(Campaigns)
    .all()
    .filter(({ kind, startedAt }) => kind !== 'digest' && startedAt > since);
  return new Set(
    news.flatMap(({ key }) =>
      blocksOf(context, key).flatMap(({ recipients }) => recipients.map(({ person }) => person)),
    ),
  );
}
const without = (all: Told, people: ReadonlySet<string>): Told =>
  Object.fromEntries(Object.entries(all).filter(([personId]) => !people.has(personId)));

it('the preview of the next working day names exactly those who then get a card, and what each is told', async () => {
  const { context } = world.program;
  const clock = world.desk.world?.clock;
  for (let round = 0; round < settling; round += 1) await world.process();
  await wishes();
  let today = todayOf(context.clock);
  let cards = 0;
  for (let number = 0; number < days; number += 1) {
    const next = workingDayFrom(addDays(today, 1));
    clock?.set(atDanishTime(today, '17:00'));
    await world.process();
    await eveningChanges(number, today, next);
    const said = await previewed(next);
    const evening = nowOf(context.clock);
    clock?.set(atDanishTime(next, '07:30'));
    await world.process();
    const saidInTheMorning = await previewed(next);
    const morning = nowOf(context.clock);
    clock?.set(atDanishTime(next, '08:01'));
    if (number % 2 === 0) await senderFirst();
    for (const hour of hours) {
      clock?.set(atDanishTime(next, hour));
      await world.process();
    }
    for (const [since, known] of [
      [evening, said],
      [morning, saidInTheMorning],
    ] as const) {
      const unforeseen = peopleOfNews(since);
      expect([since, without(told(next), unforeseen)]).toEqual([since, without(known, unforeseen)]);
    }
    cards += Object.keys(said).length;
    today = next;
  }
  expect(cards).toBeGreaterThan(days);
});

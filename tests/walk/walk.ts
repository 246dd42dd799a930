import { readSheet } from 'read-excel-file/node';
import { addDays, daysBetween, todayOf, type LocalDate } from '../../api/kernel/index.ts';
import { obligationsContract } from '../../api/obligations/contract.ts';
import { isWorkingDay } from '../../api/working-days.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { chatReader, isAboutDecision, isDigest, type DigestInChat } from '../support/digest-chats.ts';
import { oddIn } from '../support/odd-sentences.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';
import { numbersOn, type CentreOnCard } from './card-numbers.ts';
import { isCountedDebt, rawDebts, type RawDebt } from './raw-debts.ts';
import { rawTold } from './raw-told.ts';
import { isCountedWork, rawWork, type RawWork } from './raw-work.ts';

export interface WalkGiven {
  /** Working days. */
  days: number;
  /** In the municipality. */
  people: number;
  personas: number;
  /** The day the municipality begins; default today. */
  from?: LocalDate;
  told?: (day: LocalDate, counts: WalkCounts) => void;
}
export interface WalkCounts {
  days: number;
  cards: number;
  /** Cards about followed-up centres. */
  leaders: number;
  /** Numbers on cards compared with the tab, and with the workbook. */
  tab: number;
  workbook: number;
  /** Numbers recounted from the list items. */
  raw: number;
  /** Overdue rows behind cards, of kinds without a recount. */
  uncounted: number;
  presses: number;
  /** Own tasks on cards. */
  told: number;
  wrong: string[];
}

const whole = 'Hele kommunen og uden center';
const week = 7;
/** The list's page size. */
const mostRows = 500;
/** Rounds of all due jobs before the first day: more than there are centres. */
const settling = 12;

/**
 * Runs working days with people of every role, one in three of whom does what the card asks. Each morning every number
 * on every card is compared with the same person's tab, the rows of their workbook, and for most kinds
 * (`isCountedDebt`, `isCountedWork`) row by row with a recount from the list items. No card has odd text. Nobody is
 * told of the same thing twice in a week, and nobody gets two cards a day.
 */
export async function walk({ days, people, personas, from, told }: WalkGiven): Promise<WalkCounts> {
  const env = { PEOPLE: String(people), POLL_SECONDS: '3600', SYNC_MINUTES: '1440' };
  const world = await startWorld(env, from === undefined ? undefined : atDanishTime(from, '09:00'));
  const counts: WalkCounts = {
    days: 0,
    cards: 0,
    leaders: 0,
    tab: 0,
    workbook: 0,
    raw: 0,
    uncounted: 0,
    presses: 0,
    told: 0,
    wrong: [],
  };
  try {
    // Until every centre's pack is made, one a round: none may arrive while cards are compared.
    for (let round = 0; round < settling; round += 1) await world.process();
    const everybody = await world.people();
    const chosen = everybody.toSorted((one, other) => other.roles.length - one.roles.length).slice(0, personas);
    const reader = chatReader(world, () => chosen);
    reader.news();
    const seesAll = await world.personWith('ciso');
    const heard = new Map<string, LocalDate>();
    let today = todayOf(world.desk.clock);
    while (counts.days < days) {
      today = addDays(today, 1);
      if (!isWorkingDay(today)) continue;
      counts.days += 1;
      world.desk.world!.clock.set(atDanishTime(today, '09:00'));
      await world.process();
      const news = reader.news();
      counts.wrong.push(...news.flatMap((card) => oddOn(card).map((odd) => `${today} ${card.person.name}: ${odd}`)));
      const cards = news.filter((card) => !isAboutDecision(card) && isDigest(card, today));
      const policyDays = world.program.context.organisation.acknowledgeWithinDays;
      const debts = rawDebts({ world: world.desk.world!, today, policyDays });
      const work = rawWork(world.desk.world!, today);
      for (const card of cards) await check({ world, today, counts, heard, debts, work, seesAll }, card);
      for (const card of cards) if (chosen.indexOf(card.person) % 3 === 0) await press(world, card, counts);
      told?.(today, counts);
    }
  } finally {
    await world.close();
  }
  return counts;
}

/** Odd text. */
const oddOn = ({ summary, text, buttons }: DigestInChat): string[] =>
  [summary, ...text.split('\n'), ...buttons].flatMap(oddIn);

interface Walking {
  world: JourneyWorld;
  today: LocalDate;
  counts: WalkCounts;
  /** Last time each thing was told. */
  heard: Map<string, LocalDate>;
  /** Everybody's own obligations today, from the list items. */
  debts: readonly RawDebt[];
  /** Shared work, from the list items. */
  work: readonly RawWork[];
  /** A person who may see the rows of every centre. */
  seesAll: WorldPerson;
}

async function check(walking: Walking, card: DigestInChat): Promise<void> {
  const { counts, today } = walking;
  counts.cards += 1;
  const say = (isWrong: boolean, what: string) =>
    void (isWrong && counts.wrong.push(`${today} ${card.person.name} (${card.person.roles.join(', ')}): ${what}`));
  once(walking, card, say);
  const { open, total, centres } = numbersOn(card);
  if (open !== undefined) {
    const { obligations } = obligationsContract['GET /api/obligations'].answer.parse(
      (await walking.world.as(card.person, 'GET', '/api/obligations?show=open')).body,
    );
    const own = obligations.filter(({ state }) => state === 'open');
    counts.tab += 1;
    say(own.length !== open, `the card says ${open}, Mine opgaver ${own.length}`);
    // The tab alone knows the owner of it.
    const others = own.filter(({ kind }) => !isCountedDebt(kind)).length;
    const raw = others + walking.debts.filter(({ personId }) => personId === card.person.id).length;
    counts.raw += 1;
    say(raw !== open, `the card says ${open}, the lists ${raw}`);
  }
  if (centres.length === 0) return;
  counts.leaders += 1;
  const statuses = obligationsContract['GET /api/obligations/centres'].answer.parse(
    (await walking.world.as(card.person, 'GET', '/api/obligations/centres')).body,
  ).centres;
  if (total !== undefined) {
    const names = new Set(centres.map(({ centre }) => centre));
    const all = statuses.filter(({ centre }) => names.has(centre?.title ?? whole));
    const sum = all.reduce((overdue, row) => overdue + row.overdue, 0);
    counts.tab += 1;
    say(names.size < all.length || sum !== total, `the card says ${total} in all, the centres ${sum}`);
  }
  for (const one of centres) {
    const row = statuses.find(({ centre }) => (centre?.title ?? whole) === one.centre);
    counts.tab += 1;
    say(row?.overdue !== one.overdue, `the card says ${one.overdue} in ${one.centre}, Mit center ${row?.overdue}`);
    await compareRows(walking, card.person, { ...one, id: row?.centre?.id }, say);
  }
}

type Say = (isWrong: boolean, what: string) => void;

/** The rows of the tab and of the workbook, and the recount from the items. */
async function compareRows(
  walking: Walking,
  person: WorldPerson,
  { id, centre, overdue, groups }: CentreOnCard & { id: string | undefined },
  say: Say,
): Promise<void> {
  const { world, counts, today, debts, work, seesAll } = walking;
  const query = `show=overdue&centreId=${id ?? 'none'}`;
  const own = await overdueRows(world, person, query);
  // Readers of numbers have no rows: those of a person with access are behind the number.
  const rows = own ?? (await overdueRows(world, seesAll, query)) ?? [];
  counts.tab += 1;
  say(rows.length !== overdue, `the card says ${overdue} in ${centre}, the list ${rows.length}`);
  if (own) {
    const file = await world.download(person, `/api/obligations/people.xlsx?${query}`);
    const [, ...lines] = await readSheet(Buffer.from(file));
    counts.workbook += 1;
    say(lines.length !== overdue, `the card says ${overdue} in ${centre}, the workbook has ${lines.length} rows`);
    for (const { title, count } of groups) {
      const named = lines.filter((cells) => cells.some((cell) => cell === title)).length;
      counts.workbook += 1;
      say(named !== count, `the card says ${count} lack ${title}, the workbook has ${named} rows`);
    }
  }
  const late = [...debts, ...work].filter(({ centreId, due }) => centreId === (id ?? '') && due < today);
  const known = rows.filter(({ kind }) => isCountedDebt(kind) || isCountedWork(kind));
  counts.uncounted += rows.length - known.length;
  const shown = countedByRow(known);
  const raw = countedByRow(late);
  for (const about of new Set([...shown.keys(), ...raw.keys()])) {
    const [told = 0, counted = 0] = [shown.get(about), raw.get(about)];
    counts.raw += 1;
    say(told !== counted, `the card of ${centre} counts ${told} of ${about}, the lists ${counted}`);
  }
}

type Row = Pick<RawWork, 'kind' | 'title' | 'due'>;

/** Everything overdue in a centre, page by page; undefined without access to people. */
async function overdueRows(world: JourneyWorld, person: WorldPerson, query: string): Promise<Row[] | undefined> {
  const rows: Row[] = [];
  for (;;) {
    const path = `/api/obligations/people?${query}&limit=${mostRows}&offset=${rows.length}`;
    const { status, body } = await world.as(person, 'GET', path);
    if (status === 403) return undefined;
    const page = obligationsContract['GET /api/obligations/people'].answer.parse(body);
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

/** Counts by title and due day. */
function countedByRow(rows: readonly Row[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { kind, title, due } of rows) {
    const about = `${kind} ${title} (${due})`;
    found.set(about, (found.get(about) ?? 0) + 1);
  }
  return found;
}

/** Nobody is told of the same thing twice in a week, others' included, nor gets two cards a day. */
function once({ world, today, heard, counts }: Walking, { person }: DigestInChat, say: Say): void {
  const { keys, others } = rawTold(world.desk.world!, person.id, today);
  counts.told += keys.length;
  for (const one of [...keys, 'a card', ...(others ? ['others'] : [])]) {
    const key = `${person.id} ${one}`;
    const before = heard.get(key);
    heard.set(key, today);
    if (before === undefined) continue;
    const apart = one === 'a card' ? 1 : week;
    say(daysBetween(before, today) < apart, `was told of ${one} on ${before} and again`);
  }
}

async function press(world: JourneyWorld, card: DigestInChat, counts: WalkCounts): Promise<void> {
  const [act] = card.acts;
  if (!act) return;
  const inputs = { note: 'Det er gjort.', evidence: 'Sag 26/123', place: 'Skab 2' };
  const answer = await world.desk.world!.teams.press(card.person.id, {
    messageId: card.messageId,
    title: act.title,
    inputs,
  });
  counts.presses += 1;
  if (answer.status !== 200) counts.wrong.push(`${act.title} was answered ${answer.status}`);
}

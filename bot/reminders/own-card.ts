import type { Context, Translate } from '../../api/context.ts';
import {
  addDays,
  todayOf,
  type Actor,
  type Language,
  type LocalDate,
  type Obligation,
} from '../../api/kernel/index.ts';
import { obligationsOf } from '../../api/obligations/index.ts';
import { courseBody, courseTitle } from '../awareness/index.ts';
import {
  aside,
  cardLimit,
  cardMessage,
  coordinatorLine,
  deepLink,
  thanksNotice,
  openUrl,
  plain,
  sayings,
  type CardElement,
  type Thanks,
  type Wording,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { dueText, lineRow } from './line-row.ts';
import { rowActs } from './row-acts.ts';

/** Rows in the card, and those with a button; the rest are in the tab. */
const [most, mostActs] = [8, 4];

/** Words that may follow *mine opgaver*. */
export type TaskFilter = 'overdue' | 'thisWeek';
/** The request: all obligations, or courses. Buttons carry it instead of a day. */
export const askedFor = ['tasks', 'courses'] as const;
export type AskedFor = (typeof askedFor)[number];
export const isAskedFor = (day: string): day is AskedFor => askedFor.some((asked) => asked === day);

interface Shown {
  language?: Language | undefined;
  only?: TaskFilter | undefined;
  /** The result of a press on it. */
  thanks?: Thanks | undefined;
}

/** Each filter's heading, and text when empty. */
const titles = {
  all: { title: 'bot.tasks.title', none: 'bot.tasks.none' },
  overdue: { title: 'bot.tasks.titleOverdue', none: 'bot.tasks.noneOverdue' },
  thisWeek: { title: 'bot.tasks.titleWeek', none: 'bot.tasks.noneWeek' },
  courses: { title: 'bot.courses.title', none: 'bot.courses.none' },
} as const;

/** *Mine opgaver* and *kursus*: what, deadline, from whom, and the button (R7, R8). Overdue work is first. */
export function ownCard(context: Context, actor: Actor, asked: AskedFor, shown: Shown = {}): ChatMessage {
  const { language = actor.language, only, thanks } = shown;
  const t = context.texts(language);
  const today = todayOf(context.clock);
  const isAsked = ({ kind }: Obligation) => asked === 'tasks' || kind === 'takeCourse';
  const owed = obligationsOf(context, actor.personId, today).filter(isAsked);
  const open = owed
    .filter(({ state }) => state === 'open')
    .sort((one, other) => one.due.localeCompare(other.due) || one.key.localeCompare(other.key));
  const rows = open.filter(({ due }) => isWanted(due, today, only));
  const paused = owed.filter(({ state }) => state === 'paused').length;
  const waiting = paused === 0 ? [] : [aside(t('bot.tasks.paused', { count: paused }))];
  const say = titles[asked === 'courses' ? asked : (only ?? 'all')];
  const actions = [openUrl(t(`bot.${asked}.see`), deepLink(context, asked === 'tasks' ? '/tasks' : '/learning'))];
  const notice = thanksNotice(thanks);
  if (rows.length === 0) {
    const text = open.length > 0 ? t('bot.tasks.others', { count: open.length }) : t(`bot.${asked}.noneText`);
    return cardMessage({
      kind: `${asked}.none`,
      language,
      title: t(say.none),
      notice,
      body: [...sayings(text), ...waiting],
      actions,
    });
  }
  const wording: Wording = { language, t, alone: rows.length === 1 };
  const title = titleOf(context, rows, asked, wording, t(say.title, { count: rows.length }));
  for (let acts = mostActs; ; acts -= 1) {
    const message = cardMessage({
      kind: `${asked}.open`,
      language,
      title: plain(title),
      summary: thanks?.text ?? title,
      notice,
      body: [
        ...bodyOf(context, asked, rows, acts, wording),
        ...waiting,
        coordinatorLine(context, actor.personId, language),
      ],
      actions,
    });
    if (acts === 0 || Buffer.byteLength(JSON.stringify(message.card)) <= cardLimit) return message;
  }
}

const isOneCourse = (rows: readonly Obligation[], asked: AskedFor): boolean => asked === 'courses' && rows.length === 1;

function titleOf(
  context: Context,
  rows: readonly Obligation[],
  asked: AskedFor,
  wording: Wording,
  usual: string,
): string {
  const [first] = rows;
  return first && isOneCourse(rows, asked) ? courseTitle(context, first, wording) : usual;
}

/** The first rows with buttons, the others without. */
function bodyOf(
  context: Context,
  asked: AskedFor,
  rows: readonly Obligation[],
  acts: number,
  wording: Wording,
): CardElement[] {
  const lines = rows.slice(0, most).map((obligation) => ({ obligation }));
  const pressed = rowActs(context, asked, lines.slice(0, acts), wording);
  const [first] = rows;
  const own: CardElement[] =
    first && isOneCourse(rows, asked)
      ? [...courseBody(context, first, dueText(context, first, wording), wording), ...(pressed.get(first.key) ?? [])]
      : lines.flatMap((line) => [...lineRow(context, line, wording), ...(pressed.get(line.obligation.key) ?? [])]);
  return [...own, ...(rows.length > most ? [aside(restOf(rows.length - most, wording.t))] : [])];
}

const restOf = (count: number, t: Translate): string => t('cards.more', { count });

/** Weeks begin on Monday. */
function isWanted(due: LocalDate, today: LocalDate, only: TaskFilter | undefined): boolean {
  if (only === undefined) return true;
  if (only === 'overdue') return due < today;
  const sinceMonday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(today, -sinceMonday);
  return due >= monday && due <= addDays(monday, 6);
}

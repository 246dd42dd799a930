import { addDays, daysBetween, isOverdue, todayOf } from '../../api/kernel/index.ts';
import type { Context, Translate } from '../../api/context.ts';
import type { Actor, Language, LocalDate, Obligation } from '../../api/kernel/index.ts';
import { obligationsOf } from '../../api/obligations/index.ts';
import { findPerson } from '../../api/organisation/index.ts';
import { formatDay } from '../../teams-app/texts/format.ts';
import {
  aside,
  cardMessage,
  coordinatorLine,
  deepLink,
  openUrl,
  paragraph,
  plain,
  sayings,
  shorten,
  type OpenUrl,
  type TextBlock,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import type { TaskFilter } from './command.ts';
import { inWords } from './in-words.ts';

/** Rows in the card; the rest stand in the tab. */
const most = 8;
const tasksPath = '/tasks';

/** What each filter says above the rows, and when there are none. */
const titles = {
  all: { title: 'bot.tasks.title', none: 'bot.tasks.none' },
  overdue: { title: 'bot.tasks.titleOverdue', none: 'bot.tasks.noneOverdue' },
  thisWeek: { title: 'bot.tasks.titleWeek', none: 'bot.tasks.noneWeek' },
} as const;

/** *Mine opgaver*: what, by when, from whom, and where it is done (R7). What is overdue stands first. */
export function tasksCard(context: Context, actor: Actor, language: Language, only?: TaskFilter): ChatMessage {
  const t = context.texts(language);
  const today = todayOf(context.clock);
  const owed = obligationsOf(context, actor.personId, today);
  const open = owed
    .filter(({ state }) => state === 'open')
    .sort((one, other) => one.due.localeCompare(other.due) || one.key.localeCompare(other.key));
  const shown = open.filter(({ due }) => isWanted(due, today, only));
  const paused = owed.filter(({ state }) => state === 'paused').length;
  const waiting = paused === 0 ? [] : [aside(t('bot.tasks.paused', { count: paused }))];
  const see = openUrl(t('bot.tasks.see'), deepLink(context, tasksPath));
  const say = titles[only ?? 'all'];
  if (shown.length === 0) {
    const text = open.length > 0 ? t('bot.tasks.others', { count: open.length }) : t('bot.tasks.noneText');
    return cardMessage({ language, title: t(say.none), body: [...sayings(text), ...waiting], actions: [see] });
  }
  return cardMessage({
    language,
    title: t(say.title, { count: shown.length }),
    body: [
      ...shown.slice(0, most).flatMap((task) => row(context, task, today, language)),
      ...(shown.length > most ? [aside(t('cards.more', { count: shown.length - most }))] : []),
      ...waiting,
      coordinatorLine(context, actor.personId, language),
    ],
    actions: [...doFirst(context, shown[0], t), see],
  });
}

/** A week begins on Monday. */
function isWanted(due: LocalDate, today: LocalDate, only: TaskFilter | undefined): boolean {
  if (only === undefined) return true;
  if (only === 'overdue') return due < today;
  const sinceMonday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(today, -sinceMonday);
  return due >= monday && due <= addDays(monday, 6);
}

function row(context: Context, task: Obligation, today: LocalDate, language: Language): TextBlock[] {
  const t = context.texts(language);
  const late = isOverdue(task, today);
  const from = passedOn(context, task, t);
  return [
    paragraph(plain(shorten(inWords(task, t), 160)), { weight: 'Bolder' }),
    paragraph(when(task, today, language, t), { spacing: 'None', ...(late ? { color: 'Attention' } : {}) }),
    ...(from === undefined ? [] : [paragraph(from, { spacing: 'None', isSubtle: true })]),
  ];
}

/** Why it is this person's, when it was somebody else's first. */
function passedOn(context: Context, { passed }: Obligation, t: Translate): string | undefined {
  if (!passed) return undefined;
  const name = passed.from === undefined ? undefined : findPerson(context, passed.from)?.title;
  return t(`bot.tasks.passed.${passed.reason}`, { name: plain(shorten(name ?? '', 80)) });
}

function when(task: Obligation, today: LocalDate, language: Language, t: Translate): string {
  const days = daysBetween(today, task.due);
  return t('bot.tasks.due', { date: formatDay(task.due, language), left: left(days, t) });
}

function left(days: number, t: Translate): string {
  if (days === 0) return t('bot.tasks.today');
  return days > 0 ? t('bot.tasks.left', { count: days }) : t('bot.tasks.overdue', { count: -days });
}

/** The most urgent one, one press away. */
const doFirst = (context: Context, task: Obligation | undefined, t: Translate): OpenUrl[] =>
  task
    ? [openUrl(t('cards.policy.open', { title: shorten(task.subject.title, 40) }), deepLink(context, task.path))]
    : [];

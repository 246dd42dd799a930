import type { Context, Translate } from '../../api/context.ts';
import {
  daysBetween,
  todayOf,
  type Actor,
  type Language,
  type LocalDate,
  type Obligation,
} from '../../api/kernel/index.ts';
import { policyObligationsOf } from '../../api/policy/index.ts';
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
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** Rows in the card; the rest stand in the tab. */
const most = 8;
/** Everything one person owes today. A new feature joins with its own derivation. */
const owed = [policyObligationsOf];

/** *Mine opgaver*: what, by when, and where it is done (R7). */
export function tasksCard(context: Context, actor: Actor, language: Language): ChatMessage {
  const t = context.texts(language);
  const today = todayOf(context.clock);
  const open = owed
    .flatMap((of) => of(context, actor.personId, today))
    .filter(({ state }) => state === 'open')
    .sort((one, other) => one.due.localeCompare(other.due) || one.key.localeCompare(other.key));
  const see = openUrl(t('bot.tasks.see'), deepLink(context, '/'));
  if (open.length === 0) {
    return cardMessage({
      language,
      title: t('bot.tasks.none'),
      body: sayings(t('bot.tasks.noneText')),
      actions: [see],
    });
  }
  const rows = open
    .slice(0, most)
    .flatMap((task) => [
      paragraph(what(task, t), { weight: 'Bolder' }),
      paragraph(when(task, today, language, t), { spacing: 'None' }),
    ]);
  return cardMessage({
    language,
    title: t('bot.tasks.title', { count: open.length }),
    body: [
      ...rows,
      ...(open.length > most ? [aside(t('cards.more', { count: open.length - most }))] : []),
      coordinatorLine(context, actor.personId, language),
    ],
    actions: [...doFirst(context, open[0], t), see],
  });
}

function what(task: Obligation, t: Translate): string {
  const title = plain(shorten(task.subject.title, 120));
  const key = `bot.tasks.kind.${task.kind}`;
  const own = t(key, { title });
  return own.startsWith(key) ? t('bot.tasks.kind.other', { title }) : own;
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

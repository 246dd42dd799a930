import type { Context, Translate } from '../../api/context.ts';
import type { Actor, CentreId, Language, Obligation } from '../../api/kernel/index.ts';
import {
  centresFollowed,
  visibleCentres,
  maySeeCentres,
  visibleObligations,
  statuses,
  type Status,
} from '../../api/obligations/index.ts';
import { centreRef, coordinatorsOf, findPerson, managersOf } from '../../api/organisation/index.ts';
import { formatDay, formatNumber } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  deepLink,
  facts,
  openUrl,
  paragraph,
  plain,
  sayings,
  shorten,
  type CardElement,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { oweWords } from '../../api/texts/owed.ts';

/** Centres and tasks in the card, worst first; the rest are in the tab. */
const mostCentres = 6;
const mostTasks = 5;
/** Centres with a named ISK. */
const mostAsked = 3;
const centrePath = '/centre';

type Row = readonly [centreId: CentreId | undefined, status: Status];

/** *Mit center*: overdue work, the most urgent, and where to follow it up (R15, R16). */
export function centreCard(context: Context, actor: Actor, language: Language): ChatMessage {
  const t = context.texts(language);
  if (!maySeeCentres(actor)) {
    const see = openUrl(t('bot.tasks.see'), deepLink(context, '/tasks'));
    return cardMessage({
      kind: 'centre.no',
      language,
      title: t('bot.centre.no'),
      body: sayings(t('bot.centre.noText')),
      actions: [see],
    });
  }
  const rows = rowsFor(context, actor);
  const all = sum(rows);
  const [only] = rows;
  const one = rows.length === 1 && only ? nameOf(context, only[0], t) : undefined;
  const title = (name: string) => {
    const key = all.overdue === 0 ? 'none' : 'title';
    return t(`bot.centre.${one === undefined ? (`${key}Many` as const) : key}`, { count: all.overdue, centre: name });
  };
  const number = (value: number) => formatNumber(value, language);
  const counts = [
    t('bot.centre.counts', { open: number(all.open) }),
    ...(all.soon === 0 ? [] : [t('bot.centre.soon', { soon: number(all.soon) })]),
    ...(all.paused === 0 ? [] : [t('bot.centre.paused', { paused: number(all.paused) })]),
  ];
  return cardMessage({
    kind: 'centre.standing',
    language,
    title: title(plain(one ?? '')),
    summary: title(one ?? ''),
    body: [
      paragraph(counts.join(' ')),
      ...(all.passed === 0 ? [] : [paragraph(t('bot.centre.passed', { count: all.passed }), { color: 'Warning' })]),
      ...(one === undefined ? centreRows(context, rows, language) : []),
      ...(visibleCentres(actor)?.length === 0 ? whomToAsk(context, rows, language) : urgent(context, actor, language)),
    ],
    actions: [openUrl(t(one === undefined ? 'bot.centre.seeMany' : 'bot.centre.see'), deepLink(context, centrePath))],
  });
}

/** The actor's centres with people or work, most overdue first. */
function rowsFor(context: Context, actor: Actor): Row[] {
  const seen = centresFollowed(actor);
  return [...statuses(context)]
    .filter(([centreId, { people, open }]) =>
      seen ? centreId !== undefined && seen.includes(centreId) : people + open > 0,
    )
    .sort(([, one], [, other]) => other.overdue - one.overdue || other.open - one.open);
}

const sum = (rows: readonly Row[]): Omit<Status, 'people'> => {
  const total = (of: (status: Status) => number) => rows.reduce((all, [, status]) => all + of(status), 0);
  return {
    open: total(({ open }) => open),
    overdue: total(({ overdue }) => overdue),
    soon: total(({ soon }) => soon),
    paused: total(({ paused }) => paused),
    passed: total(({ passed }) => passed),
  };
};

function centreRows(context: Context, rows: readonly Row[], language: Language): CardElement[] {
  const t = context.texts(language);
  const line = ([centreId, { overdue, open }]: Row): [string, string] => [
    plain(nameOf(context, centreId, t)),
    t('bot.centre.line', { overdue: formatNumber(overdue, language), open: formatNumber(open, language) }),
  ];
  return [
    ...facts(rows.slice(0, mostCentres).map(line)),
    ...(rows.length > mostCentres ? [aside(t('cards.more', { count: rows.length - mostCentres }))] : []),
  ];
}

/** The longest overdue work, with owners. */
function urgent(context: Context, actor: Actor, language: Language): CardElement[] {
  const t = context.texts(language);
  const found = visibleObligations(context, actor, { show: 'overdue', sort: 'due', direction: 'up' });
  if (found.length === 0) return [];
  const who = ({ personId }: Obligation) => shorten(findPerson(context, personId)?.title ?? personId, 60);
  return [
    paragraph(t('bot.centre.worst'), { weight: 'Bolder' }),
    ...found.slice(0, mostTasks).flatMap((task) => [
      paragraph(
        t('bot.centre.row', {
          name: plain(who(task)),
          what: plain(shorten(oweWords(task, { t, language }, 'theirs'), 120)),
        }),
        {
          spacing: 'Small',
        },
      ),
      paragraph(formatDay(task.due, language), { spacing: 'None', isSubtle: true }),
    ]),
  ];
}

/** Readers of numbers are referred to a centre's ISK or manager: of those with most overdue. */
function whomToAsk(context: Context, rows: readonly Row[], language: Language): CardElement[] {
  const t = context.texts(language);
  const named = rows.flatMap(([centreId, { overdue }]) => {
    const isks = coordinatorsOf(context, centreId);
    const people = isks.length > 0 ? isks : managersOf(context, centreId);
    return overdue === 0 || centreId === undefined || people.length === 0 ? [] : [{ centreId, people }];
  });
  if (named.length === 0) return [];
  const line = ({ centreId, people }: (typeof named)[number]) => {
    const names = shorten(people.map(({ title }) => title).join(', '), 120);
    return paragraph(t('bot.centre.askRow', { centre: plain(nameOf(context, centreId, t)), names: plain(names) }), {
      spacing: 'Small',
    });
  };
  return [paragraph(t('bot.centre.ask'), { weight: 'Bolder' }), ...named.slice(0, mostAsked).map(line)];
}

/** Not escaped. */
const nameOf = (context: Context, centreId: CentreId | undefined, t: Translate): string => {
  const centre = centreRef(context, centreId);
  return centre ? shorten(centre.title, 80) : t('bot.centre.noCentre');
};

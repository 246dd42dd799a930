import {
  agendaOfCard,
  decidedOn,
  isStageOpen,
  maySeeAgenda,
  movedSubject,
  movesTold,
  type Agenda,
} from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import { deliveryOf } from '../../api/deliveries/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { actorOf } from '../../api/organisation/index.ts';
import { reportInShort } from '../../api/status-reports/index.ts';
import { formatDay, formatWeekday } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  deepLink,
  execute,
  linesOf,
  notice,
  thanksNotice,
  openUrl,
  paragraph,
  plain,
  sayings,
  shorten,
  type CardElement,
  type Thanks,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { agendaDigest, agendaItems, openFor, type AgendaItem } from './agenda-items.ts';
import { nameOf, readerOf, subjectWords, type Reader } from './wording.ts';
import type { TextsUnder } from '../../api/texts/catalogue.ts';

export const approveAllVerb = 'agenda.approveAll';

/** Lines in a card; the rest are in the tab. */
const most = 12;
const agendaPath = (key: string): string => `/approvals/agendas/${key}`;

/** One card for a whole meeting, or about its move, for a person as of now (R12). */
export function agendaCardFor(context: Context, subjectKey: string, personId: PersonId, thanks?: Thanks): ChatMessage {
  const reader = readerOf(context, personId);
  const { language, t } = reader;
  const agenda = agendaOfCard(context, subjectKey);
  if (!agenda) return goneCard(context, reader);
  const items = agendaItems(context, agenda, personId);
  const open = agenda.state === 'closed' ? 0 : openFor(items).length;
  const said = { open, hasAnswered: items.length > 0 && items.every(({ as }) => as === 'voted') };
  const date = formatDay(agenda.meetsOn, language);
  const see = maySee(context, agenda, personId)
    ? [openUrl(t('approvalCards.agenda.open'), deepLink(context, agendaPath(agenda.key)))]
    : [];
  const digest = agendaDigest(context, agenda);
  const day = formatWeekday(agenda.meetsOn, language);
  const move = agenda.state === 'closed' ? 'none' : moveOn(context, agenda, subjectKey, personId);
  const isMove = move === 'isNews';
  const movedNotice =
    move === 'none'
      ? []
      : [notice('warning', paragraph(t(`approvalCards.agenda.${isMove ? 'moved' : 'movedSince'}`, { day })))];
  const approveAll = execute(t('approvalCards.agenda.approveAll', { count: open }), approveAllVerb, {
    agendaKey: agenda.key,
    digest,
  });
  return cardMessage({
    kind: 'agenda.items',
    language,
    title: plain(t('approvalCards.agenda.title', { date, title: shorten(agenda.title, 120) })),
    summary:
      thanks?.text ?? (isMove ? t('approvalCards.agenda.moved', { day }) : summaryOf(agenda, said, date, reader)),
    notice: [...thanksNotice(thanks), ...movedNotice],
    body: [
      ...(items.length === 0
        ? []
        : [
            aside(
              t('approvalCards.agenda.lead', { count: items.length, body: t(`approvalCards.body.${agenda.body}`) }),
            ),
          ]),
      ...linesOf(agenda.note)
        .slice(0, 3)
        .map((line) => paragraph(plain(shorten(line, 300)), { spacing: 'Small' })),
      ...items.slice(0, most).flatMap((item, index) => lineOf(agenda, item, index + 1, reader)),
      ...papersOf(context, agenda, reader),
      ...(items.length > most ? [aside(t('cards.more', { count: items.length - most }))] : []),
      ...deputyLine(context, items, reader),
      ...(items.length === 0 ? [] : [whatNow(agenda, said, reader)]),
    ],
    actions: [...(open > 0 ? [approveAll] : []), ...see, ...readPaper(context, agenda, reader)],
  });
}

/** What a card says of the latest move: it is the news, was sent with an earlier day, or knows no other day. */
function moveOn(
  context: Context,
  agenda: Agenda & { key: string },
  subjectKey: string,
  personId: PersonId,
): 'isNews' | 'wasEarlier' | 'none' {
  const { movedAt } = agenda;
  if (movedAt === undefined) return 'none';
  if (subjectKey === movedSubject(agenda)) return 'isNews';
  const at = deliveryOf(context, subjectKey, personId)?.at;
  return at !== undefined && at < movedAt ? 'wasEarlier' : 'none';
}

/** Subject of the latest card of a meeting that a person has. */
export const newestAgendaCard = (context: Context, { key }: { key: string }, personId: PersonId): string =>
  movesTold(context, key).find((subjectKey) => deliveryOf(context, subjectKey, personId)?.activity !== undefined) ??
  key;

/** The security team's papers for the meeting (R14): three numbers, and a link. */
function papersOf(context: Context, { papers = [] }: Agenda, { t, language }: Reader): CardElement[] {
  return papers.flatMap(({ key }) => {
    const told = reportInShort(context, key);
    if (!told) return [];
    const { to, worse, better, decisions, waiting, findings } = told;
    const say = (name: TextsUnder<'approvalCards.agenda.report'>, count: number) =>
      t(`approvalCards.agenda.report.${name}`, { count });
    return [
      paragraph(t('approvalCards.agenda.report.title', { date: formatDay(to, language) }), { weight: 'Bolder' }),
      paragraph([say('worse', worse), say('better', better)].join(' '), { spacing: 'Small' }),
      paragraph([say('decisions', decisions), say('waiting', waiting), say('findings', findings)].join(' '), {
        spacing: 'Small',
      }),
    ];
  });
}
const readPaper = (context: Context, { papers = [] }: Agenda, { t }: Reader) =>
  papers.slice(0, 1).map(({ path }) => openUrl(t('approvalCards.agenda.report.read'), deepLink(context, path)));

/** How many items are the reader's to approve, and whether the reader has voted on all. */
interface Said {
  open: number;
  hasAnswered: boolean;
}

/** A member who has left the body does not see its meetings. */
function maySee(context: Context, agenda: Agenda, personId: PersonId): boolean {
  const actor = actorOf(context, personId);
  return actor !== undefined && maySeeAgenda(context, actor, agenda);
}

function summaryOf({ state }: Agenda, { open, hasAnswered }: Said, date: string, { t }: Reader): string {
  if (state === 'closed') return t('approvalCards.agenda.summaryClosed', { date });
  if (open === 0) return t(`approvalCards.agenda.${hasAnswered ? 'summaryDone' : 'summaryNothing'}`, { date });
  return t('approvalCards.agenda.summary', { date, count: open });
}

function whatNow({ state }: Agenda, { open, hasAnswered }: Said, { t }: Reader): CardElement {
  if (state === 'closed') return paragraph(t('approvalCards.agenda.closed'), { weight: 'Bolder' });
  return open > 0
    ? aside(t('approvalCards.agenda.each'))
    : paragraph(t(`approvalCards.agenda.${hasAnswered ? 'answered' : 'nothing'}`), { weight: 'Bolder' });
}

/** Whom the reader deputises for. */
function deputyLine(context: Context, items: readonly AgendaItem[], { t }: Reader): CardElement[] {
  const holder = items
    .flatMap((item) => ('status' in item && 'seat' in item.status ? [item.status.seat] : []))
    .find(({ deputy }) => deputy !== undefined)?.holder;
  return holder === undefined ? [] : [aside(t('approvalCards.why.deputy', { name: plain(nameOf(context, holder)) }))];
}

/** "1. Lokal procedure – Udlevering af journaler", and its status. */
function lineOf(agenda: Agenda, item: AgendaItem, number: number, reader: Reader): CardElement[] {
  const { t } = reader;
  const what = 'about' in item ? subjectWords(item.about.request, t) : t('approvalCards.agenda.state.gone');
  return [
    paragraph(plain(t('approvalCards.agenda.item', { number, what })), { weight: 'Bolder', spacing: 'Small' }),
    ...('about' in item ? [paragraph(plain(stateOf(item, reader)), { spacing: 'None', isSubtle: true })] : []),
    ...dueBefore(agenda, item, reader),
  ];
}

/** An open item whose last day comes before the meeting can be decided without it. */
function dueBefore({ state, meetsOn }: Agenda, item: AgendaItem, { t, language }: Reader): CardElement[] {
  if (state === 'closed' || !('about' in item) || !isStageOpen(item.about.request, item.about.stage)) return [];
  const { dueOn } = item.about.stage;
  if (dueOn === undefined || dueOn >= meetsOn) return [];
  const date = formatDay(dueOn, language);
  return [paragraph(t('approvalCards.agenda.dueBefore', { date }), { spacing: 'None', color: 'Attention' })];
}

function stateOf(item: Exclude<AgendaItem, { as: 'gone' }>, { t, language }: Reader): string {
  const say = (state: TextsUnder<'approvalCards.agenda.state'>, values: Record<string, string> = {}) =>
    t(`approvalCards.agenda.state.${state}`, values);
  if (!('status' in item)) return say('changed');
  const { status, about, voted, seats } = item;
  const progress = t('approvalCards.agenda.progress', { voted, seats });
  switch (status.as) {
    case 'asked':
      return say('asked', { progress });
    case 'voted':
      return say(status.vote.choice, { progress });
    case 'closed': {
      const { state } = about.stage;
      const day = decidedOn(about.stage);
      const date = day === undefined ? '' : formatDay(day, language);
      return state === 'skipped' || state === 'waiting' ? say('ended') : say(state, { date });
    }
    case 'withdrawn':
    case 'waiting':
    case 'external':
      return say(status.as);
    case 'recorder':
      return say('external');
    case 'submitter':
    case 'away':
    case 'represented':
    case 'removed':
      return say('open', { progress });
  }
}

function goneCard(context: Context, { language, t }: Reader): ChatMessage {
  return cardMessage({
    kind: 'agenda.gone',
    language,
    title: t('approvalCards.agenda.gone.title'),
    body: sayings(t('approvalCards.agenda.gone.text')),
    actions: [openUrl(t('approvalCards.all'), deepLink(context, '/approvals'))],
  });
}

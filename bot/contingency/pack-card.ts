import type { Context } from '../../api/context.ts';
import {
  findPack,
  mayPlacePack,
  packPlaceDue,
  packReaders,
  packStatusOf,
  packsPath,
  type OfflinePack,
  type PackStatus,
} from '../../api/contingency/index.ts';
import { todayOf, type Actor, type PersonId } from '../../api/kernel/index.ts';
import { formatDate, formatDay } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  deepLink,
  execute,
  field,
  notice,
  openUrl,
  paragraph,
  plain,
  sayings,
  shorten,
  wasTold,
  withNotice,
  type CardElement,
  type OpenUrl,
  type Thanks,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { nameOf, readerOf, type Reader } from '../cards/reader.ts';

/** "Jeg har printet den og lagt den på plads": `{ packKey }` and the field's text. */
export const placePackVerb = 'contingency.placePack';
/** The field's id in the card. */
export const placeField = 'place';
/** Characters, as in the tab. */
export const longestPlace = 200;
/** Changes named on the card; the rest is in the tab. */
const mostChanges = 5;

/** A pack's card for an ISK or manager as of now: print it, its place, or that a newer one exists. Never throws. */
export function offlinePackCardFor(context: Context, packKey: string, personId: PersonId, said?: Thanks): ChatMessage {
  const card = cardNow(context, packKey, readerOf(context, personId));
  return said ? withNotice(card, said.text, notice(said.tone, paragraph(plain(said.text)))) : card;
}

/** The ISKs and managers of its centre, and its recipients. */
export function isPackFor(context: Context, actor: Actor, { packKey }: { packKey: string }): boolean {
  const pack = findPack(context, packKey);
  const isIts = pack && (packReaders(context, pack).includes(actor.personId) || mayPlacePack(actor, pack.centreId));
  return isIts === true || wasTold(context, actor, packKey);
}

function cardNow(context: Context, packKey: string, reader: Reader): ChatMessage {
  const pack = findPack(context, packKey);
  const now = pack && packStatusOf(context, pack.centreId);
  if (!pack || !now?.latest || !packReaders(context, pack).includes(reader.personId)) return goneCard(context, reader);
  const { latest } = now;
  const card = now.status === 'placed' ? placedCard(context, reader, now) : askingCard(context, reader, latest, now);
  if (latest.key === packKey) return card;
  const text = reader.t('offlinePacks.card.newer', { old: pack.number, number: latest.number });
  return withNotice(card, text, notice('warning', paragraph(text)));
}

const open = (context: Context, { t }: Reader): OpenUrl =>
  openUrl(t('offlinePacks.card.open'), deepLink(context, packsPath));

function askingCard(context: Context, reader: Reader, pack: OfflinePack, { status }: PackStatus): ChatMessage {
  const { t, language } = reader;
  const centre = shorten(pack.title, 100);
  const due = packPlaceDue(pack);
  const date = formatDay(due, language);
  const isLate = due < todayOf(context.clock);
  const isFirst = pack.number === 1;
  return cardMessage({
    kind: 'pack.made',
    language,
    title: plain(t('offlinePacks.card.title', { centre })),
    summary: t(`offlinePacks.card.${isLate ? 'lateSummary' : 'summary'}`, { centre, date }),
    body: [
      paragraph(
        t(`offlinePacks.card.${isFirst ? 'firstPack' : 'what'}`, {
          number: pack.number,
          date: formatDate(pack.madeAt, language),
        }),
      ),
      ...changesOf(reader, pack, isFirst),
      ...(status === 'old' ? [paragraph(t('offlinePacks.card.old'))] : []),
      paragraph(t(`offlinePacks.card.${isLate ? 'late' : 'ask'}`, { date }), { weight: 'Bolder' }),
      field(placeField, t('offlinePacks.dialog.place'), longestPlace),
      aside(t('offlinePacks.card.why', { centre: plain(centre) })),
    ],
    actions: [execute(t('offlinePacks.card.placed'), placePackVerb, { packKey: pack.key }), open(context, reader)],
  });
}

/** The first one is all new. */
function changesOf({ t }: Reader, { changes }: OfflinePack, isFirst: boolean): CardElement[] {
  const more = changes.length - mostChanges;
  return [
    ...changes.slice(0, mostChanges).map(({ title, what }) =>
      paragraph(
        isFirst ? plain(shorten(title, 120)) : t(`offlinePacks.change.${what}`, { title: plain(shorten(title, 120)) }),
        {
          spacing: 'Small',
        },
      ),
    ),
    ...(more > 0 ? [paragraph(t('offlinePacks.card.more', { count: more }), { spacing: 'Small' })] : []),
  ];
}

function placedCard(context: Context, reader: Reader, { latest, placement }: PackStatus): ChatMessage {
  const { t, language } = reader;
  const centre = shorten(latest?.title ?? '', 100);
  const date = formatDate(placement?.placedOn ?? '', language);
  const values = { number: latest?.number ?? 0, date, place: plain(shorten(placement?.place ?? '', 200)) };
  return cardMessage({
    kind: 'pack.placed',
    language,
    title: plain(t('offlinePacks.card.done.title', { centre })),
    body: sayings(
      t('offlinePacks.card.done.text', values),
      placement && t('offlinePacks.card.done.by', { name: plain(nameOf(context, placement.by)) }),
      latest?.number === 1 ? undefined : t('offlinePacks.card.done.throwAway'),
    ),
    actions: [open(context, reader)],
  });
}

function goneCard(context: Context, reader: Reader): ChatMessage {
  const { t, language } = reader;
  return cardMessage({
    kind: 'pack.gone',
    language,
    title: t('offlinePacks.card.gone.title'),
    body: sayings(t('offlinePacks.card.gone.text')),
    actions: [open(context, reader)],
  });
}

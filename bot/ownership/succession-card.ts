import type { Context } from '../../api/context.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { givenNow, givenTo, Successions } from '../../api/ownership/index.ts';
import { cardMessage, deepLink, notice, openUrl, paragraph, plain, sayings, shorten } from '../cards/index.ts';
import { nameOf, readerOf } from '../cards/reader.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** Titles per line; the rest as a number. */
const named = 3;

/**
 * What a person took over from a leaver: how much, from whom, the note, the list by kind, and a link to all. Never
 * throws for removed things.
 */
export function successionCardFor(context: Context, successionKey: string, personId: PersonId): ChatMessage {
  const { language, t } = readerOf(context, personId);
  const succession = context.list(Successions).get(successionKey);
  const given = givenTo(context, successionKey, personId);
  if (!succession || given.length === 0)
    return cardMessage({
      kind: 'taken.gone',
      language,
      title: t('ownership.card.goneTitle'),
      summary: t('ownership.card.gone'),
      body: sayings(t('ownership.card.gone')),
      actions: [openUrl(t('ownership.card.open'), deepLink(context, '/tasks'))],
    });
  const title = t('ownership.card.title', { count: given.length, name: nameOf(context, succession.from) });
  const lines = [...Map.groupBy(given, ({ kind }) => kind)].map(([kind, items]) => {
    const more = items.length - named;
    const titles = items
      .slice(0, named)
      .map((item) => shorten(givenNow(context, succession.from, item, language).title, 60));
    const all = more > 0 ? `${titles.join(', ')} ${t('ownership.card.more', { count: more })}` : titles.join(', ');
    return paragraph(plain(t('ownership.card.line', { kind: t(`ownership.succession.kind.${kind}`), titles: all })));
  });
  const by = nameOf(context, succession.by);
  return cardMessage({
    kind: 'taken.over',
    language,
    title: plain(title),
    summary: title,
    notice: [notice('emphasis', paragraph(plain(t('ownership.card.note', { note: succession.note }))))],
    body: [
      ...sayings(plain(t('ownership.card.by', { name: by }))),
      ...lines,
      ...sayings(plain(t('ownership.card.ask', { name: by }))),
    ],
    actions: [openUrl(t('ownership.card.open'), deepLink(context, `/hand-overs/${encodeURIComponent(successionKey)}`))],
  });
}

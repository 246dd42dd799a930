import type { Context, Translate } from '../../api/context.ts';
import { saidAbout, type Said } from '../../api/find/index.ts';
import { plainWords } from '../../api/search/index.ts';
import type { Actor, Language } from '../../api/kernel/index.ts';
import { formatDay } from '../../api/texts/format.ts';
import { aside, cardMessage, deepLink, openUrl, paragraph, plain, sayings, shorten } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { suggestions } from './help-card.ts';
import type { Question } from './question.ts';

/** Characters of a paragraph on the card; its button leads to the rest. */
const mostQuoted = 600;
const mostAsked = 60;
const mostOnWatch = 200;

/** A paragraph for reading: each list item separate. */
function pointsOf(text: string): string[] {
  let left = mostQuoted;
  return text.split(/\n(?=[ \t]{0,9}(?:[-*+]|\d{1,9}[.)])[ \t])/).flatMap((point) => {
    const said = shorten(plainWords(point), Math.max(0, left));
    left -= said.length;
    return left + said.length <= 0 || said === '' ? [] : [said];
  });
}

/**
 * The answer to a question about the texts in force: the matching paragraph with version, place and link; or that there
 * is none, with suggestions. One card.
 */
export async function questionCard(
  context: Context,
  actor: Actor,
  { language, ...question }: Question,
): Promise<ChatMessage> {
  const t = context.texts(language);
  const said = await saidAbout(context, actor, question);
  const about = shorten(question.about, mostAsked);
  const more = openUrl(
    t('bot.question.more'),
    deepLink(context, `/find?${new URLSearchParams({ q: question.about })}`),
  );
  if (!said)
    return cardMessage({
      kind: 'question.none',
      language,
      title: t('bot.question.none', { about: plain(about) }),
      summary: t('bot.question.none', { about }),
      body: [...sayings(t('bot.question.noneText')), ...suggestions(context, actor, language)],
      actions: [more],
    });
  const title = (name: string) => t(`bot.question.title.${said.of}`, { title: name });
  return cardMessage({
    kind: 'question.answer',
    language,
    title: title(plain(shorten(said.title, 120))),
    summary: shorten(`${title(said.title)}: ${plainWords(said.text)}`, mostOnWatch),
    body: [
      ...(said.heading === undefined ? [] : [paragraph(plain(plainWords(said.heading)), { weight: 'Bolder' })]),
      ...pointsOf(said.text).map((point) => paragraph(plain(point), { spacing: 'Small' })),
      aside(whereIn(said, language, t)),
      ...(question.of === 'policy' && said.of !== 'policy' ? [aside(t('bot.question.notInPolicy'))] : []),
    ],
    actions: [openUrl(t('bot.question.read'), deepLink(context, said.path)), more],
  });
}

/** `Version 5.0, gælder fra 1. dec. 2026, afsnit 7`. */
function whereIn({ number, validFrom, paragraph: place, centre }: Said, language: Language, t: Translate): string {
  const parts = [
    t('bot.question.version', { number: plain(number) }),
    ...(validFrom === undefined ? [] : [t('bot.question.from', { day: formatDay(validFrom, language) })]),
    t('bot.question.paragraph', { place }),
    ...(centre === undefined ? [] : [plain(centre)]),
  ];
  return parts.join(', ');
}

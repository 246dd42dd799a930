import type { Context } from '../../api/context.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { inGroups, latestSeal } from '../../api/trail/index.ts';
import { formatDate } from '../../api/texts/format.ts';
import { cardMessage, deepLink, facts, openUrl, paragraph, sayings } from '../cards/index.ts';
import { readerOf } from '../cards/reader.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** The auditor's copy: a day's seal, which covers the trail up to it. Never throws for removed things. */
export function sealCardFor(context: Context, day: string, personId: PersonId): ChatMessage {
  const { language, t } = readerOf(context, personId);
  const seal = latestSeal(context);
  if (seal?.day !== day)
    return cardMessage({
      kind: 'trail.gone',
      language,
      title: t('trailCards.goneTitle'),
      body: sayings(t('trailCards.gone')),
      actions: [openUrl(t('trailCards.open'), deepLink(context, '/operations/trail'))],
    });
  const on = formatDate(seal.day, language);
  const title = t('trailCards.title', { day: on });
  return cardMessage({
    kind: 'trail.seal',
    language,
    title,
    summary: t('trailCards.summary', { day: on }),
    body: [
      ...sayings(t('trailCards.what')),
      ...facts([
        [t('trailCards.day'), on],
        [t('trailCards.entries'), t('trailCards.acts', { count: seal.entries })],
        ...(seal.late > 0 ? [[t('trailCards.late'), t('trailCards.acts', { count: seal.late })] as const] : []),
      ]),
      paragraph(inGroups(seal.seal)),
      ...sayings(t('trailCards.keep')),
    ],
    actions: [openUrl(t('trailCards.open'), deepLink(context, '/trail'))],
  });
}

import type { Context } from '../../api/context.ts';
import type { Language, PersonId } from '../../api/kernel/index.ts';
import type { PolicyVersion, Receipt } from '../../api/policy/index.ts';
import { dayOf, formatDate, formatMoment } from '../../api/texts/format.ts';
import { cardMessage, deepLink, firstName, notice, openUrl, paragraph, plain } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { welcomeCourse } from './welcome.ts';

/**
 * The receipt: "Tak, Anne. Du bekræftede version 4.0 den 24. nov. 2026 kl. 10.12." Of one on paper only the day is
 * known: its time of day is that of the record.
 */
export function receiptCard(
  context: Context,
  reader: { personId: PersonId; name: string; language: Language },
  version: PolicyVersion,
  receipt: Receipt,
  again = false,
): ChatMessage {
  const { language } = reader;
  const t = context.texts(language);
  const number = receipt.carriedFrom?.number ?? version.number;
  const isOnPaper = receipt.channel === 'signature';
  const moment = isOnPaper ? formatDate(dayOf(receipt.at), language) : formatMoment(receipt.at, language);
  const way = isOnPaper ? 'OnPaper' : '';
  const name = firstName(reader.name);
  const carriedOver = receipt.outcome === 'carriedOver';
  const course = welcomeCourse(context, reader, version);
  return cardMessage({
    kind: 'policy.receipt',
    language,
    title: t('cards.policy.receipt.title', { name: plain(name) }),
    summary: t(`cards.policy.receipt.summary${way}`, { name, number, moment }),
    body: [
      notice('good', paragraph(t(`cards.policy.receipt.text${way}`, { number: plain(number), moment }))),
      ...(carriedOver ? [paragraph(t('cards.policy.receipt.carriedOver', { number: plain(version.number) }))] : []),
      ...(again && !carriedOver ? [paragraph(t('cards.policy.receipt.again'))] : []),
      ...(course ? [paragraph(course.text)] : []),
    ],
    actions: [openUrl(t('cards.policy.read'), deepLink(context, '/policy')), ...(course ? [course.open] : [])],
  });
}

import type { Context } from '../../api/context.ts';
import type { Instant, Language } from '../../api/kernel/index.ts';
import { procedurePath, type ProcedureNow, type VersionNow } from '../../api/procedures/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import { cardMessage, deepLink, firstName, notice, openUrl, paragraph, plain, shorten } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** The receipt: "Tak, Anne. Du bekræftede “Telefon på farten” den 24. nov. 2026 kl. 10.12." */
export function procedureReceiptCard(
  context: Context,
  reader: { name: string; language: Language },
  { now, version, at }: { now: ProcedureNow; version: VersionNow; at: Instant },
  again = false,
): ChatMessage {
  const { language } = reader;
  const t = context.texts(language);
  const [name, title] = [firstName(reader.name), shorten(version.version.title, 150)];
  const moment = formatMoment(at, language);
  return cardMessage({
    kind: 'procedure.receipt',
    language,
    title: t('procedureTexts.card.receipt.title', { name: plain(name) }),
    summary: t('procedureTexts.card.thanks', { name, title, moment }),
    body: [
      notice('good', paragraph(t('procedureTexts.card.receipt.text', { title: plain(title), moment }))),
      ...(again ? [paragraph(t('procedureTexts.card.receipt.again'))] : []),
    ],
    actions: [openUrl(t('procedureTexts.card.read'), deepLink(context, procedurePath(now.procedure.key)))],
  });
}

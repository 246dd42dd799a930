import type { Acknowledgement } from '../../api/acknowledgements/index.ts';
import type { Context } from '../../api/context.ts';
import { ownPlanPath } from '../../api/contingency/index.ts';
import { findPerson } from '../../api/organisation/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import { cardMessage, deepLink, firstName, notice, openUrl, paragraph, plain, shorten } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import type { Reader } from '../cards/reader.ts';

/** The receipt: "Tak, Anne. Du bekræftede den 26. nov. 2026 kl. 10.12, at du kender din del af …". */
export function partReceiptCard(
  context: Context,
  { personId, language, t }: Reader,
  given: { planKey: string; title: string; receipt: Acknowledgement },
  again = false,
): ChatMessage {
  const { planKey, receipt } = given;
  const name = firstName(findPerson(context, personId)?.title ?? receipt.title);
  const title = shorten(given.title, 120);
  const said = receipt.outcome === 'carriedOver' ? 'pocket.card.receipt.carried' : 'pocket.card.receipt.text';
  return cardMessage({
    kind: 'part.receipt',
    language,
    title: t('pocket.card.receipt.title', { name: plain(name) }),
    summary: t('pocket.card.receipt.summary', { name, title }),
    body: [
      notice('good', paragraph(t(said, { title: plain(title), moment: formatMoment(receipt.at, language) }))),
      ...(again ? [paragraph(t('pocket.card.receipt.again'))] : []),
    ],
    actions: [openUrl(t('pocket.card.read'), deepLink(context, ownPlanPath(planKey)))],
  });
}

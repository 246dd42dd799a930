import type { Context } from '../../api/context.ts';
import { todayOf, type Actor, type Language, type Obligation } from '../../api/kernel/index.ts';
import { obligationsOf } from '../../api/obligations/index.ts';
import { byWhen } from '../approvals/index.ts';
import {
  aside,
  cardMessage,
  deepLink,
  openUrl,
  paragraph,
  plain,
  sayings,
  shorten,
  type TextBlock,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { oweWords } from '../../api/texts/owed.ts';

/** Kinds handled under Godkendelser. */
const kinds: readonly string[] = ['vote', 'recordDecision', 'resubmit'];
/** Rows in the card; the rest are in the tab. */
const most = 5;

/** *Godkendelser*: what awaits me, most urgent first, with links (R10, R12). */
export function approvalsCard(context: Context, actor: Actor, language: Language): ChatMessage {
  const t = context.texts(language);
  const open = obligationsOf(context, actor.personId, todayOf(context.clock))
    .filter(({ kind, state }) => kinds.includes(kind) && state === 'open')
    .sort((one, other) => one.due.localeCompare(other.due) || one.key.localeCompare(other.key));
  const none = open.length === 0;
  return cardMessage({
    kind: 'approvals.waiting',
    language,
    title: none ? t('approvalCards.command.none') : t('approvalCards.command.title', { count: open.length }),
    body: none
      ? sayings(t('approvalCards.command.noneText'))
      : [
          ...open.slice(0, most).flatMap((task) => row(context, task, language)),
          ...(open.length > most ? [aside(t('cards.more', { count: open.length - most }))] : []),
        ],
    actions: [openUrl(t('approvalCards.all'), deepLink(context, '/approvals'))],
  });
}

function row(context: Context, task: Obligation, language: Language): TextBlock[] {
  const t = context.texts(language);
  const { late, text } = byWhen(context, task.due, { language, t });
  const link = deepLink(context, task.path);
  return [
    paragraph(plain(shorten(oweWords(task, { t, language }), 160)), { weight: 'Bolder' }),
    paragraph(t('approvalCards.command.row', { due: text, open: t('approvalCards.command.openRow'), link }), {
      spacing: 'None',
      ...(late ? { color: 'Attention' } : {}),
    }),
  ];
}

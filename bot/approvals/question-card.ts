import { hasContentChanged, summaryFor, type StageSeat, requestChanges } from '../../api/approvals/index.ts';
import type { Context, Translate } from '../../api/context.ts';
import { centreRef, seatsOf } from '../../api/organisation/index.ts';
import {
  aside,
  cardMessage,
  deepLink,
  field,
  linesOf,
  notice,
  thanksNotice,
  paragraph,
  plain,
  shorten,
  type CardElement,
  type Thanks,
  inSentence,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import type { StageOf } from './stage-of.ts';
import { longestComment, voteButton } from './vote-button.ts';
import { votesSection } from './votes-section.ts';
import { byWhen, nameOf, openRequest, purposeOf, requestPath, subjectWords, type Reader } from './wording.ts';
import { isCentreRole, type AssignableRole } from '../../api/kernel/index.ts';

/** "Til godkendelse: Lokal procedure – Udlevering af journaler": what, from whom, how far, by when, why me. */
export function questionCard(
  context: Context,
  about: StageOf,
  seat: StageSeat,
  reader: Reader,
  thanks?: Thanks,
): ChatMessage {
  const { request, stage } = about;
  const { language, t } = reader;
  if (hasContentChanged(context, request)) return changedCard(context, about, reader);
  const what = subjectWords(request, t);
  const due = stage.dueOn && byWhen(context, stage.dueOn, reader);
  const link = deepLink(context, requestPath(request));
  return cardMessage({
    kind: 'approval.question',
    language,
    title: plain(t('approvalCards.title', { what })),
    summary: thanks?.text ?? (due ? t('approvalCards.summary', { what, due: due.text }) : what),
    notice: thanksNotice(thanks),
    body: [
      ...matter(context, about, reader),
      ...votesSection(context, about, reader),
      ...(due
        ? [paragraph(t(due.late ? 'approvalCards.late' : 'approvalCards.due', { due: due.text }), { weight: 'Bolder' })]
        : []),
      aside(whyMe(context, about, seat, reader)),
      field('comment', t('approvalCards.comment'), longestComment),
      aside(t('approvalCards.elsewhere', { link })),
    ],
    actions: [
      voteButton(about, 'approve', t('approvalCards.approve')),
      voteButton(about, 'askChanges', t('approvalCards.askChanges')),
      openRequest(context, request, t),
    ],
  });
}

/** Submitter, a three-line summary, and the size of the change since the last round. */
function matter(context: Context, { request, stage }: StageOf, { language, t }: Reader): CardElement[] {
  const centre = centreRef(context, request.centreId)?.title;
  const parts = [
    nameOf(context, request.submittedBy),
    ...(centre === undefined ? [] : [shorten(centre, 80)]),
    ...(request.round > 1 && request.purpose === undefined ? [t('approvalCards.round', { round: request.round })] : []),
  ];
  const purpose = purposeOf(request, t);
  const changes = changesLine(context, { request, stage }, t);
  return [
    aside(t('approvalCards.from', { parts: plain(parts.join(' · ')) })),
    ...(purpose === undefined ? [] : [paragraph(purpose)]),
    ...linesOf(summaryFor(context, request, language))
      .slice(0, 3)
      .map((line) => paragraph(plain(shorten(line, 300)), { spacing: 'Small' })),
    ...(changes === undefined ? [] : [paragraph(changes)]),
    ...(request.file ? [aside(t('approvalCards.file', { name: plain(shorten(request.file.name, 120)) }))] : []),
  ];
}

/** Changed since submission, or removed: it cannot be decided (R12). */
function changedCard(context: Context, { request }: StageOf, { language, t }: Reader): ChatMessage {
  const name = plain(nameOf(context, request.submittedBy));
  return cardMessage({
    kind: 'approval.changed',
    language,
    title: plain(t('approvalCards.changed.title', { what: subjectWords(request, t) })),
    body: [notice('warning', paragraph(t('approvalCards.changed.text', { name })))],
    actions: [openRequest(context, request, t)],
  });
}

/** Change since the previous round, or against the version in force, in one line; undefined when all is new. */
function changesLine(
  context: Context,
  { request, stage }: Pick<StageOf, 'request' | 'stage'>,
  t: Translate,
): string | undefined {
  const found = requestChanges(context, request, stage);
  if (!found) return undefined;
  const { against, changes } = found;
  const parts = (['changed', 'added', 'removed'] as const)
    .filter((kind) => changes[kind] > 0)
    .map((kind) => t(`approvalCards.changes.${kind}`, { count: changes[kind] }));
  if (parts.length === 0) return t(`approvalCards.changes.${against}None`);
  return t(`approvalCards.changes.${against}`, { parts: parts.join(', ') });
}

/** Roles of persons; the others are bodies. */
const ofPeople: readonly AssignableRole[] = ['ciso', 'councilSecretary', 'auditor', 'centreManager', 'coordinator'];

/** "Du får kortet, fordi du sidder i Informationssikkerhedsudvalget." Escaped. */
function whyMe(context: Context, { stage }: StageOf, seat: StageSeat, { t }: Reader): string {
  const { body, personId, centreId } = stage;
  if (seat.deputy !== undefined) return t('approvalCards.why.deputy', { name: plain(nameOf(context, seat.holder)) });
  if (personId !== undefined) return t('approvalCards.why.person');
  const role = t(`roles.${body}`);
  if (isCentreRole(body)) {
    const centre = plain(shorten(centreRef(context, centreId)?.title ?? '', 80));
    const isIts = seatsOf(context, body, centreId).some(({ holder }) => holder === seat.holder);
    return isIts
      ? t('approvalCards.why.centreRole', { role: inSentence(role), centre })
      : t('approvalCards.why.vacant', { centre });
  }
  if (ofPeople.includes(body)) return t('approvalCards.why.role', { role: inSentence(role) });
  return t(`approvalCards.why.${seat.chair ? 'chair' : 'member'}`, { body: t(`approvalCards.body.${body}`) });
}

import { votesThatCount, type ApprovalRequest, type Stage, type Vote } from '../../api/approvals/index.ts';
import type { Context, Translate } from '../../api/context.ts';
import type { Language, PersonId } from '../../api/kernel/index.ts';
import { formatDate, formatMoment } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  notice,
  thanksNotice,
  paragraph,
  plain,
  shorten,
  type CardElement,
  type Container,
  type TextBlock,
  type Thanks,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import type { StageOf } from './stage-of.ts';
import { atStart, bodyOf, nameOf, openRequest, subjectWords, type Reader } from './wording.ts';

const tones = {
  approved: 'good',
  rejected: 'attention',
  returned: 'warning',
} as const satisfies Record<string, NonNullable<Container['style']>>;
type Outcome = keyof typeof tones;

/** A stage's result: who decided when, the votes, and what follows. */
export function resultCard(context: Context, about: StageOf, reader: Reader, thanks?: Thanks): ChatMessage {
  const { request, stage } = about;
  const { language, t } = reader;
  const outcome = outcomeOf(stage);
  const what = subjectWords(request, t);
  const title = t(`approvalCards.result.${outcome ?? stateOf(request)}`, { what });
  return cardMessage({
    kind: 'approval.result',
    language,
    title: plain(title),
    summary: thanks?.text ?? title,
    notice: thanksNotice(thanks),
    body: [
      ...(outcome ? decided(context, stage, outcome, reader) : [paragraph(t('approvalCards.result.skippedText'))]),
      ...mine(stage, reader),
      ...reasons(context, stage, reader),
      ...since(context, about, reader),
      paragraph(whatNow(context, request, reader)),
    ],
    actions: [openRequest(context, request, t)],
  });
}

function outcomeOf({ state }: Stage): Outcome | undefined {
  return state === 'approved' || state === 'rejected' || state === 'returned' ? state : undefined;
}

/** The stage was never reached. */
const stateOf = ({ state }: ApprovalRequest) => (state === 'open' ? 'skipped' : state);

function decided(context: Context, stage: Stage, outcome: Outcome, reader: Reader): CardElement[] {
  const how = stage.closedBy === undefined ? undefined : howEnded(stage, reader);
  const lines = [
    paragraph(decidedBy(context, stage, outcome, reader), { weight: 'Bolder' }),
    ...tallyLine(stage, reader),
    ...(how === undefined ? [] : [paragraph(how)]),
  ];
  return [notice(tones[outcome], ...lines)];
}

function decidedBy(context: Context, stage: Stage, outcome: Outcome, { t, language }: Reader): string {
  const [decider] = stage.rule === 'one' && stage.decision === undefined ? latestFirst(stage) : [];
  const who = decider ? nameOf(context, decider.by) : atStart(bodyOf(context, stage, t));
  return t(`approvalCards.result.by.${outcome}`, { who: plain(who), moment: momentOf(stage, language) });
}

/** What the latest of those who came after has decided: it may be otherwise. */
function since(context: Context, { request, number }: StageOf, reader: Reader): TextBlock[] {
  const later = request.stages.slice(number).findLast((stage) => outcomeOf(stage) !== undefined);
  const outcome = later && outcomeOf(later);
  return later && outcome ? [paragraph(decidedBy(context, later, outcome, reader))] : [];
}

/** Of a meeting its day alone. */
function momentOf({ closedAt, decision }: Stage, language: Language): string {
  if (decision) return formatDate(decision.meetingOn, language);
  return closedAt === undefined ? '' : formatMoment(closedAt, language);
}

const latestFirst = (stage: Stage): Vote[] =>
  [...votesThatCount(stage).values()].sort((one, other) => other.at.localeCompare(one.at));

/** "Stemmerne: 3 for, 1 imod." Empty for one person's decision. */
function tallyLine(stage: Stage, { t }: Reader): TextBlock[] {
  const votes = [...votesThatCount(stage).values()];
  if (stage.rule === 'one' || votes.length === 0) return [];
  const parts = (['approve', 'reject', 'askChanges', 'abstain'] as const).flatMap((choice) => {
    const count = votes.filter((vote) => vote.choice === choice).length;
    return count === 0 ? [] : [t(`approvalCards.result.${choice}`, { count })];
  });
  return [paragraph(t('approvalCards.result.tally', { parts: parts.join(', ') }))];
}

function howEnded({ closedBy, decision }: Stage, { t, language }: Reader): string | undefined {
  if (closedBy === 'external') {
    if (!decision) return undefined;
    const date = formatDate(decision.meetingOn, language);
    return t('approvalCards.result.meeting', { date, item: plain(shorten(decision.itemNumber, 60)) });
  }
  return closedBy === undefined || closedBy === 'votes' ? undefined : t(`approvalCards.result.closedBy.${closedBy}`);
}

function mine(stage: Stage, { personId, t }: Reader): CardElement[] {
  const own = latestFirst(stage).find(({ by, seat }) => by === personId || seat === personId);
  return own ? [aside(t(`approvalCards.result.mine.${own.choice}`))] : [];
}

/** Reasons in a card; the rest are in the tab. */
const mostReasons = 3;

/** Reasons for rejection or return, as written. */
export function reasons(context: Context, stage: Stage, { t }: Reader): TextBlock[] {
  return reasonsOf(stage)
    .slice(0, mostReasons)
    .map((reason) => reasonLine(context, reason, t, 400));
}

/** `Mia Lund: …`, or `Byrådet: …` of its meeting. */
export function reasonLine(context: Context, { by, stage, text }: Reason, t: Translate, longest: number): TextBlock {
  const name = by === undefined ? atStart(bodyOf(context, stage, t)) : nameOf(context, by);
  const values = { name: plain(name), text: plain(shorten(text, longest)) };
  return paragraph(t('approvalCards.result.reason', values), { spacing: 'Small' });
}

export interface Reason {
  /** Who voted; undefined for what a meeting said. */
  by?: PersonId;
  stage: Stage;
  text: string;
}

/** Why it was rejected or returned, and what a meeting said, as written. */
export const reasonsOf = (stage: Stage): Reason[] =>
  remarksOf(stage, ({ choice }) => choice !== 'approve' && choice !== 'abstain');

/** What voters and the meeting wrote. */
export const remarksOf = (stage: Stage, isShown: (vote: Vote) => boolean = () => true): Reason[] => [
  ...latestFirst(stage)
    .reverse()
    .flatMap((vote) => (vote.reason && isShown(vote) ? [{ by: vote.by, stage, text: vote.reason }] : [])),
  ...(stage.decision?.note ? [{ stage, text: stage.decision.note }] : []),
];

/** Who has it now, or that it has ended. */
function whatNow(context: Context, request: ApprovalRequest, { t }: Reader): string {
  switch (request.state) {
    case 'open': {
      const next = request.stages.find(({ state }) => state === 'open');
      return next
        ? t('approvalCards.result.next', { body: plain(bodyOf(context, next, t)) })
        : t('approvalCards.result.final');
    }
    case 'approved':
      return t('approvalCards.result.final');
    case 'returned':
      return t('approvalCards.result.mayReturn', { name: plain(nameOf(context, request.submittedBy)) });
    case 'rejected':
      return t('approvalCards.result.over');
    case 'withdrawn':
      return t('approvalCards.result.over');
  }
}

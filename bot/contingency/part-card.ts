import { findAsset } from '../../api/assets/index.ts';
import type { Context } from '../../api/context.ts';
import {
  canReadPlan,
  confirmBy,
  findPlanVersion,
  ownPlanPath,
  partIn,
  partReceipt,
  type NamedPart,
  type PlanNow,
} from '../../api/contingency/index.ts';
import { todayOf, type Actor, type PersonId } from '../../api/kernel/index.ts';
import { findPerson } from '../../api/organisation/index.ts';
import { formatDate, formatDay } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  coordinatorLine,
  deepLink,
  execute,
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
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { partReceiptCard } from './part-receipt-card.ts';
import { readerOf, type Reader } from '../cards/reader.ts';

export const confirmPartVerb = 'plan.confirmPart';

/** Steps on the card; the rest is in the plan. */
const mostSteps = 3;

const readPlan = (context: Context, { t }: Pick<Reader, 't'>, planKey: string): OpenUrl =>
  openUrl(t('pocket.card.read'), deepLink(context, ownPlanPath(planKey)));

/**
 * A named person's card for a version of a plan as of now: the question, the receipt, the current version, or why
 * nothing is required. Never throws.
 */
export function partCardFor(context: Context, versionKey: string, personId: PersonId): ChatMessage {
  const reader = readerOf(context, personId);
  const found = findPlanVersion(context, versionKey);
  if (!found) return sayingCard(context, reader, 'gone');
  const { now, version } = found;
  const { title } = version.version;
  switch (version.state) {
    case 'valid':
    case 'expired':
      return inForceCard(context, reader, now, versionKey, title);
    case 'superseded':
      return supersededCard(context, reader, now, title);
    case 'retired':
      return sayingCard(context, reader, 'retired', title);
    case 'draft':
    case 'waiting':
    case 'returned':
    case 'rejected':
      return sayingCard(context, reader, 'gone');
  }
}

/** The receipt for a version, also for one that is replaced or out of use since; undefined without one. */
export function partReceiptFor(context: Context, versionKey: string, personId: PersonId): ChatMessage | undefined {
  const found = findPlanVersion(context, versionKey);
  const receipt = partReceipt(context, versionKey, personId);
  if (!found || !receipt) return undefined;
  const given = { planKey: found.now.plan.key, title: found.version.version.title, receipt };
  return partReceiptCard(context, readerOf(context, personId), given);
}

/** People named in it, with a receipt, with its card, or who may read the plan. */
export function isPartFor(context: Context, actor: Actor, { versionKey }: { versionKey: string }): boolean {
  const { personId } = actor;
  if (wasTold(context, actor, versionKey) || partReceipt(context, versionKey, personId)) return true;
  const found = findPlanVersion(context, versionKey);
  if (!found) return false;
  return partIn(context, versionKey, personId) !== undefined || canReadPlan(context, actor, found.now);
}

function inForceCard(context: Context, reader: Reader, now: PlanNow, versionKey: string, title: string): ChatMessage {
  const receipt = partReceipt(context, versionKey, reader.personId);
  if (receipt) return partReceiptCard(context, reader, { planKey: now.plan.key, title, receipt });
  const named = partIn(context, versionKey, reader.personId);
  return named ? questionCard(context, reader, named) : sayingCard(context, reader, 'notNamed', title);
}

function supersededCard(context: Context, reader: Reader, now: PlanNow, title: string): ChatMessage {
  const { current } = now;
  if (!current) return sayingCard(context, reader, 'retired', title);
  const card = inForceCard(context, reader, now, current.version.key, current.version.title);
  return withNotice(
    card,
    reader.t('pocket.card.superseded.summary', { title: shorten(title, 120) }),
    notice('warning', paragraph(reader.t('pocket.card.superseded.text', { title: plain(shorten(title, 150)) }))),
  );
}

function sayingCard(
  context: Context,
  { language, t }: Reader,
  what: 'retired' | 'notNamed' | 'gone',
  title = '',
): ChatMessage {
  return cardMessage({
    kind: 'part.saying',
    language,
    title: t(`pocket.card.${what}.title`),
    body: sayings(t(`pocket.card.${what}.text`, { title: plain(shorten(title, 150)) })),
    actions: [openUrl(t('pocket.card.own'), deepLink(context, '/contingency/mine'))],
  });
}

/** Plan, own part, deadline, and one button. */
function questionCard(context: Context, reader: Reader, named: NamedPart): ChatMessage {
  const { language, personId, t } = reader;
  const { now, version, validFrom } = named;
  const today = todayOf(context.clock);
  const due = confirmBy(validFrom, findPerson(context, personId) ?? {}, today);
  const late = due < today;
  const date = formatDay(due, language);
  const title = shorten(version.version.title, 120);
  const system = findAsset(context, now.plan.assetKey)?.title ?? title;
  return cardMessage({
    kind: 'part.question',
    language,
    title: t(version.version.number > 1 ? 'pocket.card.changed' : 'pocket.card.title', { title: plain(title) }),
    summary: t(late ? 'pocket.card.lateSummary' : 'pocket.card.summary', { title, date }),
    body: [
      aside(t('pocket.card.from', { system: plain(shorten(system, 100)), date: formatDate(validFrom, language) })),
      ...doingOf(reader, named),
      paragraph(t(late ? 'pocket.mine.late' : 'pocket.mine.ask', { date }), { weight: 'Bolder' }),
      aside(t('pocket.card.why')),
      coordinatorLine(context, personId, language),
    ],
    actions: [
      execute(t('pocket.mine.confirm'), confirmPartVerb, { versionKey: version.version.key }),
      readPlan(context, reader, now.plan.key),
    ],
  });
}

/** Roles and first steps, as in the plan. */
function doingOf({ t }: Reader, { part: { roles, steps } }: NamedPart): CardElement[] {
  const named = plain(shorten(roles.join(', '), 200));
  const rest = steps.length - mostSteps;
  return [
    paragraph(named === '' ? t('pocket.mine.contact') : t('pocket.mine.roles', { roles: named })),
    ...(steps.length === 0 ? [] : [paragraph(t('pocket.card.doing'))]),
    ...steps
      .slice(0, mostSteps)
      .map((text, place) =>
        paragraph(t('pocket.card.step', { number: place + 1, text: plain(shorten(text, 250)) }), { spacing: 'Small' }),
      ),
    ...(rest > 0 ? [aside(t('pocket.card.more', { count: rest }))] : []),
  ];
}

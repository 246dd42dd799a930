import type { Context } from '../../api/context.ts';
import { languageOf, type Actor, type Language, type PersonId, todayOf } from '../../api/kernel/index.ts';
import { findPerson, isEmployed, type Person } from '../../api/organisation/index.ts';
import {
  acknowledgementOf,
  currentPolicy,
  policyDue,
  policyState,
  policyVersion,
  type PolicyVersion,
} from '../../api/policy/index.ts';
import { formatDate, formatDay } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  coordinatorLine,
  deepLink,
  execute,
  inDanish,
  lineMessage,
  openUrl,
  paragraph,
  plain,
  sayings,
  wasTold,
  withNotice,
  notice,
  type OpenUrl,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { cameLater, newsOf, rootOf } from './news.ts';
import { receiptCard } from './receipt-card.ts';
import { isWelcomed, welcomeCourse } from './welcome.ts';
import { readerOf } from '../cards/reader.ts';

export const acknowledgeVerb = 'policy.acknowledge';
/** Where the policy in force is acknowledged in the tab. */
const policyPath = '/policy';

/** Reader of a card. */
export interface Reader {
  personId: PersonId;
  name: string;
  language: Language;
}

const readPolicy = (context: Context, language: Language): OpenUrl =>
  openUrl(context.texts(language)('cards.policy.read'), deepLink(context, policyPath));

/**
 * A policy version's card as of now, sent, requested or pressed: the question, the receipt, or the version in force.
 * Never throws for a removed version: the card says so.
 */
export function policyCardFor(context: Context, versionKey: string, personId: PersonId): ChatMessage {
  const person = findPerson(context, personId);
  const reader: Reader = { personId, name: person?.title ?? '', language: person?.language ?? languageOf(undefined) };
  const version = policyVersion(context, versionKey);
  if (!version) return currentPolicyCard(context, reader);
  const state = policyState(context, version);
  if (state === 'draft') return sayingCard(context, reader, 'cards.policy.draft');
  // Not requested before its date: the version in force is shown.
  if (state === 'coming') return currentPolicyCard(context, reader);
  if (state === 'superseded') return supersededCard(context, reader, version);
  return cardInForce(context, reader, version, person);
}

/** The receipt for a version, also for one that another has replaced since; undefined without one. */
export function policyReceiptFor(context: Context, versionKey: string, personId: PersonId): ChatMessage | undefined {
  const version = policyVersion(context, versionKey);
  const receipt = acknowledgementOf(context, versionKey, personId);
  const name = findPerson(context, personId)?.title ?? '';
  return version && receipt && receiptCard(context, { ...readerOf(context, personId), name }, version, receipt);
}

/** Every published version is for everybody; drafts have no cards. */
export function isPolicyFor(context: Context, actor: Actor, { versionKey }: { versionKey: string }): boolean {
  const version = policyVersion(context, versionKey);
  return (version && policyState(context, version) !== 'draft') || wasTold(context, actor, versionKey);
}

/** The policy in force with a person's status. */
export function currentPolicyCard(context: Context, reader: Reader): ChatMessage {
  const version = currentPolicy(context);
  if (!version) return sayingCard(context, reader, 'cards.policy.none');
  return cardInForce(context, reader, version, findPerson(context, reader.personId));
}

function cardInForce(
  context: Context,
  reader: Reader,
  version: PolicyVersion,
  person: Person | undefined,
): ChatMessage {
  const receipt = acknowledgementOf(context, version.key, reader.personId);
  if (receipt) return receiptCard(context, reader, version, receipt);
  if (!person || !isEmployed(person, todayOf(context.clock)))
    return sayingCard(context, reader, 'cards.policy.notAsked');
  return questionCard(context, reader, version, person);
}

function sayingCard(
  context: Context,
  { language }: Reader,
  key: `cards.policy.${'draft' | 'none' | 'notAsked'}`,
): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'policy.saying',
    language,
    title: t(`${key}.title`),
    body: sayings(t(`${key}.text`)),
    actions: [readPolicy(context, language)],
  });
}

/** The new version's question, and above it why the pressed card was replaced. */
function supersededCard(context: Context, reader: Reader, old: PolicyVersion): ChatMessage {
  const current = currentPolicy(context);
  const card = currentPolicyCard(context, reader);
  if (!current) return card;
  const t = context.texts(reader.language);
  const numbers = { old: old.number, new: current.number };
  const text = paragraph(t('cards.policy.superseded.text', numbers));
  return withNotice(card, t('cards.policy.superseded.summary', numbers), notice('warning', text));
}

/**
 * "Ny informationssikkerhedspolitik": news to this person, deadline, reason, and one button. New employees are welcomed
 * instead, with the policy in five lines, the course and their contact: it is their only card that day.
 */
function questionCard(context: Context, reader: Reader, version: PolicyVersion, person: Person): ChatMessage {
  const { language } = reader;
  const t = context.texts(language);
  const due = policyDue(context, version, person);
  const late = due < todayOf(context.clock);
  const date = formatDay(due, language);
  const isWelcome = isWelcomed(context, person, version);
  const words = `cards.policy.${isWelcome ? 'welcome' : newness(context, version, person)}` as const;
  const organisation = plain(context.organisation.name);
  const title = t(`${words}.title`, { organisation: context.organisation.name });
  const course = welcomeCourse(context, reader, version);
  return cardMessage({
    kind: isWelcome ? 'policy.welcome' : 'policy.question',
    language,
    title: plain(title),
    summary: late ? t('cards.policy.lateSummary', { title, date }) : t(`${words}.summary`, { title, date }),
    body: [
      ...(isWelcome ? [paragraph(t('cards.policy.welcome.text', { organisation }))] : []),
      aside(
        t('cards.policy.version', { number: plain(version.number), date: formatDate(version.effectiveOn, language) }),
      ),
      ...newsOf(context, version, person, t),
      ...inDanish(t, language, version.body),
      paragraph(late ? t('cards.policy.late', { date }) : t(`${words}.ask`, { date }), { weight: 'Bolder' }),
      ...(course ? [paragraph(course.text)] : []),
      aside(isWelcome ? t('cards.policy.welcome.cards') : t('cards.policy.why', { organisation })),
      coordinatorLine(context, reader.personId, language),
    ],
    actions: [
      execute(t('cards.policy.acknowledge'), acknowledgeVerb, { versionKey: version.key }),
      readPolicy(context, language),
      ...(course ? [course.open] : []),
    ],
  });
}

/** To somebody hired after the version, no longer welcomed, it is neither new nor changed. */
const newness = (context: Context, version: PolicyVersion, person: Person) =>
  cameLater(context, person, version) ? 'known' : rootOf(context, version).changeKind;

/** An unanswered old card after the next version has been sent as a new card. */
export function replacedPolicyCard(context: Context, versionKey: string, personId: PersonId): ChatMessage {
  const { language, t } = readerOf(context, personId);
  const old = policyVersion(context, versionKey)?.number ?? '';
  const values = { old: plain(old), new: plain(currentPolicy(context)?.number ?? '') };
  return lineMessage('policy.replaced', language, t('cards.policy.replaced', values));
}

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
import { formatDate, formatDay } from '../../teams-app/texts/format.ts';
import {
  aside,
  cardMessage,
  coordinatorLine,
  deepLink,
  execute,
  linesOf,
  openUrl,
  paragraph,
  plain,
  sayings,
  wasTold,
  shorten,
  withNotice,
  notice,
  type CardElement,
  type OpenUrl,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { receiptCard } from './receipt-card.ts';

export const acknowledgeVerb = 'policy.acknowledge';
/** Where the policy in force is read and acknowledged in the tab. */
const policyPath = '/policy';

/** For whom a card is written. */
export interface Reader {
  personId: PersonId;
  name: string;
  language: Language;
}

export const readPolicy = (context: Context, language: Language): OpenUrl =>
  openUrl(context.texts(language)('cards.policy.read'), deepLink(context, policyPath));

/**
 * What a person is shown about a policy version at this moment, whether it is sent, asked for or pressed: the question,
 * the receipt, or the version that has taken over. Never throws for a version that is gone: the card says so.
 */
export function policyCardFor(context: Context, versionKey: string, personId: PersonId): ChatMessage {
  const person = findPerson(context, personId);
  const reader: Reader = { personId, name: person?.title ?? '', language: person?.language ?? languageOf(undefined) };
  const version = policyVersion(context, versionKey);
  if (!version) return currentPolicyCard(context, reader);
  const state = policyState(context, version);
  if (state === 'draft') return sayingCard(context, reader, 'cards.policy.draft');
  if (state === 'superseded') return supersededCard(context, reader, version);
  return cardInForce(context, reader, version, person);
}

/** Every version that was published is for everybody; of a draft nobody is told by a card. */
export function isPolicyFor(context: Context, actor: Actor, { versionKey }: { versionKey: string }): boolean {
  const version = policyVersion(context, versionKey);
  return (version && policyState(context, version) !== 'draft') || wasTold(context, actor, versionKey);
}

/** The policy in force as it stands for a person. */
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

function sayingCard(context: Context, { language }: Reader, key: string): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    language,
    title: t(`${key}.title`),
    body: sayings(t(`${key}.text`)),
    actions: [readPolicy(context, language)],
  });
}

/** The new version with its question, and above it why the pressed card is not what it was. */
function supersededCard(context: Context, reader: Reader, old: PolicyVersion): ChatMessage {
  const current = currentPolicy(context);
  const card = currentPolicyCard(context, reader);
  if (!current) return card;
  const t = context.texts(reader.language);
  const numbers = { old: old.number, new: current.number };
  const text = paragraph(t('cards.policy.superseded.text', numbers));
  return withNotice(card, t('cards.policy.superseded.summary', numbers), notice('warning', text));
}

/** "Ny informationssikkerhedspolitik": what is new, by when, why me, and one press. */
function questionCard(context: Context, reader: Reader, version: PolicyVersion, person: Person): ChatMessage {
  const { language } = reader;
  const t = context.texts(language);
  const due = policyDue(context, version, person);
  const late = due < todayOf(context.clock);
  const date = formatDay(due, language);
  const kind = `cards.policy.${version.changeKind}`;
  const title = t(`${kind}.title`);
  return cardMessage({
    language,
    title,
    summary: late ? t('cards.policy.lateSummary', { title, date }) : t(`${kind}.summary`, { date }),
    body: [
      aside(
        t('cards.policy.version', { number: plain(version.number), date: formatDate(version.effectiveOn, language) }),
      ),
      ...newsOf(version, t(version.changeKind === 'major' ? 'cards.policy.newest' : 'cards.policy.changes')),
      paragraph(late ? t('cards.policy.late', { date }) : t(`${kind}.ask`, { date }), { weight: 'Bolder' }),
      aside(t('cards.policy.why', { organisation: plain(context.organisation.name) })),
      coordinatorLine(context, reader.personId, language),
    ],
    actions: [
      execute(t('cards.policy.acknowledge'), acknowledgeVerb, { versionKey: version.key }),
      readPolicy(context, language),
    ],
  });
}

/** At most three lines of news; what is longer is read in the tab. */
function newsOf(version: PolicyVersion, opening: string): CardElement[] {
  const lines = linesOf(version.summary).slice(0, 3);
  if (lines.length === 0) return [];
  const news = lines.map((line) => paragraph(plain(shorten(line, 300)), { spacing: 'Small' }));
  return [paragraph(opening), ...news];
}

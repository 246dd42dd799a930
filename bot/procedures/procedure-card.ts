import { receiptOf } from '../../api/acknowledgements/index.ts';
import type { Context, Translate } from '../../api/context.ts';
import { languageOf, todayOf, type Actor, type Language, type PersonId } from '../../api/kernel/index.ts';
import { centreRef, findPerson, isEmployed, type Person } from '../../api/organisation/index.ts';
import {
  acknowledgeBy,
  areaOf,
  findVersion,
  isFor,
  mayReadVersion,
  procedurePath,
  type ProcedureNow,
  type VersionNow,
} from '../../api/procedures/index.ts';
import { formatDate, formatDay } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  coordinatorLine,
  deepLink,
  execute,
  inDanish,
  inSentence,
  linesOf,
  notice,
  openUrl,
  paragraph,
  plain,
  sayings,
  wasTold,
  shorten,
  withNotice,
  type CardElement,
  type OpenUrl,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { readerOf } from '../cards/reader.ts';
import { procedureReceiptCard } from './receipt-card.ts';

export const acknowledgeProcedureVerb = 'procedure.acknowledge';

/** Reader of a card. */
interface Reader {
  personId: PersonId;
  name: string;
  language: Language;
  person: Person | undefined;
}

const readProcedure = (context: Context, language: Language, procedureKey: string): OpenUrl =>
  openUrl(context.texts(language)('procedureTexts.card.read'), deepLink(context, procedurePath(procedureKey)));

/**
 * A procedure or guideline version's card as of now, sent or pressed: the question, the receipt, the version in force,
 * or why nothing is required. Never throws.
 */
export function procedureCardFor(context: Context, versionKey: string, personId: PersonId): ChatMessage {
  const person = findPerson(context, personId);
  const reader: Reader = {
    personId,
    person,
    name: person?.title ?? '',
    language: person?.language ?? languageOf(undefined),
  };
  const found = findVersion(context, versionKey);
  if (!found) return goneCard(context, reader);
  const { now, version } = found;
  switch (version.state) {
    case 'valid':
    case 'expired':
      return cardInForce(context, reader, now, version);
    case 'superseded':
      return supersededCard(context, reader, now, version);
    case 'retired':
      return sayingCard(context, reader, now, version, 'retired');
    case 'draft':
    case 'waiting':
    case 'returned':
    case 'rejected':
      return goneCard(context, reader);
  }
}

/** The receipt for a version, also for one that is replaced or out of use since; undefined without one. */
export function procedureReceiptFor(context: Context, versionKey: string, personId: PersonId): ChatMessage | undefined {
  const found = findVersion(context, versionKey);
  const receipt = receiptOf(context, versionKey, personId);
  if (!found || !receipt) return undefined;
  const { language } = readerOf(context, personId);
  const reader = { name: findPerson(context, personId)?.title ?? '', language };
  return procedureReceiptCard(context, reader, { ...found, at: receipt.at });
}

const wasSent: ReadonlySet<VersionNow['state']> = new Set(['valid', 'expired', 'superseded', 'retired']);

/** People who may read the version, are or were in its audience, have a receipt, or its card. */
export function isProcedureFor(context: Context, actor: Actor, { versionKey }: { versionKey: string }): boolean {
  if (wasTold(context, actor, versionKey) || receiptOf(context, versionKey, actor.personId)) return true;
  const found = findVersion(context, versionKey);
  if (!found) return false;
  const { now, version } = found;
  const person = findPerson(context, actor.personId);
  const isIts = wasSent.has(version.state) && isFor(now.procedure, version.version, person);
  return isIts || mayReadVersion(context, actor, now, versionKey);
}

function cardInForce(context: Context, reader: Reader, now: ProcedureNow, version: VersionNow): ChatMessage {
  const { personId, person } = reader;
  const receipt = receiptOf(context, version.version.key, personId);
  if (receipt) return procedureReceiptCard(context, reader, { now, version, at: receipt.at });
  const isAsked = version.version.mustAcknowledge && isFor(now.procedure, version.version, person);
  if (!person || !isAsked || !isEmployed(person, todayOf(context.clock)))
    return sayingCard(context, reader, now, version, 'notAsked');
  return questionCard(context, reader, now, version, person);
}

/** With a receipt the receipt is shown; otherwise the version in force. */
function supersededCard(context: Context, reader: Reader, now: ProcedureNow, old: VersionNow): ChatMessage {
  const { current } = now;
  if (!current) return sayingCard(context, reader, now, old, 'retired');
  const t = context.texts(reader.language);
  const { title } = old.version;
  return withNotice(
    cardInForce(context, reader, now, current),
    t('procedureTexts.card.superseded.summary', { title }),
    notice('warning', paragraph(t('procedureTexts.card.superseded.text', { title: plain(title) }))),
  );
}

function sayingCard(
  context: Context,
  { language }: Reader,
  { procedure }: ProcedureNow,
  { version }: VersionNow,
  what: 'retired' | 'notAsked',
): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'procedure.saying',
    language,
    title: t(`procedureTexts.card.${what}.title`),
    body: sayings(t(`procedureTexts.card.${what}.text`, { title: plain(version.title) })),
    // A retired one is shown to few.
    actions: [what === 'retired' ? openLibrary(context, t) : readProcedure(context, language, procedure.key)],
  });
}

const openLibrary = (context: Context, t: Translate): OpenUrl =>
  openUrl(t('procedureTexts.card.library'), deepLink(context, '/procedures'));

function goneCard(context: Context, { language }: Reader): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'procedure.gone',
    language,
    title: t('procedureTexts.card.gone.title'),
    body: sayings(t('procedureTexts.card.gone.text')),
    actions: [openLibrary(context, t)],
  });
}

/** News, subject, deadline, reason, and one button. */
function questionCard(
  context: Context,
  { language, personId }: Reader,
  { procedure }: ProcedureNow,
  { version, validFrom }: VersionNow,
  person: Person,
): ChatMessage {
  const t = context.texts(language);
  const today = todayOf(context.clock);
  const begun = validFrom ?? today;
  const due = acknowledgeBy(procedure, begun, person, today);
  const late = due < today;
  const date = formatDay(due, language);
  const kind = version.number > 1 ? 'newVersion' : procedure.kind;
  const title = t(`procedureTexts.card.${kind}.title`, { title: shorten(version.title, 150) });
  const from = {
    centre: plain(centreRef(context, procedure.centreId)?.title ?? ''),
    area: plain(areaOf(context, language, version).title),
    date: formatDate(begun, language),
  };
  return cardMessage({
    kind: 'procedure.question',
    language,
    title: plain(title),
    summary: t(`procedureTexts.card.${late ? 'lateSummary' : 'summary'}`, { title: shorten(title, 150), date }),
    body: [
      aside(t(`procedureTexts.card.${procedure.kind}.from`, from)),
      ...newsOf(version.summary, t('procedureTexts.card.newest')),
      ...inDanish(t, language, `${version.summary}\n${version.body}\n${version.fileText}`),
      ...(version.file
        ? [paragraph(t('procedureTexts.card.file', { name: plain(shorten(version.file.name, 80)) }))]
        : []),
      paragraph(t(`procedureTexts.card.${late ? 'late' : 'ask'}`, { date }), { weight: 'Bolder' }),
      aside(whyMe(context, language, { isLocal: procedure.kind === 'procedure', titles: version.jobTitles }, person)),
      coordinatorLine(context, personId, language),
    ],
    actions: [
      execute(t('procedureTexts.card.acknowledge'), acknowledgeProcedureVerb, { versionKey: version.key }),
      readProcedure(context, language, procedure.key),
    ],
  });
}

function whyMe(
  context: Context,
  language: Language,
  { isLocal, titles }: { isLocal: boolean; titles: readonly string[] },
  { jobTitle, centreId }: Person,
): string {
  const t = context.texts(language);
  if (titles.length > 0)
    return t('procedureTexts.card.whyJob', { jobTitle: plain(inSentence(shorten(jobTitle ?? '', 80))) });
  if (!isLocal) return t('procedureTexts.card.whyAll', { organisation: plain(context.organisation.name) });
  return t('procedureTexts.card.whyCentre', { centre: plain(centreRef(context, centreId)?.title ?? '') });
}

/** At most three lines of news; longer ones are read in the tab. */
function newsOf(summary: string, opening: string): CardElement[] {
  const lines = linesOf(summary).slice(0, 3);
  if (lines.length === 0) return [];
  return [paragraph(opening), ...lines.map((line) => paragraph(plain(shorten(line, 300)), { spacing: 'Small' }))];
}

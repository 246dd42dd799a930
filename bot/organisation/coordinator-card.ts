import type { Context } from '../../api/context.ts';
import type { CentreId, Language, PersonId } from '../../api/kernel/index.ts';
import {
  centreRef,
  centres,
  coordinatorsOf,
  findPerson,
  managersOf,
  type Person,
} from '../../api/organisation/index.ts';
import { searchWords } from '../../api/search/index.ts';
import {
  cardMessage,
  chatLink,
  deepLink,
  facts,
  firstName,
  namesOf,
  openUrl,
  paragraph,
  plain,
  sayings,
  shorten,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** Words in every centre's name. */
const ofCentres = new Set(['center', 'centre', 'centret', 'centeret']);
const tellingWords = (text: string): string[] => searchWords(text).filter((word) => !ofCentres.has(word));

/** "Kan jeg spørge min ISK om børn": the own ISK, whatever the subject. */
const ownOnes = /\b(min|mine|mit|vores|my|our)\b/i;

/** The centre in a question, by its distinctive words: `hvem er ISK i Børn og Unge`. Undefined for none or several. */
export function centreNamed(context: Context, text: string): CentreId | undefined {
  if (ownOnes.test(text)) return undefined;
  const typed = new Set(tellingWords(text));
  const ranked = centres(context)
    .map(({ key, title }) => ({ key, said: tellingWords(title).filter((word) => typed.has(word)).length }))
    .filter(({ said }) => said > 0)
    .sort((one, other) => other.said - one.said);
  const [best, next] = ranked;
  return best && best.said !== next?.said ? (best.key as CentreId) : undefined;
}

/** My ISK (R16), or that of a named centre, with a button for the chat. Without an appointment: whom to ask instead. */
export function coordinatorCard(
  context: Context,
  personId: PersonId,
  language: Language,
  named?: CentreId,
): ChatMessage {
  const t = context.texts(language);
  const own = findPerson(context, personId)?.centreId;
  const centreId = named ?? own;
  const other = centreId === own ? '' : 'Of';
  const centre = centreRef(context, centreId);
  const organisation = openUrl(t('bot.coordinator.seeOrganisation'), deepLink(context, '/organisation'));
  if (!centre) {
    return cardMessage({
      kind: 'coordinator.noCentre',
      language,
      title: t('bot.coordinator.noCentre'),
      body: sayings(t('bot.coordinator.noCentreText')),
      actions: [organisation],
    });
  }
  const name = shorten(centre.title, 80);
  const people = coordinatorsOf(context, centreId);
  if (people.length === 0) {
    const managers = managersOf(context, centreId);
    const names = plain(namesOf(managers, t));
    return cardMessage({
      kind: 'coordinator.none',
      language,
      title: t(`bot.coordinator.none${other}`, { centre: plain(name) }),
      summary: t(`bot.coordinator.none${other}`, { centre: name }),
      body: sayings(names === '' ? t('bot.coordinator.noneText') : t(`bot.coordinator.noneManager${other}`, { names })),
      actions: [...writeTo(managers.slice(0, 1), t), organisation],
    });
  }
  const title = (names: string, at: string) =>
    t(`bot.coordinator.title${other}`, { names, count: people.length, centre: at });
  const names = namesOf(people, t);
  return cardMessage({
    kind: 'coordinator.people',
    language,
    title: title(plain(names), plain(name)),
    summary: title(names, name),
    body: [
      ...facts([[t('bot.coordinator.centre'), plain(shorten(centre.title, 120))]]),
      ...people.slice(0, 3).flatMap((person) => contact(person, people.length > 1, t)),
      paragraph(t('bot.coordinator.text')),
    ],
    actions: [...writeTo(people.slice(0, 2), t), organisation],
  });
}

type Translate = ReturnType<Context['texts']>;

function contact(person: Person, named: boolean, t: Translate) {
  const rows: [string, string][] = [];
  if (person.jobTitle) rows.push([t('bot.coordinator.jobTitle'), plain(shorten(person.jobTitle, 100))]);
  if (person.mail) rows.push([t('bot.coordinator.mail'), plain(person.mail)]);
  const name = named ? [paragraph(plain(shorten(person.title, 80)), { weight: 'Bolder' as const })] : [];
  return [...name, ...facts(rows)];
}

const writeTo = (people: readonly Person[], t: Translate) =>
  people.map((person) => openUrl(t('bot.coordinator.write', { name: firstName(person.title) }), chatLink(person.upn)));

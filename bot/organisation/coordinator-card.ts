import type { Context } from '../../api/context.ts';
import type { Language, PersonId } from '../../api/kernel/index.ts';
import { centreRef, coordinatorsOf, findPerson, managersOf, type Person } from '../../api/organisation/index.ts';
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

/** Who is my ISK (R16), with a button that opens the chat. While none is appointed: whom to ask instead. */
export function coordinatorCard(context: Context, personId: PersonId, language: Language): ChatMessage {
  const t = context.texts(language);
  const centre = centreRef(context, findPerson(context, personId)?.centreId);
  const organisation = openUrl(t('bot.coordinator.seeOrganisation'), deepLink(context, '/organisation'));
  if (!centre) {
    return cardMessage({
      language,
      title: t('bot.coordinator.noCentre'),
      body: sayings(t('bot.coordinator.noCentreText')),
      actions: [organisation],
    });
  }
  const centreId = findPerson(context, personId)?.centreId;
  const people = coordinatorsOf(context, centreId);
  if (people.length === 0) {
    const managers = managersOf(context, centreId);
    const names = plain(namesOf(managers, t));
    return cardMessage({
      language,
      title: t('bot.coordinator.none'),
      body: sayings(names === '' ? t('bot.coordinator.noneText') : t('bot.coordinator.noneManager', { names })),
      actions: [...writeTo(managers.slice(0, 1), t), organisation],
    });
  }
  const title = (names: string) => t('bot.coordinator.title', { names, count: people.length });
  const names = namesOf(people, t);
  return cardMessage({
    language,
    title: title(plain(names)),
    summary: title(names),
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

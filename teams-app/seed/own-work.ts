import type { AdviceGiven } from '../../api/advice/index.ts';
import type { Improvement } from '../../api/contingency/index.ts';
import { initiativesKey } from '../../api/initiatives/initiatives.ts';
import { addDays, type CentreId, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';

const moment = (day: LocalDate, time = '10:00'): Instant => `${day}T${time}:00.000Z` as Instant;

/** Questions to the team, newest last: who, from which centre, and how many days ago. */
const advice: readonly { askedBy: string; centre?: string; by: string; daysAgo: number; answer: string }[] = [
  {
    askedBy: 'mette',
    centre: 'voksne-og-velfaerd',
    by: 'fatima',
    daysAgo: 58,
    answer:
      'Må vi tage billeder af sår med vores egne telefoner?\n\nNej. Brug plejecentrets tablet. Billedet lægges direkte i journalen og bliver ikke på tabletten.',
  },
  {
    askedBy: 'line',
    centre: 'boern-og-unge',
    by: 'jeppe',
    daysAgo: 41,
    answer:
      'En forælder vil have akten på mail. Send den i Digital Post. Kan forælderen ikke få Digital Post, så giv den i hånden mod legitimation.',
  },
  {
    askedBy: 'soeren',
    centre: 'skoler-og-laering',
    by: 'fatima',
    daysAgo: 23,
    answer:
      'Elevernes navne må stå på skabene, men ikke klasse og fødselsdag. Billeder på døren kræver samtykke fra forældrene.',
  },
  {
    askedBy: 'ditte',
    by: 'jeppe',
    daysAgo: 9,
    answer:
      'En leverandør vil have adgang til serveren hjemmefra. Det må de, når de logger ind i to trin, adgangen lukker efter opgaven, og databehandleraftalen er skrevet under.',
  },
];

/** Centres' own initiatives: owner, days until due, and days since done. */
const initiatives: readonly {
  key: string;
  title: string;
  centre: string;
  owner: string;
  due: number;
  done?: number;
  note?: string;
}[] = [
  {
    key: 'initiativ-skaerme',
    title: 'Skærmfilter på de seks skærme i skranken',
    centre: 'voksne-og-velfaerd',
    owner: 'mette',
    due: -20,
    done: 24,
    note: 'Sat op på alle seks. Borgerne kan ikke længere læse med.',
  },
  {
    key: 'initiativ-noegleskab',
    title: 'Nøgleskab med kode til hjemmeplejens nøgler',
    centre: 'voksne-og-velfaerd',
    owner: 'mette',
    due: 21,
  },
  {
    key: 'initiativ-elevlister',
    title: 'Elevlister på papir afløses af lister i Teams',
    centre: 'skoler-og-laering',
    owner: 'soeren',
    due: 48,
  },
  {
    key: 'initiativ-print',
    title: 'Print hentes med nøglekort, så intet ligger ved printeren',
    centre: 'boern-og-unge',
    owner: 'line',
    due: -6,
  },
];

/** The log of advice (R14) and the centres' initiatives (R15). */
export function seedOwnWork(
  today: LocalDate,
  byCode: (code: string) => PersonId,
): { advice: AdviceGiven[]; initiatives: Improvement[] } {
  return {
    advice: advice.map(({ askedBy, centre, by, daysAgo, answer }, place) => ({
      key: `raad-${place + 1}`,
      title: answer.slice(0, 80),
      askedBy: byCode(askedBy),
      answer,
      by: byCode(by),
      ...(centre === undefined ? {} : { centreId: centre as CentreId }),
      at: moment(addDays(today, -daysAgo)),
    })),
    initiatives: initiatives.map(({ key, title, centre, owner, due, done, note = '' }) => ({
      key,
      title,
      source: 'initiative',
      subjectKey: initiativesKey(centre),
      centreId: centre as CentreId,
      ownerId: byCode(owner),
      due: addDays(today, due),
      note,
      ...(done === undefined ? {} : { doneAt: moment(addDays(today, -done)), doneBy: byCode(owner) }),
      changedAt: moment(addDays(today, -(done ?? 30))),
      changedBy: byCode(owner),
    })),
  };
}

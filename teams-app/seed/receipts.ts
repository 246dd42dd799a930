import { acknowledgementKey, negativeKey, type Acknowledgement } from '../../api/acknowledgements/index.ts';
import type { CentreId, PersonId } from '../../api/kernel/index.ts';
import { contentHash } from '../../api/policy/index.ts';
import { answerMoment, dayOfMoment, isoMoment, type SeedDays } from './calendar.ts';
import { seedCentres } from './centres.ts';
import { dice } from './dice.ts';
import type { SeedPerson } from './people.ts';
import { policyTexts } from './policy-texts.ts';

/** Share with a receipt: last year at its end, and this year so far of those at work. */
const lastYear = 0.92;
export const thisYear = 0.78;

/** Each centre's speed: offices are quick, people in the field later. */
const willing: Readonly<Record<string, number>> = {
  'voksne-og-velfaerd': -0.16,
  'boern-og-unge': 0.02,
  'skoler-og-laering': -0.03,
  dagtilbud: 0.03,
  'job-og-borgerservice': 0.17,
  'kultur-idraet-og-fritid': 0.06,
  'park-vej-og-miljoe': -0.06,
  'oekonomi-personale-og-digitalisering': 0.28,
  'politik-jura-og-byudvikling': 0.24,
};
const centreTitle = new Set(seedCentres.map(({ key }) => key));

interface Version {
  key: string;
  title: string;
  number: string;
  body: string;
}

/** People with a receipt: fixed ones, then the soonest, up to the share. */
function givers(candidates: readonly SeedPerson[], share: number, occasion: string): SeedPerson[] {
  const ranked = candidates
    .map((person) => {
      const known = occasion === policyTexts.published.key ? person.acknowledged : undefined;
      if (known !== undefined) return { person, rank: known ? -9 : 9 };
      const centre = person.centre !== undefined && centreTitle.has(person.centre) ? willing[person.centre] : 0;
      // Last year was nearly complete, so the centres differ less.
      const weight = occasion === policyTexts.published.key ? 1 : 0.4;
      return { person, rank: dice(`${occasion} ${person.id}`).next() - weight * (centre ?? 0) };
    })
    .sort((one, other) => one.rank - other.rank);
  return ranked.slice(0, Math.round(share * candidates.length)).map(({ person }) => person);
}

function receipt(person: SeedPerson, version: Version, from: Date, until: Date): Acknowledgement {
  const chance = dice(`receipt ${version.key} ${person.id}`);
  const hired = new Date(`${person.hiredOn}T09:00:00.000Z`);
  const left = person.leftOn === undefined ? until : new Date(`${person.leftOn}T00:00:00.000Z`);
  const moment = answerMoment(hired > from ? hired : from, left < until ? left : until, chance.next(), chance.next());
  return {
    key: acknowledgementKey(version.key, person.id as PersonId),
    title: person.name,
    versionKey: version.key,
    personId: person.id as PersonId,
    ...(person.centre === undefined ? {} : { centreId: person.centre as CentreId }),
    outcome: 'acknowledged',
    at: isoMoment(moment),
    channel: person.teams && chance.next() < 0.83 ? 'card' : 'tab',
    contentHash: contentHash(version),
  };
}

const negative = (person: SeedPerson, version: Version, outcome: 'left' | 'onLeave', at: Date): Acknowledgement => ({
  key: negativeKey(version.key, person.id as PersonId, outcome, dayOfMoment(at)),
  title: person.name,
  versionKey: version.key,
  personId: person.id as PersonId,
  ...(person.centre === undefined ? {} : { centreId: person.centre as CentreId }),
  outcome,
  at: isoMoment(at),
  channel: 'system',
  contentHash: contentHash(version),
});

/** Receipts of both versions, oldest first: 92 % of last year's people, 78 % of this year's. */
export function seedReceipts(people: readonly SeedPerson[], days: SeedDays): Acknowledgement[] {
  const { superseded, published } = policyTexts;
  const publishedOn = dayOfMoment(days.published);
  const atTheEnd = people.filter(
    ({ hiredOn, leftOn }) => hiredOn < publishedOn && (leftOn === undefined || leftOn > publishedOn),
  );
  const goneBefore = people.filter(({ leftOn }) => leftOn !== undefined && leftOn <= publishedOn);
  const nowHere = people.filter(({ hiredOn, leftOn }) => hiredOn <= days.today && leftOn === undefined);
  const first = [...givers(atTheEnd, lastYear, superseded.key), ...givers(goneBefore, 0.8, superseded.key)].map(
    (person) => receipt(person, superseded, days.firstPublished, days.published),
  );
  const atWork = nowHere.filter(({ absentFrom }) => absentFrom === undefined);
  const second = givers(atWork, thisYear, published.key).map((person) =>
    receipt(person, published, days.published, days.now),
  );
  const leftSince = people.filter(({ leftOn }) => leftOn !== undefined && leftOn > publishedOn && leftOn <= days.today);
  const without = [
    ...leftSince.map((person) => negative(person, published, 'left', new Date(`${person.leftOn}T05:00:00.000Z`))),
    ...nowHere
      .filter(
        ({ absentFrom, absentTo }) => absentFrom !== undefined && absentTo !== undefined && absentTo >= days.today,
      )
      .map((person) => negative(person, published, 'onLeave', days.published)),
  ];
  return [...first, ...second, ...without].sort((one, other) => one.at.localeCompare(other.at));
}

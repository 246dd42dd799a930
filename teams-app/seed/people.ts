import { addDays, type LocalDate } from '../../api/kernel/index.ts';
import { seedCentres, type SeedCentre } from './centres.ts';
import { dice, guid, type Dice } from './dice.ts';
import { keyPeople, keyPhones, type KeyPerson } from './key-people.ts';
import { danishFirstNames, danishLastNames, middleNames, otherFirstNames, otherLastNames } from './names.ts';

/** A person for directory and list. */
export interface DeskPerson {
  id: string;
  /** Key people only. */
  code?: string;
  name: string;
  upn: string;
  jobTitle?: string;
  /** Absent when the directory has none. */
  phone?: string;
  department: string;
  /** Absent for an unmapped department. */
  centre?: string;
  managerId?: string;
  hiredOn?: LocalDate;
  leftOn?: LocalDate;
  /** Left, with a deleted rather than closed account. */
  removed: boolean;
  absentFrom?: LocalDate;
  absentTo?: LocalDate;
  movedOn?: LocalDate;
  movedFrom?: string;
  teams: boolean;
  appInstalled: boolean;
  botBlocked: boolean;
  language: 'da' | 'en';
  acknowledged?: boolean;
}
export interface SeedPerson extends DeskPerson {
  hiredOn: LocalDate;
}

/** Numbers of special cases, in a municipality of 2,300; fewer in a smaller one, never none. */
const outOf2300 = { left: 34, future: 6, recent: 14, onLeave: 18, withoutTeams: 41, withoutApp: 33, moved: 9 };
const blockers = 2;

const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ş: 's',
  ı: 'i',
  ç: 'c',
  ö: 'o',
  ğ: 'g',
  ü: 'u',
  ć: 'c',
};
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z]/g, (letter) => letters[letter] ?? '')
    .trim();

/**
 * A municipality with so many employees (60 or more), deterministic by number and day: some have left, some begin
 * later, some are on leave, some are unreachable.
 */
export function seedPeople(size: number, today: LocalDate, domain: string): SeedPerson[] {
  const names = new Set<string>();
  const upnOf = (name: string): string => {
    const words = name.split(' ').map(plain);
    const base = [words[0], words.at(-1)].join('.');
    let free = base;
    for (let number = 2; names.has(free); number += 1) free = `${base}${number}`;
    names.add(free);
    return `${free}@${domain}`;
  };
  const idOf = (code: string) => guid(`person ${code}`);
  const key = keyPeople.map((person) => keyPerson(person, idOf, upnOf, today));
  const share = (count: number) => Math.max(1, Math.round((count * size) / 2300));
  const left = share(outOf2300.left);
  const future = share(outOf2300.future);
  const others = spread(size - key.length + left + future).map((place, index) =>
    chancePerson(place, index, idOf, upnOf, today),
  );
  markStatus(others, { left, future, share, today });
  const everybody = [...key, ...others];
  appointLeaders(everybody);
  return everybody;
}

interface Place {
  centre: SeedCentre;
  department: SeedCentre['departments'][number];
}

/** As many places as people, by the departments' shares, mixed. */
function spread(count: number): Place[] {
  const places = seedCentres.flatMap((centre) => centre.departments.map((department) => ({ centre, department })));
  const total = places.reduce((sum, { department }) => sum + department.share, 0);
  const chance = dice('places');
  return Array.from({ length: count }, (_, index) => {
    // Departments get their first people early, so that small municipalities have all.
    const even = ((index * 0.618_033_988_75) % 1) * total; // the golden ratio spreads evenly
    let rest = (even + chance.next() * 0.5) % total;
    const place = places.find(({ department }) => (rest -= department.share) < 0);
    if (!place) throw new RangeError('the shares do not add up');
    return place;
  });
}

function keyPerson(
  person: KeyPerson,
  idOf: (code: string) => string,
  upnOf: (name: string) => string,
  today: LocalDate,
): SeedPerson {
  const chance = dice(`key ${person.code}`);
  const centre = seedCentres.find(({ departments }) => departments.some(({ name }) => name === person.department));
  return {
    id: idOf(person.code),
    code: person.code,
    name: person.name,
    upn: upnOf(person.name),
    jobTitle: person.jobTitle,
    phone: keyPhones[person.code] ?? numberOf(person.code),
    department: person.department,
    ...(centre ? { centre: centre.key } : {}),
    ...(person.manager === undefined ? {} : { managerId: idOf(person.manager) }),
    hiredOn: addDays(today, -(person.hiredDaysAgo ?? chance.whole(900, 7000))),
    removed: false,
    teams: true,
    appInstalled: true,
    botBlocked: false,
    language: person.language ?? 'da',
    ...(person.acknowledged === undefined ? {} : { acknowledged: person.acknowledged }),
  };
}

function chancePerson(
  { centre, department }: Place,
  index: number,
  idOf: (code: string) => string,
  upnOf: (name: string) => string,
  today: LocalDate,
): SeedPerson {
  const chance = dice(`person ${index}`);
  const name = nameOf(chance);
  return {
    id: idOf(String(index)),
    name,
    upn: upnOf(name),
    jobTitle: chance.pick(department.jobs),
    ...(index % 11 === 4 ? {} : { phone: numberOf(String(index)) }),
    department: department.name,
    centre: centre.key,
    hiredOn: addDays(today, -Math.round(60 + 9000 * chance.next() ** 2.2)),
    removed: false,
    teams: true,
    appInstalled: true,
    botBlocked: false,
    language: chance.next() < 0.03 ? 'en' : 'da',
  };
}

/** A deterministic number for a person. */
function numberOf(code: string): string {
  const digits = String(dice(`phone ${code}`).whole(0, 9999)).padStart(4, '0');
  return `70 10 ${digits.slice(0, 2)} ${digits.slice(2)}`;
}

const keyNames = new Set(keyPeople.map(({ name }) => name));

/** Key people's names are unique: a search for Mette Sørensen finds one. */
function nameOf(chance: Dice): string {
  const name = anyName(chance);
  return keyNames.has(name) ? nameOf(chance) : name;
}

function anyName(chance: Dice): string {
  if (chance.next() < 0.2) return `${chance.pick(otherFirstNames)} ${chance.pick(otherLastNames)}`;
  const middle = chance.next() < 0.25 ? [chance.pick(middleNames)] : [];
  return [chance.pick(danishFirstNames), ...middle, chance.pickEarly(danishLastNames)].join(' ');
}

function markStatus(
  people: SeedPerson[],
  { left, future, share, today }: { left: number; future: number; share: (count: number) => number; today: LocalDate },
): void {
  // From the end of the list, so that nobody has two roles.
  let next = people.length;
  const take = (count: number): SeedPerson[] => {
    const end = next;
    next = Math.max(0, next - count);
    return people.slice(next, end);
  };
  const chance = dice('standing');
  for (const [index, person] of take(left).entries()) {
    // Two left since the policy in force was published.
    person.leftOn = addDays(today, index < 2 ? -(3 + index * 4) : -chance.whole(20, 300));
    if (person.hiredOn > addDays(person.leftOn, -60)) person.hiredOn = addDays(person.leftOn, -700);
    person.removed = index % 2 === 1;
    person.appInstalled = false;
  }
  for (const [index, person] of take(future).entries()) {
    person.hiredOn = addDays(today, 4 + index * 5);
    person.appInstalled = false;
  }
  for (const [index, person] of take(share(outOf2300.recent)).entries()) {
    person.hiredOn = addDays(today, -(2 + ((index * 3) % 20)));
    person.acknowledged = index % 4 === 3;
  }
  for (const person of take(share(outOf2300.onLeave))) {
    person.absentFrom = addDays(today, -chance.whole(20, 200));
    person.absentTo = addDays(today, chance.whole(15, 150));
    person.acknowledged = false;
  }
  for (const person of take(share(outOf2300.withoutTeams))) {
    person.teams = false;
    person.appInstalled = false;
    person.acknowledged = false;
  }
  for (const [index, person] of take(share(outOf2300.withoutApp)).entries()) {
    person.appInstalled = false;
    person.acknowledged = index % 6 === 5;
  }
  for (const person of take(blockers)) {
    person.botBlocked = true;
    person.acknowledged = false;
  }
  for (const person of take(share(outOf2300.moved))) {
    const from = chance.pick(seedCentres.filter(({ key }) => key !== person.centre));
    person.movedOn = addDays(today, -chance.whole(15, 200));
    person.movedFrom = from.key;
  }
}

/** Each department's longest-serving employee leads it, under the centre's manager. */
function appointLeaders(people: readonly SeedPerson[]): void {
  const chiefs = new Map(people.flatMap(({ code, id }) => (code?.startsWith('chef-') ? [[code.slice(5), id]] : [])));
  const leaders = new Map<string, SeedPerson>();
  for (const person of people) {
    if (person.code !== undefined || person.leftOn !== undefined || !person.teams) continue;
    const known = leaders.get(person.department);
    if (!known || person.hiredOn < known.hiredOn) leaders.set(person.department, person);
  }
  for (const leader of leaders.values()) leader.jobTitle = 'Afdelingsleder';
  for (const person of people) {
    if (person.managerId !== undefined || person.code === 'kommunaldirektoer') continue;
    const leader = leaders.get(person.department);
    const chief = person.centre === undefined ? undefined : chiefs.get(person.centre);
    const manager = leader && leader !== person ? leader.id : chief;
    if (manager !== undefined) person.managerId = manager;
  }
}

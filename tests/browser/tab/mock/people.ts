/** Believable people and centres, the same at every run. */
const given = 'Anne Mette Lars Karen Peter Hanne Søren Bente Jens Lone Ahmed Fatima Åse Birgitte Kim Dorthe'.split(' ');
const family = 'Jensen Nielsen Hansen Sørensen Østergaard Madsen Kaya Holm Lund Bak Thomsen Ågård Vestergaard'.split(
  ' ',
);
const jobs = [
  'Social- og sundhedshjælper',
  'Pædagog',
  'Sygeplejerske',
  'Sagsbehandler',
  'Lærer',
  'Teknisk medarbejder',
];
const centreTitles = [
  'Center for Voksne og Velfærd',
  'Center for Børn og Forebyggelse',
  'Center for Dagtilbud og Skoler',
  'Center for Ejendomme og Intern Service',
  'Center for Park, Vej og Miljø',
  'Center for Kultur og Fritid',
  'Borger- og Socialservice',
  'Center for Økonomi og Digitalisering',
  'Direktionssekretariatet',
];

export const centres = centreTitles.map((title, position) => ({ id: `c${position + 1}`, title }));

const pick = <Item>(items: readonly Item[], position: number): Item => {
  const item = items[position % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

export const personAt = (position: number) => {
  const centre = pick(centres, position);
  return {
    id: `p${position}`,
    name: `${pick(given, position * 7)} ${pick(family, position * 5 + Math.floor(position / 16))}`,
    jobTitle: pick(jobs, position),
    centre: centre.title,
    centreId: centre.id,
    hiredOn: `20${String(10 + (position % 16)).padStart(2, '0')}-0${1 + (position % 9)}-01`,
  };
};
export type MockPerson = ReturnType<typeof personAt>;

/** The person as a reference: the fields that `personRef` has. */
export const refAt = (position: number) => {
  const { id, name, jobTitle, centre } = personAt(position);
  return { id, name, jobTitle, centre };
};

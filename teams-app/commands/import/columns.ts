/** Accepted headings, ignoring case, spaces, hyphens and punctuation. */
const names = {
  name: ['navn', 'name', 'fulde navn', 'display name', 'visningsnavn', 'medarbejder'],
  firstName: ['fornavn', 'first name', 'given name'],
  lastName: ['efternavn', 'last name', 'surname'],
  mail: ['e-mail', 'mail', 'email', 'mailadresse', 'upn', 'user principal name', 'brugernavn', 'arbejdsmail'],
  jobTitle: ['stilling', 'titel', 'job title', 'title', 'stillingsbetegnelse'],
  department: ['afdeling', 'department', 'enhed', 'arbejdssted', 'organisationsenhed'],
  centre: ['center', 'centre', 'forvaltning', 'centernavn'],
  manager: ['leder', 'manager', 'nærmeste leder', 'leders e-mail', 'manager mail', 'chef'],
  hiredOn: ['ansat', 'ansættelsesdato', 'hire date', 'startdato', 'ansat fra', 'employee hire date'],
  roles: ['rolle', 'roller', 'role', 'roles'],
  teams: ['teams', 'teams-licens', 'teams licence', 'teams license', 'licens'],
  language: ['sprog', 'language', 'preferred language'],
} as const;
export type ColumnName = keyof typeof names;
/** Index of each column found. */
export type ColumnPlaces = Readonly<Partial<Record<ColumnName, number>>>;

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-zæøå]/g, '');

/** Finds columns by heading; unknown ones are reported, so that misspellings show. */
export function findColumns(headers: readonly string[]): {
  places: ColumnPlaces;
  unknown: string[];
  problems: string[];
} {
  const places: Partial<Record<ColumnName, number>> = {};
  const unknown: string[] = [];
  const problems: string[] = [];
  for (const [place, header] of headers.entries()) {
    const found = (Object.keys(names) as ColumnName[]).find((name) =>
      names[name].some((known) => plain(known) === plain(header)),
    );
    if (!found) {
      if (header !== '') unknown.push(header);
    } else if (places[found] !== undefined) {
      problems.push(
        `Row 1: "${headers[places[found]]}" and "${header}" both mean ${found}. Remove one of the columns.`,
      );
    } else places[found] = place;
  }
  if (places.name === undefined && (places.firstName === undefined || places.lastName === undefined))
    problems.push('Row 1: no column for the name. Call it Navn (or Fornavn and Efternavn).');
  if (places.mail === undefined) problems.push('Row 1: no column for the e-mail address. Call it E-mail.');
  if (places.department === undefined && places.centre === undefined)
    problems.push('Row 1: no column for the department. Call it Afdeling (and Center, when there are centres above).');
  return { places, unknown, problems };
}

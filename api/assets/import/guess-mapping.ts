import type { Context } from '../../context.ts';
import { languages } from '../../kernel/index.ts';
import { fold } from '../../organisation/index.ts';
import type { Table } from '../../files/tables/index.ts';
import { importFields, type AssetMapping } from '../contract.ts';
import type { ImportField } from './import-row.ts';

/** Headings unique to each register's exports, folded. */
const marks = {
  os2kitos: [
    'it system uuid',
    'ansv organisationsenhed',
    'it systemet driftes',
    'lokal system id',
    'systemets overordnede formaal',
  ],
  os2compliance: ['antal beh', 'tredjelandsoverfoersel', 'systemansvarlig', 'konsekvens vurdering', 'risiko aktiver'],
} as const;
/** Work processes in OS2compliance's register of processing activities. */
const processMarks = ['konsekvens vurdering', 'risiko aktiver'];

type Headings = Partial<Record<ImportField, readonly string[]>>;
/** Their column headings, most certain first. */
const elsewhere: Record<'os2kitos' | 'os2compliance', Headings> = {
  os2kitos: {
    title: ['it system', 'it systemnavn', 'systemnavn', 'navn'],
    description: ['systemets overordnede formaal', 'note', 'beskrivelse'],
    centre: ['ansv organisationsenhed', 'ansvarlig organisationsenhed'],
    owner: ['systemejer', 'systemansvarlig'],
    supplier: ['leverandoer', 'rettighedshaver'],
    personalData: ['datatype', 'persondata'],
    criticality: ['forretningskritisk', 'er it systemet forretningskritisk'],
    hosting: ['it systemet driftes'],
    state: ['livscyklus', 'status livscyklus'],
    dependsOn: ['anvendte systemer'],
    externalId: ['it system uuid', 'it system externt uuid', 'uuid', 'lokal system id'],
  },
  os2compliance: {
    title: ['navn', 'titel', 'name'],
    kind: ['type'],
    description: ['beskrivelse', 'description'],
    centre: ['afdeling'],
    owner: ['systemejer', 'systemansvarlig'],
    supplier: ['leverandoer', 'supplier'],
    criticality: ['kritikalitet', 'criticality'],
    dependsOn: ['aktiver'],
    score: ['risiko vurdering', 'risikovurdering'],
    scoredOn: ['risikovurderet', 'vurderet', 'dato'],
    agreement: ['databehandleraftale', 'data processing agreement'],
    agreementOn: ['databehandleraftale dato', 'aftale dato'],
  },
};
/** Name headings that indicate a list of work processes. */
const processNames = ['arbejdsgang', 'arbejdsproces', 'behandlingsaktivitet', 'proces', 'work process', 'process'];
/** Common headings of hand-made sheets. */
const plain: Headings = {
  title: ['navn', 'titel', 'system', 'systemnavn', 'it system', ...processNames, 'name', 'title'],
  kind: ['slags', 'type', 'kind'],
  description: ['beskrivelse', 'formaal', 'description', 'purpose'],
  centre: ['center', 'ejercenter', 'afdeling', 'enhed', 'forvaltning', 'centre', 'department'],
  owner: ['ejer', 'systemejer', 'procesejer', 'ansvarlig', 'owner', 'system owner'],
  usedBy: ['brugere', 'bruges af', 'anvendes af', 'users', 'used by'],
  supplier: ['leverandoer', 'supplier', 'vendor'],
  personalData: ['persondata', 'personoplysninger', 'personal data'],
  dataSubjects: ['registrerede', 'data subjects'],
  criticality: ['kritikalitet', 'vigtighed', 'kritisk', 'criticality', 'importance'],
  hosting: ['drift', 'driftes', 'hosting'],
  state: ['status', 'tilstand', 'livscyklus', 'state'],
  dependsOn: ['afhaenger af', 'depends on', 'systemer', 'systems'],
  links: ['links', 'link'],
  externalId: ['eksternt id', 'id', 'uuid', 'external id'],
};

/** Our headings in every language, folded, by field; `key` is the column of our keys. */
function ownHeadings(context: Context): Record<ImportField | 'key', string[]> {
  const names = [...importFields, 'key'] as const;
  return Object.fromEntries(
    names.map((name) => [
      name,
      languages.map((language) => fold(context.texts(language)(`riskDocuments.assets.column.${name}`))),
    ]),
  ) as Record<ImportField | 'key', string[]>;
}

/** The column of our keys, if any. */
export const keyHeadingOf = (context: Context, table: Table): string | undefined =>
  table.headers.find((header) => ownHeadings(context).key.includes(fold(header)));

/** The file's source by its headings, and their meanings; `source`: the reader's choice. Unknown ones are left out. */
export function guessMapping(context: Context, table: Table, source?: AssetMapping['source']): AssetMapping {
  const folded = table.headers.map(fold);
  const places = Map.groupBy(table.headers, (_, place) => folded[place]);
  const has = (names: readonly string[]) => names.filter((name) => folded.includes(name)).length;
  const own = ownHeadings(context);
  const guessed = (source: AssetMapping['source'], headings: Headings, kind: AssetMapping['kind']): AssetMapping => {
    const taken = new Set<string>();
    const columns: AssetMapping['columns'] = {};
    for (const field of importFields) {
      const heading = (headings[field] ?? [])
        .map((name) => places.get(name)?.[0])
        .find((header) => header !== undefined && !taken.has(header));
      if (heading === undefined) continue;
      columns[field] = heading;
      taken.add(heading);
    }
    return { source, columns, kind, words: [] };
  };
  const isProcesses = has(processMarks) > 1;
  if (source === 'os2kitos') return guessed(source, elsewhere.os2kitos, 'system');
  if (source === 'os2compliance')
    return guessed(source, elsewhere.os2compliance, isProcesses ? 'workProcess' : 'system');
  if (source === undefined && has(own.key) > 0) return guessed('own', own, 'system');
  if (source === undefined && has(marks.os2kitos) > 0) return guessed('os2kitos', elsewhere.os2kitos, 'system');
  if (source === undefined && has(marks.os2compliance) > 1)
    return guessed('os2compliance', elsewhere.os2compliance, isProcesses ? 'workProcess' : 'system');
  const sheet = Object.fromEntries(importFields.map((field) => [field, [...own[field], ...(plain[field] ?? [])]]));
  return guessed('own', sheet, has(processNames) > 0 ? 'workProcess' : 'system');
}

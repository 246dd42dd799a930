import type { Context } from '../../context.ts';
import { findPersonByCell } from '../../imports/index.ts';
import { todayOf, type CentreId, type PersonId } from '../../kernel/index.ts';
import { findPerson, isEmployed } from '../../organisation/index.ts';
import type { Asset } from '../asset-list.ts';
import { centreByName, type Meaning } from '../asset-names.ts';
import type { Vocabulary, Words, WordOf } from '../asset-words.ts';
import { linkOfText, oneLine, resolvedList, valuesOfCell } from '../cell-text.ts';
import { knownKinds, linkAddress, type AssetFields } from '../check-asset.ts';
import { readDay } from '../../files/tables/index.ts';
import type { AssetMapping, Carried } from '../contract.ts';
import { keptExternalId } from './identify-rows.ts';
import type { ImportField, ImportProblem } from './import-row.ts';

/** State while reading a row's cells. */
export interface Reading {
  context: Context;
  words: Words;
  source: AssetMapping['source'];
  current: Asset | undefined;
  /** Centre of the row, else of the asset. */
  centreId: CentreId | undefined;
  assetOf(text: string): Meaning;
  /** External data read so far. */
  carried: Carried | undefined;
  warn(code: ImportProblem['code'], values?: ImportProblem['values'], field?: ImportField): void;
}

type Some = Partial<AssetFields>;
const limits = { description: 4_000, supplier: 200, externalId: 200, links: 30, list: 200, url: 2_000 };

/** Value of a filled cell; undefined with a warning when not understood. */
export const readers: Record<ImportField, (cell: string, reading: Reading) => Some> = {
  title: (cell) => ({ title: oneLine(cell) }),
  kind: (cell, { words, current, warn }) => {
    const kind = words.kind(cell);
    if (current && kind !== undefined && kind !== current.kind) warn('kindStays', { value: cell });
    return {};
  },
  description: (cell, reading) => within('description', cell, reading, (description) => ({ description })),
  supplier: (cell, reading) => within('supplier', oneLine(cell), reading, (supplier) => ({ supplier })),
  externalId: (cell, reading) => {
    const id = keptExternalId(reading.source, oneLine(cell));
    return within('externalId', id, reading, (externalId) => ({ externalId }));
  },
  centre: readCentre,
  owner: readOwner,
  usedBy: (cell, reading) =>
    readList(
      centreProblem(reading),
      cell,
      (text) => centreOf(text, reading),
      reading,
      (usedBy) => ({ usedBy }),
    ),
  personalData: (cell, reading) =>
    readWords('personalData', cell, reading, (personalData) => ({ personalData: knownKinds(personalData) })),
  dataSubjects: (cell, reading) => readWords('dataSubjects', cell, reading, (dataSubjects) => ({ dataSubjects })),
  criticality: (cell, reading) => readWord('criticality', cell, reading, (criticality) => ({ criticality })),
  hosting: (cell, reading) => readWord('hosting', cell, reading, (hosting) => ({ hosting })),
  state: (cell, reading) => readWord('state', cell, reading, (state) => ({ state })),
  dependsOn: (cell, reading) =>
    readList(
      assetProblem(reading),
      cell,
      (text) => assetOf(text, reading),
      reading,
      (dependsOn) => ({ dependsOn }),
    ),
  links: readLinks,
  score: (cell, reading) => readWord('score', cell, reading, (score) => carriedWith(reading, { score })),
  scoredOn: (cell, reading) => readCarriedDay(cell, reading, (scoredOn) => ({ scoredOn })),
  agreement: (cell, reading) =>
    readWord('agreement', cell, reading, (agreement) => carriedWith(reading, { agreement })),
  agreementOn: (cell, reading) => readCarriedDay(cell, reading, (agreementOn) => ({ agreementOn })),
};

/** External data collected cell by cell, in a fixed order, so that equal data is equal text. */
function carriedWith(reading: Reading, more: Carried): Some {
  const { score, scoredOn, agreement, agreementOn } = { ...reading.carried, ...more };
  reading.carried = {
    ...(score === undefined ? {} : { score }),
    ...(scoredOn === undefined ? {} : { scoredOn }),
    ...(agreement === undefined ? {} : { agreement }),
    ...(agreementOn === undefined ? {} : { agreementOn }),
  };
  return { carried: reading.carried };
}

function readCarriedDay(cell: string, reading: Reading, said: (day: string) => Carried): Some {
  const day = readDay(cell);
  if (day !== undefined && day <= todayOf(reading.context.clock)) return carriedWith(reading, said(day));
  reading.warn('wrongDay', { value: cell.slice(0, 100) });
  return {};
}

const within = (
  name: 'description' | 'supplier' | 'externalId',
  text: string,
  { warn }: Reading,
  said: (text: string) => Some,
): Some => {
  if (text.length <= limits[name]) return said(text);
  warn('tooLong', { value: text.slice(0, 60), maximum: limits[name] });
  return {};
};

function readWord<Name extends Vocabulary>(
  name: Name,
  cell: string,
  { words, warn }: Reading,
  said: (value: WordOf<Name>) => Some,
): Some {
  const value = words[name](cell);
  if (value !== undefined) return said(value);
  warn('unknownWord', { value: cell.slice(0, 100) }, name);
  return {};
}

function readWords<Name extends Vocabulary>(
  name: Name,
  cell: string,
  reading: Reading,
  said: (values: WordOf<Name>[]) => Some,
): Some {
  if (reading.words.isNone(cell)) return said([]);
  return readList(() => 'unknownWord', cell, reading.words[name], reading, said, name);
}

/** The understood part of a list; the rest is reported. If none, the field stays; a word for none clears it. */
function readList<Value>(
  problemOf: (text: string) => ImportProblem['code'],
  cell: string,
  resolve: (text: string) => Value | undefined,
  { words, warn }: Reading,
  said: (values: Value[]) => Some,
  field?: ImportField,
): Some {
  const { values, unknown } = resolvedList(cell, resolve);
  if (values.length === 0 && words.isNone(cell)) return said([]);
  for (const value of unknown) warn(problemOf(value), { value: value.slice(0, 100) }, field);
  if (values.length > limits.list) warn('tooMany', { maximum: limits.list });
  return values.length === 0 || values.length > limits.list ? {} : said(values);
}

const isSeveral = (meant: Meaning) => 'problem' in meant && meant.problem === 'several';
const centreProblem =
  ({ context }: Reading) =>
  (text: string) =>
    isSeveral(centreByName(context, text)) ? 'severalCentres' : 'unknownCentre';
const assetProblem =
  ({ assetOf: find }: Reading) =>
  (text: string) =>
    isSeveral(find(text)) ? 'severalNamed' : 'unknownAsset';

/** An unknown id remains valid. */
function centreOf(text: string, { context, current }: Reading): CentreId | undefined {
  const meant = centreByName(context, text);
  if ('key' in meant) return meant.key;
  return [...(current?.usedBy ?? []), current?.centreId].find((id) => id === text);
}
function assetOf(text: string, { assetOf: find, current }: Reading): string | undefined {
  const meant = find(text);
  return 'key' in meant ? meant.key : current?.dependsOn.find((key) => key === text);
}

/** The first understood value; other registers may have several. */
function firstOf<Value>(
  cell: string,
  resolve: (text: string) => Value | undefined,
  { warn }: Reading,
): Value | undefined {
  const whole = resolve(cell);
  if (whole !== undefined) return whole;
  const { values, unknown } = resolvedList(cell, resolve);
  if (values.length > 0 && values.length + unknown.length > 1) warn('moreThanOne', { value: cell.slice(0, 100) });
  return values[0];
}

function readCentre(cell: string, reading: Reading): Some {
  const centreId = firstOf(cell, (text) => centreOf(text, reading), reading);
  if (centreId !== undefined || reading.words.isNone(cell)) return { centreId };
  reading.warn(centreProblem(reading)(cell), { value: cell.slice(0, 100) });
  return {};
}

function readOwner(cell: string, reading: Reading): Some {
  const { context, current, centreId, words, warn } = reading;
  const byCell = (text: string): PersonId | undefined => {
    const found = findPersonByCell(context, text, centreId);
    if ('personId' in found) return found.personId;
    return (findPerson(context, text)?.key as PersonId | undefined) ?? [current?.ownerId].find((id) => id === text);
  };
  const ownerId = firstOf(cell, byCell, reading);
  if (ownerId === undefined) {
    if (words.isNone(cell)) return { ownerId };
    const found = findPersonByCell(context, cell, centreId);
    const several = 'problem' in found && found.problem === 'severalPeople';
    warn(several ? 'severalOwners' : 'unknownOwner', { value: cell.slice(0, 100) });
    return {};
  }
  const person = findPerson(context, ownerId);
  if (ownerId === current?.ownerId || (person && isEmployed(person, todayOf(context.clock)))) return { ownerId };
  warn('ownerLeft', { value: cell.slice(0, 100) });
  return {};
}

function readLinks(cell: string, { words, warn }: Reading): Some {
  if (words.isNone(cell)) return { links: [] };
  const links = valuesOfCell(cell).flatMap((text) => {
    const { title, url } = linkOfText(text);
    if (/^https?:\/\//i.test(url) && URL.canParse(url) && url.length <= limits.url)
      return [{ title: oneLine(title).slice(0, 200), url: linkAddress(url) }];
    warn('wrongLink', { value: text.slice(0, 100) });
    return [];
  });
  if (links.length > limits.links) warn('tooMany', { maximum: limits.links });
  return links.length === 0 || links.length > limits.links ? {} : { links };
}

import type { DigestInChat } from '../support/digest-chats.ts';

const plain = (text: string) => text.replaceAll('\\', '').replaceAll('\u200b', '');
const numberIn = (text: string | undefined) => Number((text ?? '').replaceAll('.', ''));

/** A centre on a card, with its number. */
export interface CentreOnCard {
  centre: string;
  overdue: number;
  /** Numbers by group. */
  groups: { title: string; count: number }[];
}
export interface NumbersOnCard {
  /** "Du har 3 opgaver om informationssikkerhed". */
  open?: number;
  /** Total of several centres on a card. */
  total?: number;
  centres: CentreOnCard[];
}

const overdueOf = /^(.+) har ([\d.]+) opgaver?, der er over tiden$/;
const several = /^(\d+ centre|Et center)( og kommunen som helhed)?$/;
const group = /^([\d.]+) mangler (.+) \(længst \d+ dage? over tiden\)/;
const centre = /^(.+): ([\d.]+)( \([\d.]+ (flere|færre|mere|mindre) end sidst\))?$/;

/** Every number of a digest, parsed from its Danish words. */
export function numbersOn({ text, summary }: Pick<DigestInChat, 'text' | 'summary'>): NumbersOnCard {
  const found: NumbersOnCard = { centres: [] };
  const isForCommittee = text.includes('på vegne af Informationssikkerhedsudvalget');
  const own = /^Du har (\d+) opgaver?/.exec(summary);
  if (own) found.open = numberIn(own[1]);
  for (const line of text.split('\n').map(plain)) {
    const [, name = '', overdue] = overdueOf.exec(line) ?? [];
    const [, count, title = ''] = group.exec(line) ?? [];
    const [, other = '', number] = centre.exec(line) ?? [];
    if (overdue !== undefined && several.test(name)) found.total = numberIn(overdue);
    else if (overdue !== undefined) found.centres.push({ centre: name, overdue: numberIn(overdue), groups: [] });
    else if (count !== undefined) found.centres.at(-1)?.groups.push({ title, count: numberIn(count) });
    else if (number !== undefined && isForCommittee)
      found.centres.push({ centre: other, overdue: numberIn(number), groups: [] });
  }
  return found;
}

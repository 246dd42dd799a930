import type { Bilingual } from '../../kernel/index.ts';

/** A pair, with the places of both sides. The pairing is our own reading, as the source states. */
export interface CrosswalkLine {
  /** Number of a control or clause of ISO/IEC 27001:2022. */
  iso: string;
  /** Key of the law's or NSIS requirement it helps to meet. */
  other: string;
  source: Bilingual;
}

const inBoth = (source: string): Bilingual => ({ da: source, en: source });

const inAnnex = (word: string, point?: string): string =>
  point === undefined ? '' : `; (EU) 2024/2690, ${word}, ${point}`;

/**
 * § 6(1), nos. 1 to 10, of the Danish act are article 21(2), points a to j, of the directive. `point`: the
 * corresponding points of the annex to the implementing regulation, if any. The regulation binds suppliers of digital
 * services, and is a guide for others.
 */
const nis2 = (number: number, point?: string): Bilingual => {
  const directive = `(EU) 2022/2555 art. 21(2)(${'abcdefghij'[number - 1]})`;
  return {
    da: `NIS 2-loven § 6, stk. 1, nr. ${number}; ${directive}${inAnnex('bilag', point)}`,
    en: `NIS 2 Act § 6(1), no. ${number}; ${directive}${inAnnex('annex', point)}`,
  };
};
const management = (part: 1 | 2): Bilingual => ({
  da: `NIS 2-loven § 7, stk. ${part}; (EU) 2022/2555 art. 20(${part})`,
  en: `NIS 2 Act § 7(${part}); (EU) 2022/2555 art. 20(${part})`,
});
/** § 15(1) and (2) of the act are article 23(1), second sentence, and 23(2) of the directive. */
const users: Bilingual = {
  da: 'NIS 2-loven § 15; (EU) 2022/2555 art. 23(1)–(2)',
  en: 'NIS 2 Act § 15; (EU) 2022/2555 art. 23(1)–(2)',
};
const gdpr = (article: string): Bilingual => inBoth(`(EU) 2016/679 art. ${article}`);
/** By the heading of the standard. */
const nsis = (heading: string): Bilingual => inBoth(`NSIS 2.0, ${heading}`);

type Row = readonly [other: string, source: Bilingual, ...iso: string[]];

/**
 * Controls of ISO/IEC 27001:2022 that help to meet requirements of the GDPR, the NIS 2 Act and NSIS: our own selection,
 * reviewed line by line on 28 November 2026, not copied from another table. Suggestions only: people decide what a
 * control meets, and no pair claims equivalence.
 */
const rows: readonly Row[] = [
  ['nis2.6.1', nis2(1, '1.1'), '5.2', 'A.5.1'],
  ['nis2.6.1', nis2(1, '1.2'), 'A.5.2', 'A.5.3', 'A.5.4'],
  ['nis2.6.1', nis2(1, '2.1'), '6.1.2', '6.1.3'],
  ['nis2.6.1', nis2(1, '2.2'), 'A.5.36'],
  ['nis2.6.1', nis2(1, '2.3'), 'A.5.35'],
  ['nis2.6.2', nis2(2, '3.1'), 'A.5.24'],
  ['nis2.6.2', nis2(2, '3.2'), 'A.8.15', 'A.8.16'],
  ['nis2.6.2', nis2(2, '3.3'), 'A.6.8'],
  ['nis2.6.2', nis2(2, '3.4'), 'A.5.25'],
  ['nis2.6.2', nis2(2, '3.5'), 'A.5.26', 'A.5.28'],
  ['nis2.6.2', nis2(2, '3.6'), 'A.5.27'],
  ['nis2.6.3', nis2(3, '4.1'), 'A.5.29', 'A.5.30'],
  ['nis2.6.3', nis2(3, '4.2'), 'A.8.13', 'A.8.14'],
  ['nis2.6.4', nis2(4, '5.1'), 'A.5.19', 'A.5.20', 'A.5.21', 'A.5.22'],
  ['nis2.6.4', nis2(4), 'A.5.23'],
  ['nis2.6.5', nis2(5, '6.2'), 'A.8.25', 'A.8.27', 'A.8.28', 'A.8.30', 'A.8.31'],
  ['nis2.6.5', nis2(5, '6.3'), 'A.8.9'],
  ['nis2.6.5', nis2(5, '6.4'), 'A.8.19', 'A.8.32'],
  ['nis2.6.5', nis2(5, '6.5'), 'A.8.29'],
  ['nis2.6.5', nis2(5, '6.6, 6.10'), 'A.8.8'],
  ['nis2.6.5', nis2(5, '6.7'), 'A.8.20'],
  ['nis2.6.5', nis2(5, '6.8'), 'A.8.22'],
  ['nis2.6.5', nis2(5, '6.9'), 'A.8.7'],
  ['nis2.6.6', nis2(6, '7'), '9.1'],
  ['nis2.6.6', nis2(6), '9.2.1', '9.3.1', 'A.5.35', 'A.5.36'],
  ['nis2.6.7', nis2(7, '8.1'), '7.3', 'A.6.3'],
  ['nis2.6.7', nis2(7, '8.2'), '7.2'],
  ['nis2.6.7', nis2(7), 'A.7.7'],
  ['nis2.6.8', nis2(8, '9'), 'A.8.24'],
  ['nis2.6.9', nis2(9, '10.1'), 'A.6.2'],
  ['nis2.6.9', nis2(9, '10.2'), 'A.6.1'],
  ['nis2.6.9', nis2(9, '10.3'), 'A.6.5'],
  ['nis2.6.9', nis2(9, '10.4'), 'A.6.4'],
  ['nis2.6.9', nis2(9, '11.1'), 'A.5.15', 'A.8.3'],
  ['nis2.6.9', nis2(9, '11.2'), 'A.5.18'],
  ['nis2.6.9', nis2(9, '11.3'), 'A.8.2'],
  ['nis2.6.9', nis2(9, '11.5'), 'A.5.16'],
  ['nis2.6.9', nis2(9, '12.1'), 'A.5.12'],
  ['nis2.6.9', nis2(9, '12.2'), 'A.5.10'],
  ['nis2.6.9', nis2(9, '12.4'), 'A.5.9'],
  ['nis2.6.9', nis2(9, '12.5'), 'A.5.11'],
  ['nis2.6.10', nis2(10, '11.6'), 'A.5.17'],
  ['nis2.6.10', nis2(10, '11.6, 11.7'), 'A.8.5'],
  ['nis2.6.10', nis2(10), 'A.5.14'],
  ['nis2.7.1', management(1), '5.1', '9.3.1', 'A.5.1'],
  ['nis2.7.2', management(2), '7.2', '7.3', 'A.6.3'],
  ['nis2.15', users, '7.4', 'A.5.26'],
  ['gdpr.5.1.e', gdpr('5(1)(e)'), 'A.5.33', 'A.8.10'],
  ['gdpr.5.1.f', gdpr('5(1)(f)'), 'A.5.12', 'A.5.15', 'A.5.34', 'A.8.3', 'A.8.12'],
  ['gdpr.5.2', gdpr('5(2)'), 'A.5.31', 'A.5.36'],
  ['gdpr.24', gdpr('24'), '6.1.2', '6.1.3', 'A.5.1', 'A.5.34'],
  ['gdpr.25.1', gdpr('25(1)'), 'A.5.8', 'A.8.11', 'A.8.25', 'A.8.27'],
  ['gdpr.25.2', gdpr('25(2)'), 'A.8.3', 'A.8.9'],
  ['gdpr.28.1', gdpr('28(1)'), 'A.5.19', 'A.5.22'],
  ['gdpr.28.2', gdpr('28(2)'), 'A.5.21'],
  ['gdpr.28.3', gdpr('28(3)'), 'A.5.20', 'A.5.23'],
  ['gdpr.29', gdpr('29'), 'A.5.10', 'A.6.2'],
  ['gdpr.30', gdpr('30'), 'A.5.9'],
  ['gdpr.32.1.a', gdpr('32(1)(a)'), 'A.8.11', 'A.8.24'],
  ['gdpr.32.1.b', gdpr('32(1)(b)'), 'A.5.15', 'A.8.5', 'A.8.14', 'A.8.16', 'A.8.20'],
  ['gdpr.32.1.c', gdpr('32(1)(c)'), 'A.5.29', 'A.5.30', 'A.8.13'],
  ['gdpr.32.1.d', gdpr('32(1)(d)'), '9.1', '9.2.1', 'A.5.35', 'A.5.36', 'A.8.8'],
  ['gdpr.32.2', gdpr('32(2)'), '6.1.2', '8.2'],
  ['gdpr.32.4', gdpr('32(4)'), 'A.5.10', 'A.5.15', 'A.6.3'],
  ['gdpr.33', gdpr('33'), 'A.5.5', 'A.5.24', 'A.5.25', 'A.5.26', 'A.6.8'],
  ['gdpr.33.5', gdpr('33(5)'), 'A.5.25', 'A.5.26', 'A.5.28'],
  ['gdpr.34', gdpr('34'), 'A.5.26'],
  ['gdpr.35', gdpr('35'), '6.1.2', 'A.5.8', 'A.5.34'],
  ['gdpr.44', gdpr('44'), 'A.5.14', 'A.5.23'],
  ['nsis.2', nsis('Verifikation af identitet (fysiske personer)'), 'A.5.16', 'A.6.1'],
  ['nsis.5', nsis('Styrke'), 'A.5.17', 'A.8.5'],
  ['nsis.6', nsis('Levering og aktivering'), 'A.5.17'],
  ['nsis.7', nsis('Suspendering, spærring og genaktivering'), 'A.5.16', 'A.5.17'],
  ['nsis.8', nsis('Fornyelse og erstatning'), 'A.5.17'],
  ['nsis.9', nsis('Autentifikationsmekanismer'), 'A.8.5', 'A.8.16'],
  ['nsis.11', nsis('Informationssikkerhedsledelse'), '4.4', 'A.5.1'],
  ['nsis.13', nsis('Dokumentation og registerføring'), 'A.5.33', 'A.8.15'],
  ['nsis.14', nsis('Faciliteter og personale'), 'A.6.1', 'A.6.3', 'A.7.2', 'A.7.3', 'A.8.2'],
  ['nsis.15', nsis('Tekniske kontroller'), 'A.8.8', 'A.8.20', 'A.8.24'],
  ['nsis.16', nsis('Anmeldelse og revision'), '9.2.1', 'A.5.35'],
];

const pair = ({ da, en }: Bilingual, iso: string): Bilingual => ({
  da: `${da} ↔ ISO/IEC 27001:2022 ${iso} (egen læsning)`,
  en: `${en ?? da} ↔ ISO/IEC 27001:2022 ${iso} (own reading)`,
});

/** All lines, in the order of the laws. */
export const crosswalk: readonly CrosswalkLine[] = rows.flatMap(([other, source, ...all]) =>
  all.map((iso) => ({ iso: `iso27001.${iso}`, other, source: pair(source, iso) })),
);

import type { GapView, VitalRow } from '../../../../api/contingency/contract.ts';

export interface Service {
  key: string;
  title: string;
  mtd?: number;
  needs: string[];
  gaps: GapView['gap'][];
}
export const services: Service[] = [
  { key: 'alarm', title: 'Nødkald og tilsyn i hjemmet', mtd: 1, needs: ['alarms', 'phones'], gaps: ['notAccepted'] },
  { key: 'care', title: 'Hjemmepleje døgnet rundt', mtd: 4, needs: ['visits', 'phones'], gaps: [] },
  { key: 'medicine', title: 'Udlevering af medicin', mtd: 4, needs: ['journal', 'fmk'], gaps: [] },
  { key: 'children', title: 'Underretninger om børn', mtd: 24, needs: ['cases', 'mail'], gaps: ['reviewOverdue'] },
  { key: 'benefits', title: 'Udbetaling af kontanthjælp', mtd: 72, needs: ['benefitSystem'], gaps: [] },
  { key: 'wages', title: 'Løn til medarbejdere', mtd: 168, needs: ['payroll'], gaps: [] },
  { key: 'library', title: 'Udlån på bibliotekerne', needs: [], gaps: ['noMtd', 'noNeeds', 'noImpact'] },
];

export interface System {
  key: string;
  title: string;
  kind?: 'workProcess';
  mtd?: number;
  by?: string;
  through?: string[];
  needs: string[];
  centres: number[];
  /** Covered centres, and how the tests stand. */
  covered: number;
  testing?: NonNullable<VitalRow['testing']>;
  gaps: GapView['gap'][];
}
const tested = (lastOn: string, recovery: number, aboveMtd = false): NonNullable<VitalRow['testing']> => ({
  ...{ standing: aboveMtd ? 'due' : 'current', lastOn, nextOn: '2027-02-01', recovery, passed: !aboveMtd, aboveMtd },
  inAYear: lastOn >= '2025-11-24',
});
const never: NonNullable<VitalRow['testing']> = {
  standing: 'never',
  nextOn: '2027-01-15',
  aboveMtd: false,
  inAYear: false,
};
export const systems: System[] = [
  {
    key: 'alarms',
    title: 'Nødkaldssystem',
    mtd: 1,
    by: 'alarm',
    needs: ['network'],
    centres: [0],
    covered: 0,
    gaps: ['noPlan', 'noRestorePlan', 'noAssessment', 'singlePoint'],
  },
  {
    key: 'phones',
    title: 'Mobiltelefoni',
    mtd: 1,
    by: 'alarm',
    needs: ['network'],
    centres: [0, 1, 6],
    covered: 2,
    testing: never,
    gaps: ['noPlan', 'neverTested'],
  },
  {
    key: 'network',
    title: 'Netværk',
    mtd: 1,
    by: 'alarm',
    through: ['alarms'],
    needs: ['power'],
    centres: [0, 1, 2, 6, 7],
    covered: 5,
    testing: tested('2026-05-20', 1.5, true),
    gaps: ['measuredAboveMtd', 'testFailed'],
  },
  {
    key: 'power',
    title: 'Nødstrøm på rådhuset',
    mtd: 1,
    by: 'alarm',
    through: ['alarms', 'network'],
    needs: [],
    centres: [3, 7],
    covered: 2,
    testing: tested('2025-03-10', 0.5),
    gaps: ['testOverdue'],
  },
  {
    key: 'visits',
    title: 'Kørelister i hjemmeplejen',
    kind: 'workProcess',
    mtd: 4,
    by: 'care',
    needs: ['journal'],
    centres: [0],
    covered: 1,
    testing: tested('2026-09-01', 2),
    gaps: [],
  },
  {
    key: 'journal',
    title: 'Omsorgsjournal',
    mtd: 4,
    by: 'care',
    through: ['visits'],
    needs: ['network', 'identity'],
    centres: [0, 6],
    covered: 2,
    testing: tested('2026-09-01', 3),
    gaps: [],
  },
  {
    key: 'fmk',
    title: 'Fælles Medicinkort',
    mtd: 4,
    by: 'medicine',
    needs: ['network'],
    centres: [0],
    covered: 0,
    gaps: ['noPlan', 'noRestorePlan'],
  },
  {
    key: 'identity',
    title: 'Login og adgange',
    mtd: 4,
    by: 'care',
    through: ['visits', 'journal'],
    needs: ['network'],
    centres: [7],
    covered: 1,
    testing: tested('2026-06-12', 2),
    gaps: ['supplierAboveRto'],
  },
  {
    key: 'cases',
    title: 'Sagssystem for børn og unge',
    mtd: 24,
    by: 'children',
    needs: ['identity'],
    centres: [1],
    covered: 1,
    testing: tested('2026-04-02', 8),
    gaps: ['contactLeft'],
  },
  {
    key: 'mail',
    title: 'Mail og kalender',
    mtd: 24,
    by: 'children',
    needs: ['identity'],
    centres: [0, 1, 2, 3, 4, 5, 6, 7, 8],
    covered: 7,
    testing: tested('2026-01-30', 6),
    gaps: ['noPlan'],
  },
  {
    key: 'benefitSystem',
    title: 'Ydelsessystem',
    mtd: 72,
    by: 'benefits',
    needs: ['identity'],
    centres: [6],
    covered: 1,
    testing: tested('2026-02-11', 20),
    gaps: ['backupUnknown'],
  },
  {
    key: 'archive',
    title: 'Journalarkiv',
    needs: [],
    centres: [7],
    covered: 0,
    gaps: ['noPlan', 'noRestorePlan', 'vitalWithoutReason'],
  },
];

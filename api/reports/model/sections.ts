import { sectionKeys, type SectionKey, type TableKey } from '../vocabulary.ts';

/** Content of a section. Figures of present data only are excluded: they cannot be recomputed. */
export interface SectionPlan {
  /** Figures of its first sentences, if they have values. */
  says: readonly string[];
  figures: readonly string[];
  /** One figure by centre, or several totals side by side. */
  chart?: { byCentre: string } | { figures: readonly string[] };
  tables: readonly TableKey[];
}

const plans: Readonly<Record<SectionKey, SectionPlan>> = {
  summary: {
    says: ['policyCoverage', 'courseCoverage', 'risksWorst', 'vitalTested', 'wheelDone'],
    figures: [],
    tables: [],
  },
  policy: {
    says: ['policyCoverage', 'procedureCoverage'],
    figures: ['policyCoverage', 'procedureCoverage', 'procedureReceipts', 'proceduresInForce', 'procedureReviewsLate'],
    chart: { byCentre: 'policyCoverage' },
    tables: [],
  },
  training: {
    says: ['courseCoverage', 'coursesLate'],
    figures: ['courseCoverage', 'coursesLate'],
    chart: { byCentre: 'courseCoverage' },
    tables: [],
  },
  risks: {
    says: ['risksWorst', 'assetsAssessed', 'treatmentsLate'],
    figures: [
      'risks',
      'risksWorst',
      'risksSecond',
      'assetsAssessed',
      'assessmentsLate',
      'treatmentsLate',
      'acceptancesOver',
      'risksUntreated',
    ],
    chart: { byCentre: 'risksWorst' },
    tables: [],
  },
  standards: {
    says: ['standard-iso27001', 'standard-gdpr', 'standard-nis2'],
    figures: [
      'standard-iso27001',
      'standard-iso27001-a',
      'standard-gdpr',
      'standard-nis2',
      'standard-nsis',
      'controlsLate',
    ],
    chart: {
      figures: ['standard-iso27001', 'standard-iso27001-a', 'standard-gdpr', 'standard-nis2', 'standard-nsis'],
    },
    tables: [],
  },
  contingency: {
    says: ['vitalWithPlan', 'vitalTested', 'downtimes'],
    figures: [
      'vital',
      'vitalWithPlan',
      'vitalRestorable',
      'vitalTested',
      'vitalInTime',
      'vitalWithGaps',
      'downtimes',
      'downtimesKept',
      'improvementsLate',
    ],
    chart: { figures: ['vitalWithPlan', 'vitalRestorable', 'vitalTested', 'vitalInTime'] },
    tables: ['tests'],
  },
  incidents: {
    says: ['incidents', 'incidentHours'],
    figures: ['incidents', 'incidentsOpen', 'incidentHours'],
    tables: [],
  },
  inspections: {
    says: ['inspectionsHeld', 'findingsOpen'],
    figures: ['inspectionsHeld', 'findingsOpen', 'findingsLate'],
    tables: ['inspections'],
  },
  measures: {
    says: ['measuresApproved', 'measuresUnfunded'],
    figures: ['measuresAsked', 'measuresApproved', 'measuresSpent', 'measuresUnfunded'],
    tables: ['measures'],
  },
  organisation: {
    says: ['centresWithoutIsk', 'networkAttendance'],
    figures: ['centresWithoutIsk', 'networkAttendance', 'approvalDays', 'approvalsLate'],
    tables: ['appointments', 'centres'],
  },
  wheel: {
    says: ['wheelDone', 'wheelLate'],
    figures: ['wheelDone', 'wheelLate', 'wheelMissed', 'wheelDoneLate', 'wheelCancelled', 'tasksLate'],
    chart: { byCentre: 'wheelDone' },
    tables: [],
  },
  nextYear: { says: [], figures: [], tables: ['plan'] },
};

export const sectionPlans: readonly (SectionPlan & { key: SectionKey })[] = sectionKeys.map((key) => ({
  key,
  ...plans[key],
}));

/** Relative column widths of record tables, summing to 1. */
export const tableShares: Readonly<Record<TableKey, readonly number[]>> = {
  tests: [0.17, 0.41, 0.22, 0.2],
  inspections: [0.17, 0.45, 0.38],
  measures: [0.6, 0.22, 0.18],
  appointments: [0.32, 0.36, 0.16, 0.16],
  centres: [0.7, 0.3],
  plan: [0.17, 0.48, 0.35],
};

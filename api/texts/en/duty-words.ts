import type { TextsOf } from '../catalogue.ts';
import type { dutyWords as da } from '../da/duty-words.ts';

export const dutyWords: TextsOf<typeof da> = {
  councilApprovesPolicy: {
    title: 'Approves the information security policy',
    about: 'The City Council approves the policy every year. Its secretary records the decision.',
  },
  boardAppointsCommittee: {
    title: 'Appoints the Information Security Committee',
    about: 'The committee has members appointed by the Executive Board, and the appointment has not expired.',
  },
  boardAppointsCiso: {
    title: 'Appoints the CISO',
    about: 'The CISO is appointed by the Executive Board, and the appointment has not expired.',
  },
  boardFollowsUp: {
    title: 'Follows up on information security',
    about:
      'The Executive Board reviews progress every year and decides what action to take. Evidenced by tasks in the annual wheel.',
  },
  boardInformsCouncil: {
    title: 'Briefs the City Council',
    about: 'The City Council is told every year how information security is going.',
  },
  managementApprovesPolicy: {
    title: 'Approves the information security policy',
    about: 'Corporate Management approves the policy every year, before the City Council does.',
  },
  managementFollowsUp: {
    title: 'Follows up every year',
    about: 'Corporate Management reviews status, resources and measures. Evidenced by the task in the annual wheel.',
  },
  managementFunds: {
    title: 'Decides on measures and funding',
    about: 'Corporate Management decides on the measures proposed by the committee, and what they may cost.',
  },
  committeePreparesPolicy: {
    title: 'Prepares the policy',
    about: 'The committee approves the draft policy before management sees it.',
  },
  committeeKeepsWheel: {
    title: 'Reviews the annual wheel',
    about: 'The committee checks every year that the annual wheel is right. Evidenced by the task in the annual wheel.',
  },
  committeePlans: {
    title: 'Prepares an implementation plan',
    about: 'The committee plans how the policy is put into practice.',
  },
  committeeFollowsPlan: {
    title: 'Starts the plan’s tasks and follows up',
    about: 'The tasks of the implementation plans are completed.',
  },
  committeeGuidelines: {
    title: 'Keeps the guidelines up to date',
    about: 'Central guidelines are approved or reviewed every year.',
  },
  committeeReports: {
    title: 'Submits an annual report to the Executive Board',
    about:
      'The committee submits an annual report to the Executive Board. Evidenced by its approval and the task in the annual wheel.',
  },
  committeeInvolvesCentres: {
    title: 'Involves the centre managers',
    about: 'Centre managers have commented on a draft policy.',
  },
  committeeMeets: {
    title: 'Holds meetings',
    about: 'The committee meets at least once a quarter.',
  },
  committeeDecidesRisks: {
    title: 'Decides on risks',
    about: 'The committee decides whether risks that are not reduced can be accepted.',
  },
  cisoPublishesPolicy: {
    title: 'Publishes the policy',
    about: 'The policy is published to all employees once it has been approved.',
  },
  cisoStatement: {
    title: 'Updates the statement of applicability',
    about: 'The CISO reviews every year which requirements apply, and why. Evidenced by the task in the annual wheel.',
  },
  cisoAudits: {
    title: 'Has an internal audit carried out',
    about: 'An internal audit is carried out every year. Evidenced by the task in the annual wheel.',
  },
  teamSupportsCommittee: {
    title: 'Prepares the committee’s meetings',
    about: 'The security team prepares agendas and sends them to the committee.',
  },
  teamReports: {
    title: 'Reports status to the committee',
    about:
      'The security team reports progress to the committee every quarter. Evidenced by status reports and the task in the annual wheel.',
  },
  teamAdvises: {
    title: 'Advises ISKs and centre managers',
    about: 'The security team answers questions and records its advice.',
  },
  teamCarriesOut: {
    title: 'Carries out the central tasks',
    about: 'The security team completes its tasks in the annual wheel.',
  },
  teamInspects: {
    title: 'Carries out inspections',
    about: 'Inspections are carried out every year, and the report is closed.',
  },
  networkMeets: {
    title: 'Meets in the ISK network',
    about: 'The network of ISKs meets at least every six months.',
  },
  managerImplements: {
    title: 'Introduces local procedures',
    about: 'The centre manager has approved a local procedure.',
  },
  managerFollowsUp: {
    title: 'Follows up in their own centre',
    about: 'The centre manager has completed a task in the annual wheel.',
  },
  managerPlans: {
    title: 'Approves the centre’s contingency plans',
    about: 'The centre manager has approved a contingency plan.',
  },
  managerImproves: {
    title: 'Carries out local initiatives',
    about: 'An initiative or an improvement in the centre has been completed.',
  },
  iskProcedures: {
    title: 'Writes local procedures',
    about: 'The centre has sent a local procedure for approval.',
  },
  iskChecks: {
    title: 'Carries out local checks',
    about: 'The ISK has completed a task in the annual wheel.',
  },
  iskNetwork: {
    title: 'Takes part in the ISK network',
    about: 'An ISK from the centre has attended a network meeting.',
  },
};

import type { TextsOf } from '../catalogue.ts';
import type { dutyWords as da } from '../da/duty-words.ts';

export const dutyWords: TextsOf<typeof da> = {
  councilApprovesPolicy: {
    title: 'Approves the information security policy',
    about: 'The City Council approves the policy every year. Its secretary records the decision.',
  },
  boardAppointsCommittee: {
    title: 'Appoints the Information Security Committee',
    about: 'The committee has members appointed by the Executive Board, and the appointment has not run out.',
  },
  boardAppointsCiso: {
    title: 'Appoints the CISO',
    about: 'The CISO is appointed by the Executive Board, and the appointment has not run out.',
  },
  boardFollowsUp: {
    title: 'Follows up on information security',
    about:
      'The Executive Board looks at how it goes every year, and decides what is to happen. Shown by tasks of the annual wheel.',
  },
  boardInformsCouncil: {
    title: 'Informs the City Council',
    about: 'The City Council is told every year how information security is going.',
  },
  managementApprovesPolicy: {
    title: 'Approves the information security policy',
    about: 'The Corporate Management approves the policy every year, before the City Council does.',
  },
  managementFollowsUp: {
    title: 'Follows up every year',
    about: 'The Corporate Management looks at status, resources and measures. Shown by the task of the annual wheel.',
  },
  managementFunds: {
    title: 'Decides on measures and money',
    about: 'The Corporate Management decides the measures that the committee proposes, and what they may cost.',
  },
  committeePreparesPolicy: {
    title: 'Prepares the policy',
    about: 'The committee approves the draft of the policy before management sees it.',
  },
  committeeKeepsWheel: {
    title: 'Reviews the annual wheel',
    about:
      'The committee looks at whether the annual wheel is right, every year. Shown by the task of the annual wheel.',
  },
  committeePlans: {
    title: 'Makes an implementation plan',
    about: 'The committee plans how the policy is put into practice.',
  },
  committeeFollowsPlan: {
    title: 'Starts the tasks of the plan and follows up',
    about: 'Tasks of the implementation plans are done.',
  },
  committeeGuidelines: {
    title: 'Keeps the guidelines up to date',
    about: 'Central guidelines are approved or reviewed every year.',
  },
  committeeReports: {
    title: 'Gives the Executive Board a yearly report',
    about:
      'The committee writes a yearly report to the Executive Board. Shown by its approval and the task of the annual wheel.',
  },
  committeeInvolvesCentres: {
    title: 'Involves the centre managers',
    about: 'Centre managers have commented on a draft of the policy.',
  },
  committeeMeets: {
    title: 'Meets',
    about: 'The committee meets at least every quarter.',
  },
  committeeDecidesRisks: {
    title: 'Decides on risks',
    about: 'The committee decides whether risks that are not brought down can be accepted.',
  },
  cisoPublishesPolicy: {
    title: 'Publishes the policy',
    about: 'The policy is published to all employees when it has been approved.',
  },
  cisoStatement: {
    title: 'Updates the statement of applicability',
    about: 'The CISO goes through which requirements apply and why, every year. Shown by the task of the annual wheel.',
  },
  cisoAudits: {
    title: 'Has an internal audit made',
    about: 'An internal audit is made every year. Shown by the task of the annual wheel.',
  },
  teamSupportsCommittee: {
    title: 'Prepares the committee’s meetings',
    about: 'The security team makes and sends agendas to the committee.',
  },
  teamReports: {
    title: 'Gives the committee a status',
    about:
      'The security team tells the committee every quarter how it goes. Shown by status reports and the task of the annual wheel.',
  },
  teamAdvises: {
    title: 'Advises ISKs and centre managers',
    about: 'The security team answers questions and writes its advice down.',
  },
  teamCarriesOut: {
    title: 'Carries out the central tasks',
    about: 'The security team does its tasks of the annual wheel.',
  },
  teamInspects: {
    title: 'Holds inspections',
    about: 'Inspections are held every year, and the report is closed.',
  },
  networkMeets: {
    title: 'Meets in the ISK network',
    about: 'The network of ISKs meets at least every half year.',
  },
  managerImplements: {
    title: 'Introduces local procedures',
    about: 'The centre manager has approved a local procedure.',
  },
  managerFollowsUp: {
    title: 'Follows up in the own centre',
    about: 'The centre manager has done a task of the annual wheel.',
  },
  managerPlans: {
    title: 'Approves the centre’s contingency plans',
    about: 'The centre manager has approved a contingency plan.',
  },
  managerImproves: {
    title: 'Carries out local initiatives',
    about: 'An initiative or an improvement in the centre is done.',
  },
  iskProcedures: {
    title: 'Writes local procedures',
    about: 'The centre has sent a local procedure for approval.',
  },
  iskChecks: {
    title: 'Checks locally',
    about: 'The ISK has done a task of the annual wheel.',
  },
  iskNetwork: {
    title: 'Takes part in the ISK network',
    about: 'An ISK of the centre has been at a meeting of the network.',
  },
};

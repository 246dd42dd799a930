import type { TextsOf } from '../catalogue.ts';
import type { wheelCatalogue as da } from '../da/wheel-catalogue.ts';

export const wheelCatalogue: TextsOf<typeof da> = {
  policyReview: {
    title: 'Review the information security policy',
    why: 'The policy must fit the municipality, the laws and the threats as they are now. The committee prepares it every year before it is approved.',
    steps: {
      collect: 'Gather what has happened since last time',
      write: 'Change the text',
      hear: 'Hear the centre managers and the ISKs',
      recommend: 'Recommend the policy to Koncernledelsen',
    },
    evidence: 'Link to the committee’s minutes with the recommendation',
  },
  policyManagementApproval: {
    title: 'Koncernledelsen approves the policy',
    why: 'Management stands behind the policy and approves it every year.',
    steps: { agenda: 'Put the policy on the agenda', decide: 'Decide' },
    evidence: 'Date and item in Koncernledelsen’s minutes',
  },
  policyCouncilApproval: {
    title: 'Byrådet approves the policy',
    why: 'The policy is only in force when Byrådet has approved it. That happens every year.',
    steps: {
      case: 'Write the case for the meeting',
      decide: 'Take it up at the meeting',
      record: 'Record the decision',
    },
    evidence: 'Date and item in Byrådet’s minutes',
  },
  policyCommunication: {
    title: 'Make the policy known to every employee',
    why: 'Everybody, newcomers too, is bound by the policy and must have read it.',
    steps: {
      publish: 'Publish the policy in the app',
      tell: 'Write about it on the intranet',
      follow: 'Follow up on those who have not acknowledged it',
    },
  },
  implementationPlan: {
    title: 'Make next year’s plan',
    why: 'The policy must become action: what is begun, who does it, and when.',
    steps: {
      evaluate: 'See what came of this year’s plan',
      plan: 'Choose what to do next year',
      share: 'Share the plan with the centres',
    },
    evidence: 'Link to the plan',
  },
  wheelReview: {
    title: 'Review the annual wheel for next year',
    why: 'The wheel must fit what the municipality really has to do.',
    steps: { evaluate: 'See what was late this year', change: 'Change activities and dates' },
  },
  guidelineReview: {
    title: 'Review the common guidelines',
    why: 'The guidelines must say the same as the policy and be of use every day.',
    steps: { read: 'Read them through', write: 'Change them', tell: 'Tell the ISKs what is new' },
  },
  committeeMeeting: {
    title: 'Hold a meeting of Informationssikkerhedsudvalget',
    why: 'The committee governs the work and follows up on the plan.',
    steps: { agenda: 'Send the agenda', meet: 'Hold the meeting', minutes: 'Send the minutes' },
    evidence: 'Link to the minutes',
  },
  teamStatus: {
    title: 'Write a status report to the committee',
    why: 'The committee must know how things stand before it meets.',
    steps: { numbers: 'Get the numbers', write: 'Write the report' },
    evidence: 'Link to the report',
  },
  yearlyReport: {
    title: 'Write the yearly report to Direktionen',
    why: 'Every year Direktionen is told how things stand and what is to happen.',
    steps: { numbers: 'Gather the year’s numbers', write: 'Write the report', approve: 'Approve it in the committee' },
    evidence: 'Link to the report',
  },
  executiveFollowUp: {
    title: 'Direktionen follows up on information security',
    why: 'Direktionen answers for the work being done.',
    steps: { read: 'Read the yearly report', decide: 'Decide what is to happen' },
    evidence: 'Date and item in Direktionen’s minutes',
  },
  councilInformation: {
    title: 'Direktionen informs Byrådet',
    why: 'Byrådet must know how the municipality takes care of citizens’ data.',
    steps: { write: 'Write the information', inform: 'Give it to Byrådet' },
    evidence: 'Date and item in Byrådet’s minutes',
  },
  managementFollowUp: {
    title: 'Koncernledelsen follows up and secures resources',
    why: 'The work takes time and money. Every year Koncernledelsen looks at whether there is enough.',
    steps: {
      status: 'Look at status and risks',
      resources: 'Decide on time and money',
      measures: 'Decide on what the committee proposes',
    },
    evidence: 'Date and item in Koncernledelsen’s minutes',
  },
  managementReview: {
    title: 'Review the management system in Direktionen',
    why: 'ISO 27001 demands that top management looks at whether the system works and still fits.',
    steps: {
      inputs: 'Gather audits, incidents, goals and risks',
      review: 'Go through them at a meeting',
      decide: 'Decide on improvements',
    },
    evidence: 'Link to the minutes of the review',
  },
  appointmentCheck: {
    title: 'Check the appointments to the committee and as CISO',
    why: 'Direktionen appoints the committee and the CISO. The CISO and the head of the team are members by office.',
    steps: { committee: 'Check the members of the committee', ciso: 'Check the CISO and the head of the team' },
  },
  coordinatorCheck: {
    title: 'Check that every centre has an ISK and a manager',
    why: 'Without an ISK colleagues have nobody to ask, and the tasks fall to others.',
  },
  statementOfApplicability: {
    title: 'Review the statement of applicability',
    why: 'It shows which requirements the municipality follows, and why. The same requirement is handled once for all standards.',
    steps: {
      controls: 'Go through the controls',
      reasons: 'Write the reasons for what is in and out',
      approve: 'Approve the document',
    },
    evidence: 'Link to the approved edition',
  },
  internalAudit: {
    title: 'Carry out the internal audit',
    why: 'Somebody who has not done the work looks at whether it is done as we say.',
    steps: {
      plan: 'Make a plan and choose who',
      carryOut: 'Carry out the audit',
      report: 'Write the report',
      follow: 'Agree on follow-up',
    },
    evidence: 'Link to the audit report',
  },
  centreRiskReview: {
    title: 'Review the centre’s risks',
    why: 'The centre knows its work processes best. Risks to citizens must be seen before they do harm.',
    steps: {
      processes: 'See whether the work processes have changed',
      assess: 'Assess confidentiality, integrity and availability',
      plan: 'Agree on what to do',
    },
    evidence: 'Link to the risk assessment',
  },
  systemRiskReview: {
    title: 'Review the risks of the IT systems',
    why: 'Systems and threats change. Every system that matters is assessed each year.',
    steps: {
      systems: 'See which systems are new or changed',
      assess: 'Assess them with the owners',
      report: 'Give the committee the greatest risks',
    },
    evidence: 'Link to the risk assessment',
  },
  treatmentFollowUp: {
    title: 'Follow up on the plans to bring risks down',
    why: 'A plan only works when something comes of it.',
    steps: { status: 'Ask those who have a plan', late: 'Raise what is late' },
  },
  impactAssessments: {
    title: 'Review the impact assessments',
    why: 'Processing with a high risk to citizens must have an impact assessment that fits today.',
    steps: { list: 'Find processing with a high risk', update: 'Update the assessments' },
  },
  inspection: {
    title: 'Hold an internal inspection in the centre',
    why: 'An inspection shows whether the rules are followed every day, and what is hard.',
    steps: {
      prepare: 'Choose places and questions',
      visit: 'Visit the places',
      write: 'Write down the findings',
      follow: 'Agree on follow-up with the centre manager',
    },
    evidence: 'Link to the note about the inspection',
  },
  recordsOfProcessing: {
    title: 'Review the centre’s part of the article 30 records',
    why: 'The municipality must be able to show which data it processes, and why.',
    steps: { read: 'Read through the centre’s processing', correct: 'Correct what has changed' },
  },
  processorOversight: {
    title: 'Oversee the data processors',
    why: 'The municipality is responsible, also when others process the data for it.',
    steps: {
      choose: 'Choose whom to look at this year',
      ask: 'Get statements and answers',
      judge: 'Judge them and follow up',
    },
    evidence: 'Link to this year’s overview of oversight',
  },
  supplierReview: {
    title: 'Review what is demanded of IT suppliers',
    why: 'A supplier’s mistake can hit the municipality. The demands must follow the threats.',
    steps: { choose: 'Find the suppliers we depend on most', judge: 'See whether the demands are enough' },
  },
  contingencyOverview: {
    title: 'Review the overview of vital systems',
    why: 'We must know which systems citizens cannot do without, and how long they may be down at most.',
    steps: {
      systems: 'Check that every vital system is there',
      downtime: 'Check the longest downtime of each',
      approve: 'Approve the overview',
    },
    evidence: 'Link to the approved overview',
  },
  contingencyTest: {
    title: 'Test the centre’s contingency plan',
    why: 'A plan that has not been tried seldom works when IT is down. Counted from the last time it was tried.',
    steps: { plan: 'Choose what to try', test: 'Try without IT', learn: 'Correct the plan' },
    evidence: 'Link to the note about the test',
  },
  restoreTest: {
    title: 'Try to restore data from a backup',
    why: 'A backup is only worth something when it can be read back.',
    steps: {
      choose: 'Choose a system',
      restore: 'Restore the data',
      compare: 'Compare the time with what is demanded',
    },
    evidence: 'Link to the note with the time',
  },
  incidentDrill: {
    title: 'Practise handling a security breach',
    why: 'A personal data breach must be reported within 72 hours. Everybody must know how.',
    steps: { plan: 'Write an incident', play: 'Play it through', learn: 'Correct the guide' },
    evidence: 'Link to the note about the drill',
  },
  courseOpens: {
    title: 'Open this year’s GDPR course',
    why: 'Everybody who works with personal data takes the course every year.',
    steps: { content: 'Review the content', open: 'Open the round', tell: 'Tell the centre managers about it' },
  },
  courseCentreFollowUp: {
    title: 'Follow up on the GDPR course in the centre',
    why: 'The centre manager answers for everybody in the centre taking the course.',
  },
  courseCloses: {
    title: 'Close this year’s GDPR course and take stock',
    why: 'The committee must know who is missing, and what is done about it.',
    steps: { close: 'Close the round', report: 'Give the committee the numbers' },
    evidence: 'Share of those who completed it, or a link to the status',
  },
  newEmployees: {
    title: 'Check that new employees have had policy and course',
    why: 'New colleagues must know from day one how we take care of data.',
  },
  networkMeeting: {
    title: 'Hold a network meeting for the ISKs',
    why: 'The ISKs learn from one another, and the team hears what is going on.',
    steps: { agenda: 'Send the agenda', meet: 'Hold the meeting', minutes: 'Send the minutes' },
    evidence: 'Link to the minutes',
  },
  centreMeeting: {
    title: 'Talk about information security at a meeting in the centre',
    why: 'Everybody shares the responsibility. Something only comes of it when we talk about it.',
  },
  procedureReview: {
    title: 'Review the centre’s local procedures',
    why: 'The procedures must fit the way you work now.',
    steps: { read: 'Read them through', write: 'Change them', tell: 'Tell your colleagues what is new' },
  },
  centreAccessReview: {
    title: 'Review access rights in the centre',
    why: 'People change tasks and leave. Nobody should be able to see more than they need.',
    steps: { list: 'Get the lists of access rights', remove: 'Remove those that should not be there' },
  },
  privilegedAccessReview: {
    title: 'Review administrator rights',
    why: 'Whoever can do everything can also break everything. There must be as few as possible.',
    steps: { list: 'Get the list of administrators', remove: 'Remove those who should not be there' },
    evidence: 'Link to the list after the review',
  },
  logReview: {
    title: 'Review logs for unusual access',
    why: 'The log shows whether somebody has seen data that they should not see.',
  },
};

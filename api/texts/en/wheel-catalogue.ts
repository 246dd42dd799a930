import type { TextsOf } from '../catalogue.ts';
import type { wheelCatalogue as da } from '../da/wheel-catalogue.ts';

export const wheelCatalogue: TextsOf<typeof da> = {
  policyReview: {
    title: 'Review the information security policy',
    why: 'The policy must suit the municipality, the laws and the threats as they are now. The committee prepares it every year before it is approved.',
    steps: {
      collect: 'Gather what has happened since last time',
      write: 'Edit the text',
      hear: 'Consult the centre managers and the ISKs',
      recommend: 'Recommend the policy to Corporate Management',
    },
    evidence: 'Link to the committee’s minutes with the recommendation',
  },
  policyManagementApproval: {
    title: 'Corporate Management approves the policy',
    why: 'Management stands behind the policy and approves it every year.',
    steps: { agenda: 'Put the policy on the agenda', decide: 'Make the decision' },
    evidence: 'Date and item in the minutes of Corporate Management',
  },
  policyCouncilApproval: {
    title: 'The City Council approves the policy',
    why: 'The policy is not in force until the City Council has approved it. This happens every year.',
    steps: {
      case: 'Write the case for the meeting',
      decide: 'Consider the case at the meeting',
      record: 'Record the decision',
    },
    evidence: 'Date and item in the minutes of the City Council',
  },
  policyCommunication: {
    title: 'Communicate the policy to all employees',
    why: 'Everybody, including new employees, is bound by the policy and must have read it.',
    steps: {
      publish: 'Publish the policy in the app',
      tell: 'Write about it on the intranet',
      follow: 'Follow up on those who have not acknowledged it',
    },
  },
  implementationPlan: {
    title: 'Prepare next year’s implementation plan',
    why: 'The policy must be turned into action: what will be started, who does it, and when.',
    steps: {
      evaluate: 'Review what was achieved this year',
      plan: 'Choose next year’s initiatives',
      share: 'Share the plan with the centres',
    },
    evidence: 'Link to the plan',
  },
  wheelReview: {
    title: 'Review the annual wheel for next year',
    why: 'The annual wheel must match what the municipality actually has to do.',
    steps: { evaluate: 'Look at what was late this year', change: 'Change activities and dates' },
  },
  guidelineReview: {
    title: 'Review the central guidelines',
    why: 'The guidelines must be consistent with the policy and usable in everyday work.',
    steps: { read: 'Read them through', write: 'Edit them', tell: 'Tell the ISKs what is new' },
  },
  committeeMeeting: {
    title: 'Hold a meeting of the information security committee',
    why: 'The committee governs the work and follows up on the plan.',
    steps: { agenda: 'Send the agenda', meet: 'Hold the meeting', minutes: 'Send the minutes' },
    evidence: 'Link to the minutes',
  },
  teamStatus: {
    title: 'Write a status report to the committee',
    why: 'The committee must know how things stand before it meets.',
    steps: { numbers: 'Get the figures', write: 'Write the report' },
    evidence: 'Link to the report',
  },
  yearlyReport: {
    title: 'Write the annual report to the Executive Board',
    why: 'Every year the Executive Board is told how things stand and what needs to happen.',
    steps: { numbers: 'Gather the year’s figures', write: 'Write the report', approve: 'Approve it in the committee' },
    evidence: 'Link to the report',
  },
  executiveFollowUp: {
    title: 'The Executive Board follows up on information security',
    why: 'The Executive Board is responsible for ensuring that the work is done.',
    steps: { read: 'Read the annual report', decide: 'Decide what needs to happen' },
    evidence: 'Date and item in the minutes of the Executive Board',
  },
  councilInformation: {
    title: 'The Executive Board briefs the City Council',
    why: 'The City Council must know how the municipality protects citizens’ data.',
    steps: { write: 'Write the briefing', inform: 'Give it to the City Council' },
    evidence: 'Date and item in the minutes of the City Council',
  },
  managementFollowUp: {
    title: 'Corporate Management follows up and secures resources',
    why: 'The work takes time and money. Every year Corporate Management considers whether there is enough.',
    steps: {
      status: 'Review status and risks',
      resources: 'Decide on time and money',
      measures: 'Decide on the committee’s proposals',
    },
    evidence: 'Date and item in the minutes of Corporate Management',
  },
  managementReview: {
    title: 'Carry out the management review with the Executive Board',
    why: 'ISO 27001 requires top management to review whether the management system works and is still suitable.',
    steps: {
      inputs: 'Gather audits, incidents, objectives and risks',
      review: 'Review them at a meeting',
      decide: 'Decide on improvements',
    },
    evidence: 'Link to the minutes of the review',
  },
  appointmentCheck: {
    title: 'Check the appointments of the committee and the CISO',
    why: 'The Executive Board appoints the committee and the CISO. The CISO and the head of the team are ex-officio members.',
    steps: { committee: 'Check the members of the committee', ciso: 'Check the CISO and the head of the team' },
  },
  coordinatorCheck: {
    title: 'Check that every centre has an ISK and a manager',
    why: 'Without an ISK, colleagues have nobody to ask, and the tasks fall to others.',
  },
  statementOfApplicability: {
    title: 'Review the statement of applicability',
    why: 'It shows which requirements the municipality follows, and why. The same requirement is handled once for all standards.',
    steps: {
      controls: 'Review the controls',
      reasons: 'Write the reasons for inclusion and exclusion',
      approve: 'Approve the document',
    },
    evidence: 'Link to the approved edition',
  },
  internalAudit: {
    title: 'Carry out the internal audit',
    why: 'Somebody independent of the work checks whether it is done as we say.',
    steps: {
      plan: 'Make a plan and choose the auditors',
      carryOut: 'Carry out the audit',
      report: 'Write the report',
      follow: 'Agree follow-up',
    },
    evidence: 'Link to the audit report',
  },
  centreRiskReview: {
    title: 'Review the centre’s risks',
    why: 'The centre knows its work processes best. Risks to citizens must be identified before they cause harm.',
    steps: {
      processes: 'See whether the work processes have changed',
      assess: 'Assess confidentiality, integrity and availability',
      plan: 'Agree what to do',
    },
    evidence: 'Link to the risk assessment',
  },
  systemRiskReview: {
    title: 'Review the risks of IT systems',
    why: 'Systems and threats change. Every system that matters is assessed each year.',
    steps: {
      systems: 'See which systems are new or changed',
      assess: 'Assess them with the system owners',
      report: 'Report the greatest risks to the committee',
    },
    evidence: 'Link to the risk assessment',
  },
  treatmentFollowUp: {
    title: 'Follow up on risk treatment plans',
    why: 'A plan only works if it is carried out.',
    steps: { status: 'Ask those with a plan for a status', late: 'Escalate what is late' },
  },
  impactAssessments: {
    title: 'Review the data protection impact assessments',
    why: 'Processing with a high risk to citizens must have an up-to-date impact assessment.',
    steps: { list: 'Find processing with a high risk', update: 'Update the assessments' },
  },
  inspection: {
    title: 'Carry out an internal inspection in the centre',
    why: 'An inspection shows whether the rules are followed in everyday work, and what is difficult.',
    steps: {
      prepare: 'Choose locations and questions',
      visit: 'Visit the locations',
      write: 'Write down the findings',
      follow: 'Agree follow-up with the centre manager',
    },
    evidence: 'Link to the inspection note',
  },
  recordsOfProcessing: {
    title: 'Review the centre’s part of the Article 30 records of processing',
    why: 'The municipality must be able to show what data it processes, and why.',
    steps: { read: 'Read through the centre’s processing activities', correct: 'Correct what has changed' },
  },
  processorOversight: {
    title: 'Audit the data processors',
    why: 'The municipality is responsible even when others process the data on its behalf.',
    steps: {
      choose: 'Choose who to audit this year',
      ask: 'Obtain statements and answers',
      judge: 'Assess them and follow up',
    },
    evidence: 'Link to this year’s overview of audits',
  },
  supplierReview: {
    title: 'Review the requirements for IT suppliers',
    why: 'A supplier’s mistake can affect the municipality. The requirements must keep up with the threats.',
    steps: {
      choose: 'Find the suppliers we depend on most',
      judge: 'Consider whether the requirements are sufficient',
    },
  },
  contingencyOverview: {
    title: 'Review the overview of vital systems',
    why: 'We must know which systems citizens cannot do without, and the longest they may be down.',
    steps: {
      systems: 'Check that all vital systems are included',
      downtime: 'Check the maximum downtime for each',
      approve: 'Approve the overview',
    },
    evidence: 'Link to the approved overview',
  },
  contingencyTest: {
    title: 'Test the centre’s contingency plan',
    why: 'A plan that has not been tested rarely works when IT is down. Counted from the last test.',
    steps: { plan: 'Choose what to test', test: 'Test without IT', learn: 'Update the plan' },
    evidence: 'Link to the test note',
  },
  restoreTest: {
    title: 'Test restoring data from a backup',
    why: 'A backup is only worth something if it can be restored.',
    steps: {
      choose: 'Choose a system',
      restore: 'Restore the data',
      compare: 'Compare the time with the requirement',
    },
    evidence: 'Link to the note with the recovery time',
  },
  incidentDrill: {
    title: 'Exercise the handling of a security breach',
    why: 'A personal data breach must be reported within 72 hours. Everybody must know what to do.',
    steps: { plan: 'Write a scenario', play: 'Play it through', learn: 'Update the guide' },
    evidence: 'Link to the exercise note',
  },
  courseOpens: {
    title: 'Open this year’s GDPR course',
    why: 'Everybody who works with personal data takes the course every year.',
    steps: { content: 'Review the content', open: 'Open the round', tell: 'Tell the centre managers about it' },
  },
  courseCentreFollowUp: {
    title: 'Follow up on the GDPR course in the centre',
    why: 'The centre manager is responsible for ensuring that everybody in the centre takes the course.',
  },
  courseCloses: {
    title: 'Close this year’s GDPR course and take stock',
    why: 'The committee must know who has not taken it, and what is being done about it.',
    steps: { close: 'Close the round', report: 'Give the committee the figures' },
    evidence: 'Share who completed it, or a link to the status',
  },
  newEmployees: {
    title: 'Check that new employees have received the policy and the course',
    why: 'New colleagues must know from day one how we protect data.',
  },
  networkMeeting: {
    title: 'Hold a network meeting for the ISKs',
    why: 'The ISKs learn from one another, and the team hears what is going on.',
    steps: { agenda: 'Send the agenda', meet: 'Hold the meeting', minutes: 'Send the minutes' },
    evidence: 'Link to the minutes',
  },
  centreMeeting: {
    title: 'Discuss information security at a meeting in the centre',
    why: 'Everybody shares the responsibility. It only works if we talk about it.',
  },
  procedureReview: {
    title: 'Review the centre’s local procedures',
    why: 'The procedures must match the way you work now.',
    steps: { read: 'Read them through', write: 'Edit them', tell: 'Tell your colleagues what is new' },
  },
  centreAccessReview: {
    title: 'Review access rights in the centre',
    why: 'People change jobs and leave. Nobody should be able to see more than they need.',
    steps: { list: 'Get the lists of access rights', remove: 'Remove those that should not be there' },
  },
  privilegedAccessReview: {
    title: 'Review administrator privileges',
    why: 'Anyone who can do everything can also break everything. There must be as few as possible.',
    steps: { list: 'Get the list of administrators', remove: 'Remove those who should not be there' },
    evidence: 'Link to the list after the review',
  },
  logReview: {
    title: 'Review logs for unusual access',
    why: 'The logs show whether anybody has seen data they should not.',
  },
};

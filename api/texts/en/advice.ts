/** The security team's log of advice. */
export const advice = {
  title: 'Advice that the team has given',
  teach:
    'The team writes down who asked and what was answered. Then everybody gets the same answer, and it is found again.',
  add: 'Write advice down',
  change: 'Correct',
  changeOf: 'Correct the advice to {{name}}',
  who: 'Who asked?',
  whoMissing: 'Choose who asked.',
  answer: 'What was answered?',
  answerHint: 'Write it so that a colleague can give the same answer. No CPR numbers.',
  saved: 'The advice is saved.',
  saving: 'Saving',
  search: 'Search advice',
  nothing: 'No advice fits the search.',
  excel: 'Download as Excel',
  excelBusy: 'Downloading',
  sheet: 'Advice',
  fileName: 'Advice {{date}}',
  columns: { at: 'Day', askedBy: 'Who asked', centre: 'Centre', answer: 'What was answered', by: 'Answered by' },
};

/** The security team's log of advice. */
export const advice = {
  title: 'Advice given by the team',
  teach:
    'The team records who asked and what was answered, so that everyone gets the same answer and it can be found again.',
  add: 'Record advice',
  change: 'Change',
  changeOf: 'Change the advice to {{name}}',
  who: 'Who asked?',
  whoMissing: 'Choose who asked.',
  answer: 'What was answered?',
  answerHint: 'Write it so that a colleague can give the same answer. No CPR numbers.',
  saved: 'The advice is saved.',
  saving: 'Saving',
  search: 'Search advice',
  nothing: 'No advice matches the search.',
  excel: 'Download as Excel',
  excelBusy: 'Downloading',
  sheet: 'Advice',
  fileName: 'Advice {{date}}',
  columns: { at: 'Day', askedBy: 'Who asked', centre: 'Centre', answer: 'What was answered', by: 'Answered by' },
};

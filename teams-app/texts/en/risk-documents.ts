/** What the program itself writes about assets, risks and standards: checks, workbooks, Word, acceptance. */
export const riskDocuments = {
  title: 'Risks',
} as const;

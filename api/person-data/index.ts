/** What is kept about one person, as one file for whoever asks for it (GDPR article 15). Knows no feature but by its lists. */
export type { PersonalList } from './about-person.ts';
export { personDataRoutes } from './routes.ts';
export { personWorkbook } from './person-workbook.ts';

/** One person's data as a file, for access requests (GDPR article 15). Knows features by their lists only. */
export type { PersonalList } from './about-person.ts';
export { personDataRoutes } from './routes.ts';
export { personWorkbook } from './person-workbook.ts';

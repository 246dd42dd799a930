import { textOf } from '../../shared/texts/texts.ts';
import { sections, type Section } from './plan-values.ts';

/** What stops a draft from being sent, in words; the codes are the API's. */
export const lackText = (code: string): string => textOf(`contingencyPlans.lacks.${code}`) ?? code;

const elsewhere: Readonly<Record<string, Section>> = { trigger: 'triggers', phone: 'contacts', summary: 'about' };

/** The section where it is put right: most codes are called as it is. */
export const sectionOf = (code: string): Section =>
  elsewhere[code] ?? sections.find((section) => section === code) ?? 'basics';

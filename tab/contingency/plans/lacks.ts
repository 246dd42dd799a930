import { textOf } from '../../shared/texts/texts.ts';
import { sections, type Section } from './plan-values.ts';

/** What blocks submitting a draft, in words; the codes are the API's. */
export const lackText = (code: string): string => textOf(`contingencyPlans.lacks.${code}`) ?? code;

const elsewhere: Readonly<Record<string, Section>> = { trigger: 'triggers', phone: 'contacts', summary: 'about' };

/** The section to correct it in: most codes are its name. */
export const sectionOf = (code: string): Section =>
  elsewhere[code] ?? sections.find((section) => section === code) ?? 'basics';

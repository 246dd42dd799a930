import type { Context } from '../context.ts';
import type { Actor } from '../kernel/index.ts';
import type { TemplateView } from './contract.ts';
import type { TextGroups } from '../texts/catalogue.ts';

/** Template texts, by area; their content is at `procedureTexts.templates.<key>`. */
const templates: readonly (Pick<TemplateView, 'area' | 'kinds'> & { key: TextGroups<'procedureTexts.templates'> })[] = [
  { key: 'lockScreen', area: 'area-access', kinds: ['procedure', 'guideline'] },
  { key: 'newAndLeaving', area: 'area-access', kinds: ['procedure'] },
  { key: 'handOutRecords', area: 'area-personal-data', kinds: ['procedure'] },
  { key: 'sensitiveMail', area: 'area-mail', kinds: ['procedure', 'guideline'] },
  { key: 'mobileInCare', area: 'area-mobile', kinds: ['procedure', 'guideline'] },
  { key: 'photosOfChildren', area: 'area-personal-data', kinds: ['procedure', 'guideline'] },
  { key: 'paperAndPrint', area: 'area-paper', kinds: ['procedure', 'guideline'] },
  { key: 'reportIncident', area: 'area-incidents', kinds: ['procedure', 'guideline'] },
  { key: 'withoutCareSystem', area: 'area-contingency', kinds: ['procedure'] },
  { key: 'newSupplier', area: 'area-suppliers', kinds: ['procedure', 'guideline'] },
];

/** The templates in the actor's language. */
export function templatesOf(context: Context, actor: Actor): TemplateView[] {
  const t = context.texts(actor.language);
  return templates.map(({ key, area, kinds }) => ({
    key,
    area,
    kinds: [...kinds],
    title: t(`procedureTexts.templates.${key}.title`),
    why: t(`procedureTexts.templates.${key}.why`),
    text: t(`procedureTexts.templates.${key}.text`),
  }));
}

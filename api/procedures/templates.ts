import type { Context } from '../context.ts';
import type { Actor } from '../kernel/index.ts';
import type { TemplateView } from './contract.ts';

/** Texts to begin from, by area; their words are texts under `procedureTexts.templates.<key>`. */
const templates: readonly Pick<TemplateView, 'key' | 'area' | 'kinds'>[] = [
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
  const word = (key: string, name: string) => t(`procedureTexts.templates.${key}.${name}`);
  return templates.map(({ key, area, kinds }) => ({
    ...{ key, area, kinds: [...kinds] },
    ...{ title: word(key, 'title'), why: word(key, 'why'), text: word(key, 'text') },
  }));
}

import type { CentreRef } from '../../../api/http/contract.ts';
import type { ServiceView } from '../../../api/critical-services/contract.ts';
import type { Meaning } from '../../shared/forms/merge-fields.ts';
import { t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';
import { peakInWords } from './Peaks.tsx';
import { given, hoursOf, peakPeriod, type ServiceField, type ServiceFields, type Written } from './service-values.ts';
import { levelOf } from './words.ts';

/** People and systems are equal by id, durations in any unit. */
export const serviceMeaning: Meaning<ServiceFields> = (values, field) =>
  ({
    ...values,
    ownerId: values.ownerId?.id,
    mtd: hoursOf(values.mtd),
    rto: hoursOf(values.rto),
    rpo: hoursOf(values.rpo),
    impacts: values.impacts.filter(({ level, words }) => level !== '' || words !== ''),
    peaks: values.peaks.map(peakPeriod),
    needs: values.needs.map(({ key }) => key).toSorted(),
  })[field];

interface Known {
  settings: ServiceView['settings'];
  centres: readonly CentreRef[];
}

/** A field in words; a list has a line per item. */
export function saidBy(values: ServiceFields, field: ServiceField, { settings, centres }: Known): string {
  switch (field) {
    case 'audience':
      return values.audience && t(`contingency.audience.${values.audience}`);
    case 'centreId':
      return values.centreId
        ? (centres.find(({ id }) => id === values.centreId)?.title ?? values.centreId)
        : t('common.word.wholeMunicipality');
    case 'ownerId':
      return values.ownerId?.name ?? '';
    case 'impacts':
      return values.impacts.map((impact) => impactInWords(impact, settings)).join('\n');
    case 'mtd':
    case 'rto':
    case 'rpo':
      return hoursInWords(values[field]);
    case 'peaks':
      return values.peaks.map((peak) => [peak.title, peakInWords(peakPeriod(peak))].join(': ')).join('\n');
    case 'needs':
      return values.needs.map(({ title }) => title).join('\n');
    case 'reviewMonths':
      return t('criticalServices.form.months', { count: Number(values.reviewMonths) });
    case 'title':
    case 'description':
    case 'mtdReason':
    case 'minimumOperation':
      return values[field];
  }
}

/** Empty without a duration. */
export function hoursInWords(written: Written): string {
  const hours = given(written);
  return hours === undefined ? '' : asHours(hours);
}

function impactInWords({ hours, level, words }: ServiceFields['impacts'][number], settings: Known['settings']): string {
  const harm = level === '' ? t('criticalServices.unknown') : levelOf(settings, Number(level)).word;
  return [`${t('criticalServices.impact.after', { time: asHours(hours) })}: ${harm}`, words].filter(Boolean).join('. ');
}

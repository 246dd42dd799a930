import type { AssetRef } from '../../../api/assets/contract.ts';
import type { ServiceBody, ServiceView } from '../../../api/critical-services/contract.ts';
import type { PersonRef } from '../../../api/http/contract.ts';
import { hoursPer } from './words.ts';

/** A duration as typed. */
export interface Written {
  amount: string;
  unit: keyof typeof hoursPer;
}

/** Input, named as in the API, so that an error finds its field. */
export interface ServiceFields {
  title: string;
  description: string;
  audience: ServiceView['audience'] | '';
  /** Empty: the whole organisation. */
  centreId: string;
  ownerId: PersonRef | null;
  impacts: { hours: number; level: string; words: string }[];
  mtd: Written;
  rto: Written;
  rpo: Written;
  mtdReason: string;
  minimumOperation: string;
  peaks: { title: string; months: number[]; from: string; to: string; mtd: Written }[];
  needs: AssetRef[];
  reviewMonths: string;
}
export type ServiceField = keyof ServiceFields;
export const writtenOf = (hours: number | undefined): Written => {
  if (hours === undefined) return { amount: '', unit: 'hours' };
  const unit = (['weeks', 'days'] as const).find((one) => hours > 0 && hours % hoursPer[one] === 0) ?? 'hours';
  return { amount: String(hours / hoursPer[unit]).replace('.', ','), unit };
};

const mostHours = 8_784;
/** Hours; `undefined` when empty, `wrong` when not a duration. */
export function hoursOf({ amount, unit }: Written): number | undefined | 'wrong' {
  const text = amount.trim().replace(',', '.');
  if (text === '') return undefined;
  if (!/^\d{1,5}(\.\d{1,2})?$/.test(text)) return 'wrong';
  const hours = Number(text) * hoursPer[unit];
  return hours <= mostHours ? hours : 'wrong';
}
export const given = (written: Written): number | undefined => {
  const hours = hoursOf(written);
  return hours === 'wrong' ? undefined : hours;
};

type Settings = ServiceView['settings'];

/** The points of the settings, and those already described. */
function impactsOf(points: readonly number[], known: ServiceView['impacts']): ServiceFields['impacts'] {
  const all = [...new Set([...points, ...known.map(({ hours }) => hours)])].sort((one, other) => one - other);
  return all.map((hours) => {
    const impact = known.find((one) => one.hours === hours);
    return { hours, level: impact ? String(impact.level) : '', words: impact?.words ?? '' };
  });
}

/** In display order. */
export const fieldsOf = (service: ServiceView | undefined, { points }: Settings, centreId = ''): ServiceFields => ({
  title: service?.title ?? '',
  description: service?.description ?? '',
  audience: service?.audience ?? '',
  centreId: service ? (service.centre?.id ?? '') : centreId,
  ownerId: service?.owner ?? null,
  impacts: impactsOf(points, service?.impacts ?? []),
  mtd: writtenOf(service?.mtd),
  mtdReason: service?.mtdReason ?? '',
  rto: writtenOf(service?.rto),
  rpo: writtenOf(service?.rpo),
  minimumOperation: service?.minimumOperation ?? '',
  peaks: (service?.peaks ?? []).map(({ title, months, days, mtd }) => ({
    title,
    months,
    mtd: writtenOf(mtd),
    from: days ? String(days.from) : '',
    to: days ? String(days.to) : '',
  })),
  needs: service?.needed.filter(({ direct }) => direct).map(({ asset }) => asset) ?? [],
  reviewMonths: String(service?.reviewMonths ?? 12),
});

/** For the API; undefined until the audience is chosen. */
export function bodyOf(values: ServiceFields): ServiceBody | undefined {
  const { title, description, mtdReason, minimumOperation } = values;
  const { audience, centreId, ownerId, impacts, peaks, needs, reviewMonths, mtd, rto, rpo } = values;
  if (audience === '') return undefined;
  const figures = { mtd: given(mtd), rto: given(rto), rpo: given(rpo) };
  return {
    title,
    description,
    mtdReason,
    minimumOperation,
    audience,
    reviewMonths: Number(reviewMonths),
    needs: needs.map(({ key }) => key),
    impacts: impacts
      .filter(({ level }) => level !== '')
      .map(({ hours, level, words }) => ({ hours, level: Number(level), words })),
    peaks: peaks.map(peakPeriod),
    ...Object.fromEntries(Object.entries(figures).filter(([, hours]) => hours !== undefined)),
    ...(centreId ? { centreId } : {}),
    ...(ownerId ? { ownerId: ownerId.id } : {}),
  };
}

export function peakPeriod({ title, months, from, to, mtd }: ServiceFields['peaks'][number]) {
  const hours = given(mtd);
  return {
    title,
    months,
    ...(from ? { days: { from: Number(from), to: Number(to || from) } } : {}),
    ...(hours ? { mtd: hours } : {}),
  };
}

/** The first point with less impact than an earlier one. */
export function fallsAt(impacts: ServiceFields['impacts']): number | undefined {
  let worst = -1;
  for (const [place, { level }] of impacts.entries()) {
    if (level === '') continue;
    if (Number(level) < worst) return place;
    worst = Number(level);
  }
  return undefined;
}

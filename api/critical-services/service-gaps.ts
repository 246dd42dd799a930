import { findAsset } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { todayOf, type LocalDate } from '../kernel/index.ts';
import { acceptanceOf, type Acceptance } from './acceptance.ts';
import type { serviceGaps } from './contract.ts';
import type { CriticalService } from './service-lists.ts';
import { reviewOnOf } from './services.ts';
import { isSoundDowntime } from './sound-hours.ts';

export type ServiceGap = (typeof serviceGaps)[number];

interface Around {
  acceptance: Acceptance['state'];
  today: LocalDate;
  isOutOfUse(assetKey: string): boolean;
}

interface Rule {
  gap: ServiceGap;
  fails(service: CriticalService, around: Around): boolean;
}

/** Data a service needs to be useful in an outage (R4), one rule per row, worst first. */
const rules: readonly Rule[] = [
  { gap: 'noMtd', fails: ({ mtd }) => !isSoundDowntime(mtd) },
  { gap: 'rtoNotBelowMtd', fails: ({ mtd, rto }) => isSoundDowntime(mtd) && isSoundDowntime(rto) && rto >= mtd },
  { gap: 'noNeeds', fails: ({ needs }) => needs.length === 0 },
  { gap: 'needsRetired', fails: ({ needs }, { isOutOfUse }) => needs.some(isOutOfUse) },
  { gap: 'noImpact', fails: ({ impacts }) => impacts.length === 0 },
  { gap: 'notAccepted', fails: ({ mtd }, { acceptance }) => isSoundDowntime(mtd) && acceptance !== 'accepted' },
  { gap: 'reviewOverdue', fails: (service, { today }) => reviewOnOf(service) < today },
];

/** A service's gaps on a day. None for retired services. Pure. */
export const serviceGapsOn = (service: CriticalService, around: Around): ServiceGap[] =>
  service.state === 'retired' ? [] : rules.filter(({ fails }) => fails(service, around)).map(({ gap }) => gap);

/** A service's gaps today, worst first (R4). From memory. */
export const serviceGapsOf = (context: Context, service: CriticalService): ServiceGap[] =>
  serviceGapsOn(service, {
    acceptance: acceptanceOf(context, service.key).state,
    today: todayOf(context.clock),
    isOutOfUse: (assetKey) => findAsset(context, assetKey)?.state === 'retired',
  });

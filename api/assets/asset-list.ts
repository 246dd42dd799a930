import { z } from 'zod';
import { isInRange, type CentreId, type PersonId } from '../kernel/index.ts';
import {
  choice,
  date,
  defineList,
  id,
  json,
  longText,
  moment,
  named,
  optional,
  text,
  type RecordIn,
  momentIn,
} from '../sharepoint/index.ts';
import { assetFields, assetKinds, assetStates, criticalities, dataSubjectGroups, hostings } from './contract.ts';
import { carried, personalDataKinds } from './contract.ts';

/** Why an asset needs no risk assessment, and who decided. */
const notNeeded = z.object({
  reason: z.string(),
  by: z.string() as unknown as z.ZodType<PersonId>,
  at: momentIn,
});
const centreIds = z.array(z.string()) as unknown as z.ZodType<CentreId[]>;

const isDayOrNone = (day: string | undefined): boolean => day === undefined || isInRange(day);
const datedCarried = carried
  .refine(({ scoredOn }) => isDayOrNone(scoredOn), { path: ['scoredOn'] })
  .refine(({ agreementOn }) => isDayOrNone(agreementOn), { path: ['agreementOn'] });

/** IT systems and work processes (R1), with the assets each depends on. */
export const Assets = defineList('Assets', {
  describe: 'IT systems and work processes: owner, users, data, criticality and what each depends on (R1).',
  columns: {
    title: text('Name'),
    kind: choice(assetKinds, 'IT system or work process'),
    description: named('Purpose', longText('What it is for')),
    centreId: optional(id<CentreId>('The centre that owns it')),
    ownerId: optional(id<PersonId>('The person who answers for it')),
    usedBy: json(centreIds, 'Centres that use it'),
    supplier: optional(text('Supplier')),
    personalData: json(z.array(z.enum(personalDataKinds)), 'Kinds of personal data'),
    dataSubjects: json(z.array(z.enum(dataSubjectGroups)), 'Whose data'),
    criticality: choice(criticalities, 'What it means when it is away'),
    hosting: choice(hostings, 'Where it runs'),
    state: choice(assetStates, 'Planned, in use or retired'),
    dependsOn: json(z.array(z.string()), 'Keys of assets that it cannot do without'),
    links: json(assetFields.links.unwrap(), 'Links'),
    externalId: optional(text('Id in another register')),
    notNeeded: optional(json(notNeeded, 'Why no risk assessment is needed, who decided and when')),
    carried: optional(json(datedCarried, 'Taken over from another register: score, day, agreement with the processor')),
    retiredReason: optional(longText('Why it was taken out of use')),
    countsFrom: optional(date('Day its first assessment and plan are counted from; absent: that of the latest change')),
    changedAt: moment('When it was last changed'),
    changedBy: id<PersonId>('Who changed it'),
  },
});
export type Asset = RecordIn<typeof Assets>;

import type { ShownContent } from '../../../api/contingency/contract.ts';
import type { PersonRef } from '../../../api/http/contract.ts';

interface Holder {
  person?: PersonRef | undefined;
  left: boolean;
}

const holdersIn = ({ firstHour, steps, returnToNormal, contacts }: ShownContent): Holder[] => [
  ...firstHour,
  ...steps,
  ...returnToNormal,
  ...contacts,
];

const once = (people: readonly PersonRef[]): PersonRef[] => [
  ...new Map(people.map((person) => [person.id, person])).values(),
];

/** People named in the plan, distinct. */
export const namedIn = (content: ShownContent): PersonRef[] =>
  once(holdersIn(content).flatMap(({ person }) => person ?? []));

/** Leavers among them, distinct. */
export const leftIn = (content: ShownContent): PersonRef[] =>
  once(holdersIn(content).flatMap(({ person, left }) => (left && person ? person : [])));

/** Contacts with another number in the directory; sent by the API to the plan's editors only. */
export const otherPhonesIn = ({ contacts }: ShownContent) =>
  contacts.flatMap(({ key, person, role, phone, otherPhone }) =>
    otherPhone === undefined ? [] : [{ key, name: person?.name ?? role, phone, otherPhone }],
  );

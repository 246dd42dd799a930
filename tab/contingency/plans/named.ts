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

/** The people that the plan names, each once. */
export const namedIn = (content: ShownContent): PersonRef[] =>
  once(holdersIn(content).flatMap(({ person }) => person ?? []));

/** Those of them who have left, each once. */
export const leftIn = (content: ShownContent): PersonRef[] =>
  once(holdersIn(content).flatMap(({ person, left }) => (left && person ? person : [])));

/** Contacts of whom the directory has another number; the API tells only whoever keeps the plan. */
export const otherPhonesIn = ({ contacts }: ShownContent) =>
  contacts.flatMap(({ key, person, role, phone, otherPhone }) =>
    otherPhone === undefined ? [] : [{ key, name: person?.name ?? role, phone, otherPhone }],
  );

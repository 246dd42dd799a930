import type { RoundBody, RoundView } from '../../api/awareness/contract.ts';
import type { PersonRef } from '../../api/http/contract.ts';

/** A round in its form: numbers as typed, people with their names. */
export interface RoundValues {
  courseKey: string;
  title: string;
  opensOn: string;
  dueOn: string;
  newWithinDays: string;
  basis: 'round' | 'lastCompletion';
  who: 'everybody' | 'chosen';
  centreIds: string[];
  groupIds: string[];
  persons: PersonRef[];
  selfDeclared: boolean;
}

const daysForTheNew = 30;

/** A new round opens today without an end date; a changed one has its values. People without a name get `unnamed`. */
export function valuesOf(round: RoundView | undefined, today: string, unnamed: string): RoundValues {
  if (!round)
    return {
      courseKey: '',
      title: '',
      opensOn: today,
      dueOn: '',
      newWithinDays: String(daysForTheNew),
      basis: 'round',
      who: 'everybody',
      centreIds: [],
      groupIds: [],
      persons: [],
      selfDeclared: true,
    };
  const { courseKey, title, opensOn, dueOn, newWithinDays, basis, obliged, selfDeclared } = round;
  return {
    courseKey,
    title,
    opensOn,
    dueOn,
    newWithinDays: String(newWithinDays),
    basis,
    who: obliged.everybody ? 'everybody' : 'chosen',
    centreIds: obliged.centreIds,
    groupIds: obliged.groupIds,
    persons: obliged.personIds.map((id) => round.persons?.find((person) => person.id === id) ?? { id, name: unnamed }),
    selfDeclared,
  };
}

export const daysOf = ({ newWithinDays }: Pick<RoundValues, 'newWithinDays'>): number | undefined => {
  const days = Number(newWithinDays);
  return Number.isInteger(days) && days >= 1 && days <= 365 ? days : undefined;
};

/** Whether anybody is selected. */
export const choosesSomebody = ({
  who,
  centreIds,
  groupIds,
  persons,
}: Pick<RoundValues, 'who' | 'centreIds' | 'groupIds' | 'persons'>): boolean =>
  who === 'everybody' || centreIds.length + groupIds.length + persons.length > 0;

/** The form for the API; undefined while a required field is empty or invalid. */
export function bodyOf(values: RoundValues): RoundBody | undefined {
  const { courseKey, title, opensOn, dueOn, basis, who, centreIds, groupIds, persons, selfDeclared } = values;
  const newWithinDays = daysOf(values);
  if (!courseKey || !title.trim() || !opensOn || !dueOn || dueOn < opensOn || newWithinDays === undefined)
    return undefined;
  const everybody = who === 'everybody';
  return {
    courseKey,
    title: title.trim(),
    opensOn,
    dueOn,
    newWithinDays,
    basis,
    obliged: {
      everybody,
      centreIds: everybody ? [] : centreIds,
      groupIds: everybody ? [] : groupIds,
      personIds: everybody ? [] : persons.map(({ id }) => id),
    },
    selfDeclared,
  };
}

import {
  isCentreRole,
  type AssignableRole,
  type CentreId,
  type Passed,
  type PersonId,
  type Responsible,
} from '../kernel/index.ts';

/** `left` includes people unknown to the list, or not hired yet. */
export type Status = 'atWork' | 'onLeave' | 'left';

/** Presence on one day. */
export interface Roster {
  status(personId: PersonId): Status;
  /** The named stand-in for an absent person, if at work. */
  standIn(personId: PersonId): PersonId | undefined;
  /** Appointed people, the chair first; including those away, or gone with a running appointment. */
  holders(role: AssignableRole, centreId: CentreId | undefined): readonly PersonId[];
}

/** A hand-over in force. */
export interface Received {
  from: PersonId;
  to: PersonId;
  note?: string;
}

/** Who has it, and why when it passed from another. */
export interface Assigned {
  personId: PersonId;
  passed?: Passed;
}

interface Step {
  people: readonly PersonId[];
  /** Set when it came by a hand-over. */
  handedOver?: Pick<Received, 'from' | 'note'>;
  /** They have it by their role. */
  role?: AssignableRole;
  /** They stand in for the person named. */
  standIn?: true;
}

/**
 * Who has the work: the latest hand-over's receiver, the person named, the holders of the role, the centre's ISK, its
 * manager, the CISO, the security team; a stand-in takes the place of the absent. The first of them at work; if none
 * is, the first still employed. `undefined` only when none exists. `received` has the newest hand-over first.
 */
export function assign(
  responsible: Responsible,
  roster: Roster,
  received: readonly Received[] = [],
): Assigned | undefined {
  const steps = stepsOf(responsible, roster, received);
  const found = first(steps, roster, 'atWork') ?? first(steps, roster, 'onLeave');
  if (!found) return undefined;
  const passed: Passed | undefined = found.inSteadOf
    ? { reason: 'onLeave', from: found.inSteadOf }
    : whyPassed(steps, found.step, roster);
  return passed ? { personId: found.personId, passed } : { personId: found.personId };
}

function stepsOf(responsible: Responsible, roster: Roster, received: readonly Received[]): Step[] {
  const { personId, role, centreId } = responsible;
  const steps: Step[] = received.map(({ to, ...handedOver }) => ({ people: [to], handedOver }));
  if (personId !== undefined) steps.push({ people: [personId] });
  if (role !== undefined) {
    const holders = { people: roster.holders(doerOf(role), centreId), role: doerOf(role) };
    steps.push(personId === undefined ? holders : { ...holders, standIn: true });
  }
  const standIns: AssignableRole[] =
    centreId === undefined ? ['ciso', 'securityTeam'] : ['coordinator', 'centreManager', 'ciso', 'securityTeam'];
  for (const standIn of standIns)
    steps.push({ people: roster.holders(standIn, centreId), role: standIn, standIn: true });
  return steps;
}

/** Byrådet decides in meetings, not in Teams: its secretary does and records its part (R10). */
const doerOf = (role: AssignableRole): AssignableRole => (role === 'cityCouncil' ? 'councilSecretary' : role);

function first(steps: readonly Step[], roster: Roster, status: Status) {
  for (const step of steps) {
    for (const personId of step.people) {
      if (roster.status(personId) === status) return { step, personId };
      const standIn = status === 'atWork' ? standInFor(step, personId, roster) : undefined;
      if (standIn !== undefined) return { step, personId: standIn, inSteadOf: personId };
    }
  }
  return undefined;
}

/**
 * A centre’s role comes with standing in; work of other roles only for those eligible for it: the CISO and the security
 * team, and holders of the role.
 */
function standInFor({ role }: Step, personId: PersonId, roster: Roster): PersonId | undefined {
  const standIn = roster.standIn(personId);
  if (standIn === undefined || role === undefined || isCentreRole(role)) return standIn;
  const able = [role, 'ciso', 'securityTeam'] as const;
  return able.some((one) => roster.holders(one, undefined).includes(standIn)) ? standIn : undefined;
}

/** Explains with the one who should have had it. */
function whyPassed(steps: readonly Step[], found: Step, roster: Roster): Passed | undefined {
  const [should] = steps;
  if (should === undefined || should === found) {
    if (found.handedOver) {
      const { from, note } = found.handedOver;
      return { reason: 'handedOver', from, ...(note ? { note } : {}) };
    }
    return found.standIn ? { reason: 'vacant' } : undefined;
  }
  const away = should.people.find((one) => roster.status(one) === 'onLeave');
  if (away !== undefined) return { reason: 'onLeave', from: away };
  const [gone] = should.people;
  return gone === undefined ? { reason: 'vacant' } : { reason: 'left', from: gone };
}

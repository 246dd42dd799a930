import type { AssignableRole, CentreId, Passed, PersonId, Responsible } from '../kernel/index.ts';

/** `left` is also whoever the list of people does not know, or who is not hired yet. */
export type Standing = 'atWork' | 'onLeave' | 'left';

/** Who is there on one day. */
export interface Roster {
  standing(personId: PersonId): Standing;
  /** Whoever is appointed, the chair first; also those who are away or have left while their appointment runs on. */
  holders(role: AssignableRole, centreId: CentreId | undefined): readonly PersonId[];
}

/** A hand-over in force. */
export interface Received {
  from: PersonId;
  to: PersonId;
}

/** Whose it is, and why when it was somebody else's first. */
export interface Assigned {
  personId: PersonId;
  passed?: Passed;
}

interface Step {
  people: readonly PersonId[];
  /** Set when these people have it by a hand-over. */
  handedOverBy?: PersonId;
  /** These stand in for whoever was named. */
  standIn?: true;
}

/**
 * Whose the work is: the latest hand-over's receiver, the person named, whoever holds the role, the centre's ISK, its
 * manager, the CISO, the security team. The first of them at work; when nobody is, the first still employed. `undefined`
 * only when none of them exists. `received` has the newest hand-over first.
 */
export function assign(
  responsible: Responsible,
  roster: Roster,
  received: readonly Received[] = [],
): Assigned | undefined {
  const steps = stepsOf(responsible, roster, received);
  const found = first(steps, roster, 'atWork') ?? first(steps, roster, 'onLeave');
  if (!found) return undefined;
  const passed = whyPassed(steps, found.step, roster);
  return passed ? { personId: found.personId, passed } : { personId: found.personId };
}

function stepsOf(responsible: Responsible, roster: Roster, received: readonly Received[]): Step[] {
  const { personId, role, centreId } = responsible;
  const steps: Step[] = received.map(({ from, to }) => ({ people: [to], handedOverBy: from }));
  if (personId !== undefined) steps.push({ people: [personId] });
  if (role !== undefined) {
    const holders = { people: roster.holders(doerOf(role), centreId) };
    steps.push(personId === undefined ? holders : { ...holders, standIn: true });
  }
  const standIns: AssignableRole[] =
    centreId === undefined ? ['ciso', 'securityTeam'] : ['coordinator', 'centreManager', 'ciso', 'securityTeam'];
  for (const standIn of standIns) steps.push({ people: roster.holders(standIn, centreId), standIn: true });
  return steps;
}

/** Byrådet decides in meetings and not in Teams: its secretary does and records what is its (R10). */
const doerOf = (role: AssignableRole): AssignableRole => (role === 'cityCouncil' ? 'councilSecretary' : role);

function first(steps: readonly Step[], roster: Roster, standing: Standing) {
  for (const step of steps) {
    const personId = step.people.find((one) => roster.standing(one) === standing);
    if (personId !== undefined) return { step, personId };
  }
  return undefined;
}

/** The one who should have had it says why it went on. */
function whyPassed(steps: readonly Step[], found: Step, roster: Roster): Passed | undefined {
  const [should] = steps;
  if (should === undefined || should === found) {
    if (found.handedOverBy !== undefined) return { reason: 'handedOver', from: found.handedOverBy };
    return found.standIn ? { reason: 'vacant' } : undefined;
  }
  const away = should.people.find((one) => roster.standing(one) === 'onLeave');
  if (away !== undefined) return { reason: 'onLeave', from: away };
  const [gone] = should.people;
  return gone === undefined ? { reason: 'vacant' } : { reason: 'left', from: gone };
}

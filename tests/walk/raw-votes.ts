import { z } from 'zod';
import type { World } from '../../teams-app/emulator/world.ts';
import { byKey, dayIn, jsonIn, rawItems, text, type Fields } from './raw-items.ts';

/** A seat without a vote, and who acts in it. */
export interface OpenSeat {
  title: string;
  /** The stage's; '' for a body of the whole organisation. */
  centreId: string;
  due: string;
  actorId: string;
}

const stage = z.looseObject({
  ...{ body: z.string(), rule: z.string(), state: z.string(), personId: z.string().optional() },
  ...{ centreId: z.string().optional(), dueOn: z.string().optional() },
  votes: z.array(z.looseObject({ seat: z.string(), by: z.string() })),
});
type Stage = z.output<typeof stage>;

const isCentreRole = (role: string): boolean => ['centreManager', 'coordinator'].includes(role);

/**
 * Pending votes: every seat of an open stage without one. A member on leave is represented by the deputy, or in a
 * centre’s role by the stand-in; the submitter has no vote, and the CISO replaces a centre's manager who cannot vote.
 */
export function openSeats(world: World, atWork: ReadonlySet<string>, today: string): OpenSeat[] {
  return rawItems(world, 'ApprovalRequests').flatMap((request) => {
    if (text(request, 'State') !== 'open') return [];
    const open = jsonIn(request, 'Stages', z.array(stage)).find(({ state }) => state === 'open');
    if (!open || open.rule === 'external') return [];
    const sender = text(request, 'SubmittedBy');
    const may = (seat: [holder: string, actorId: string]) => atWork.has(seat[1]) && !seat.includes(sender);
    const own = seatsOf(world, open, today, atWork).filter(may);
    const isVacant = own.length === 0 && open.body === 'centreManager';
    const seats = isVacant ? seatsOf(world, { body: 'ciso' }, today, atWork).filter(may) : own;
    const voted = votedSeats(open);
    return seats.flatMap(([holder, actorId]): OpenSeat[] => {
      if (voted.has(holder)) return [];
      return [{ title: text(request, 'Title'), centreId: open.centreId ?? '', due: open.dueOn ?? '', actorId }];
    });
  });
}

/** A seat's latest vote counts, without duplicates. */
function votedSeats({ votes }: Stage): ReadonlySet<string> {
  const found = new Map<string, string>();
  for (const { seat, by } of votes) {
    for (const [other, voter] of found) if (voter === by) found.delete(other);
    found.set(seat, by);
  }
  return new Set(found.keys());
}

/** Every seat with who acts in it; '' if nobody. By appointment, and by membership of a group with the role. */
function seatsOf(
  world: World,
  { body, personId, centreId }: Partial<Stage>,
  today: string,
  atWork: ReadonlySet<string>,
): [holder: string, actorId: string][] {
  const isHere = (one: Fields): boolean =>
    text(one, 'Role') === body && (!isCentreRole(body ?? '') || text(one, 'CentreId') === centreId);
  const deputies = new Map<string, string>();
  for (const one of rawItems(world, 'RoleAssignments')) {
    const [holder, last] = [text(one, 'PersonId'), dayIn(one, 'EndsOn')];
    if (!isHere(one) || dayIn(one, 'StartsOn') > today || (last !== '' && last < today)) continue;
    deputies.set(holder, deputies.get(holder) || text(one, 'DeputyId'));
  }
  for (const one of rawItems(world, 'RoleGroups').filter(isHere))
    for (const id of world.directory.members(text(one, 'GroupId'))) deputies.set(id, deputies.get(id) ?? '');
  const people = byKey(world, 'People');
  const taken = new Set(deputies.keys());
  const seats = [...deputies].map(([holder, deputy]): [string, string] => {
    if (atWork.has(holder)) return [holder, holder];
    const person = people.get(holder);
    const left = person ? dayIn(person, 'LeftOn') : today;
    const standIn = person && isCentreRole(body ?? '') ? text(person, 'StandInId') : '';
    const acting = left === '' || left > today ? deputy || standIn : '';
    if (!atWork.has(acting) || taken.has(acting)) return [holder, ''];
    taken.add(acting);
    return [holder, acting];
  });
  if (personId === undefined) return seats;
  return [seats.find(([holder]) => holder === personId) ?? [personId, personId]];
}

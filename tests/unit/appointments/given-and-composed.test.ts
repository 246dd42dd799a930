import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appointmentSubject } from '../../../api/appointments/index.ts';
import { submitAppointment } from '../../../api/appointments/decide-appointment.ts';
import { proposeAppointment } from '../../../api/appointments/propose-appointment.ts';
import { ApprovalRequests, latestRequest } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { asAppError, nowOf, within } from '../../../api/kernel/index.ts';
import { assignRole, endRole, RoleAssignments } from '../../../api/organisation/index.ts';
import { aTown, day, person, refusal, the } from '../organisation/builders.ts';

const role = 'securityCommittee' as const;
type Act =
  | { what: 'composed'; startsOn: string; people: string[] }
  | { what: 'given'; startsOn: string; endsOn: string | undefined; who: string }
  | { what: 'ended'; endsOn: string };
/** `undoneAs`: its place in the order of those that are taken back; undefined: it stands. */
type Done = Act & { undoneAs: number | undefined };

const days = ['2026-12-01', '2026-12-15', '2027-01-01', '2027-02-01'];
const people = ['bo', 'anne', 'team', 'isk-nord', 'committee'];
const undoneAs = fc.option(fc.nat({ max: 9 }), { nil: undefined });
const act: fc.Arbitrary<Done> = fc.oneof(
  fc.record({
    what: fc.constant('composed' as const),
    startsOn: fc.constantFrom(...days),
    people: fc.uniqueArray(fc.constantFrom(...people), { minLength: 1, maxLength: 2 }),
    undoneAs,
  }),
  fc.record({
    what: fc.constant('given' as const),
    startsOn: fc.constantFrom(...days, '2026-12-10'),
    endsOn: fc.constantFrom(undefined, '2027-01-20', '2027-06-30'),
    who: fc.constantFrom(...people),
    undoneAs,
  }),
  fc.record({
    what: fc.constant('ended' as const),
    endsOn: fc.constantFrom('2026-11-26', '2026-12-05', '2027-01-10'),
    undoneAs: fc.constant(undefined),
  }),
);

/** Does it, and says which appointments it has made; undefined: it is refused, or one that is there already. */
async function done(context: Context, one: Act): Promise<string[] | undefined> {
  const ciso = the(context, 'ciso');
  const before = new Set(keys(context));
  const made = () => keys(context).filter((key) => !before.has(key));
  const run = async () => {
    if (one.what === 'ended') {
      const sitting = `${role}_committee_all`;
      await endRole(context, ciso, { key: sitting, endsOn: day(one.endsOn) });
    } else if (one.what === 'given') {
      const end = one.endsOn === undefined ? {} : { endsOn: day(one.endsOn) };
      await assignRole(context, ciso, {
        ...{ personId: person(one.who), role, chair: false, startsOn: day(one.startsOn) },
        ...end,
      });
    } else {
      const members = one.people.map((personId, place) => ({ personId, chair: place === 0 }));
      const about = { role, startsOn: one.startsOn, endsOn: '2028-11-30', reason: 'Alle områder er med.', members };
      const { key } = await proposeAppointment(context, ciso, about);
      await submitAppointment(context, ciso, key);
      const request = latestRequest(context, 'appointment', key);
      const ended = await context
        .list(ApprovalRequests)
        .update(request?.key ?? '', () => ({ state: 'approved', endedAt: nowOf(context.clock) }));
      await appointmentSubject.ended(context, ended);
    }
  };
  const appointments = await run().then(made, (thrown: unknown) => void asAppError(thrown));
  return one.what === 'given' && appointments?.length === 0 ? undefined : appointments;
}
const keys = (context: Context): string[] =>
  context
    .list(RoleAssignments)
    .all()
    .map(({ key }) => key);

/** Who holds the role, on some days. */
const holders = (context: Context): string[] =>
  ['2026-11-25', '2026-12-02', '2026-12-08', '2026-12-12', '2026-12-20', '2027-01-05', '2027-01-15', '2027-03-01']
    .flatMap((on) =>
      context
        .list(RoleAssignments)
        .all()
        .filter((one) => one.role === role && within(day(on), one.startsOn, one.endsOn))
        .map(({ personId }) => `${on} ${personId}`),
    )
    .toSorted();

const minute = (number: number) => `2026-11-24T09:${String(number).padStart(2, '0')}:00.000Z`;

describe('roles that are given and ended by hand, and compositions that bodies decide', () => {
  it('are as if what is taken back had never been, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 4 }), async (acts) => {
        const { context, setNow } = await aTown(minute(0));
        const made = new Map<Done, string[]>();
        for (const [place, one] of acts.entries()) {
          setNow(minute(place + 1));
          const appointments = await done(context, one);
          if (appointments) made.set(one, appointments);
        }
        const undone = [...made.keys()]
          .filter((one) => one.undoneAs !== undefined)
          .toSorted((one, other) => (one.undoneAs ?? 0) - (other.undoneAs ?? 0));
        setNow(minute(20));
        for (const one of undone)
          for (const key of made.get(one) ?? [])
            await endRole(context, the(context, 'ciso'), { key, endsOn: day('2026-11-24') });
        const only = await aTown(minute(0));
        for (const [place, one] of acts.entries()) {
          only.setNow(minute(place + 1));
          if (!made.has(one) || undone.includes(one)) continue;
          // What is possible only because of what is taken back has no such comparison.
          if ((await done(only.context, one)) === undefined) return;
        }
        expect(holders(context)).toEqual(holders(only.context));
      }),
      { numRuns: 150 },
    );
  });

  it('come back also after a role that was given meanwhile, when that is withdrawn too', async () => {
    const { context } = await aTown(minute(0));
    const composed = { what: 'composed', startsOn: '2026-12-01' } as const;
    await done(context, { ...composed, people: ['team'] });
    const [second] = (await done(context, { ...composed, people: ['bo'] })) ?? [];
    const given = await done(context, { what: 'given', startsOn: '2026-12-10', endsOn: undefined, who: 'team' });
    const withdraw = (key = '') => endRole(context, the(context, 'ciso'), { key, endsOn: day('2026-11-24') });
    await withdraw(second);
    expect(holders(context)).toContain('2026-12-12 team');
    await withdraw(given?.[0]);
    expect(holders(context)).toEqual(expect.arrayContaining(['2026-12-02 team', '2027-03-01 team']));
  });

  it('are not made longer into another of the same person', async () => {
    const { context } = await aTown(minute(0));
    await done(context, { what: 'ended', endsOn: '2026-12-05' });
    await done(context, { what: 'given', startsOn: '2026-12-10', endsOn: undefined, who: 'committee' });
    const sitting = { key: `${role}_committee_all`, endsOn: day('2026-12-20') };
    expect(await refusal(() => endRole(context, the(context, 'ciso'), sitting))).toBe('organisation.endOverlaps');
  });
});

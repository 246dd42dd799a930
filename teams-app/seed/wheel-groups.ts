import type { WheelActivity } from '../../api/annual-wheel/activity-list.ts';
import type { NetworkMeeting } from '../../api/annual-wheel/meetings/meeting-list.ts';
import type { WheelPlan } from '../../api/annual-wheel/plans/plan-list.ts';
import { policySteps } from '../../api/annual-wheel/plans/policy-steps.ts';
import { addDays, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import { workingDayFrom } from '../../api/working-days.ts';
import { wheelPlan } from '../../api/texts/da/wheel-plan.ts';
import { keyPeople } from './key-people.ts';
import type { SeedPerson } from './people.ts';

const planKey = 'plan-policy-4-0';
const heldKey = 'netvaerk-efteraar';
/** Days relative to seeding. */
const planBegan = -6;
const meetingHeld = -48;
const meetingComing = 13;
const leadDays = 14;

const iskCodes = new Set(
  keyPeople.filter(({ roles }) => roles?.some(({ role }) => role === 'coordinator')).map(({ code }) => code),
);
const attendanceOf = (come: boolean, index: number) => {
  if (!come) return 'invited';
  return index % 4 === 3 ? 'excused' : 'attended';
};

const morning = (day: LocalDate) => `${day}T08:00:00.000Z` as Instant;

function oneOff(
  key: string,
  made: LocalDate,
  due: LocalDate,
  by: PersonId,
  fields: Pick<WheelActivity, 'title' | 'why' | 'source' | 'role' | 'scope' | 'groupKey'> & { personId?: PersonId },
): WheelActivity {
  return {
    key,
    ...fields,
    leadDays,
    steps: [],
    evidence: '',
    revisions: [{ from: made, scope: fields.scope, startsOn: due, basis: 'calendar' }],
    history: [{ at: morning(made), by, what: 'made' }],
  };
}

/** The plan for the policy in force, and network meetings: a past one with a task, and a planned one. */
export function wheelGroups(people: readonly SeedPerson[], today: LocalDate, ciso: PersonId) {
  const coordinators = people.filter(({ code }) => code !== undefined && iskCodes.has(code));
  const began = addDays(today, planBegan);
  const plan: WheelPlan = {
    key: planKey,
    title: 'Indfør informationssikkerhedspolitik 4.0',
    policyVersionKey: 'policy-4-0',
    startsOn: began,
    madeBy: ciso,
    madeAt: morning(began),
  };
  const steps = new Map(Object.entries(wheelPlan.steps));
  const planned = policySteps.map(({ key, role, scope, source, afterDays }) => {
    const { title, why } = steps.get(key) ?? { title: key, why: '' };
    const fields = { title, why, source, role, scope, groupKey: planKey };
    return oneOff(`${planKey}-${key}`, began, addDays(began, afterDays), ciso, fields);
  });
  const held = workingDayFrom(addDays(today, meetingHeld));
  const meeting = (key: string, title: string, on: LocalDate, come: boolean): NetworkMeeting => ({
    key,
    title,
    on,
    startsAt: '09:30',
    minutes: 120,
    place: 'Rådhuset, mødelokale 2',
    agenda: [
      'Nyt fra Informationssikkerhedsteamet',
      'Erfaringer fra centrene',
      'Årshjulet det næste kvartal',
      'Eventuelt',
    ],
    people: coordinators.map(({ id }, index) => ({ person: id as PersonId, attendance: attendanceOf(come, index) })),
    ...(come ? { minutesLink: 'https://ishoj.sharepoint.com/sites/informationssikkerhed/referat-efteraar' } : {}),
    calledBy: ciso,
    calledAt: morning(addDays(on, -30)),
  });
  const [first] = coordinators;
  const agreed = (key: string, dueIn: number, personId: string, title: string) =>
    oneOff(key, held, addDays(today, dueIn), ciso, {
      title,
      why: 'Aftalt på netværksmødet i efteråret',
      source: 'R16',
      role: 'securityTeam',
      scope: 'organisation',
      groupKey: heldKey,
      personId: personId as PersonId,
    });
  // Whatever the first day, the CISO is reminded of something that she can mark as done.
  const followUp = [
    ...(first
      ? [agreed('netvaerk-efteraar-1', 9, first.id, 'Del centrets tjekliste for nye ansatte med netværket')]
      : []),
    agreed('netvaerk-efteraar-2', 4, ciso, 'Find en oplægsholder til netværksmødet i vinter'),
  ];
  return {
    plans: [plan],
    activities: [...planned, ...followUp],
    meetings: [
      meeting(heldKey, 'Netværksmøde, efterår', held, true),
      meeting('netvaerk-vinter', 'Netværksmøde, vinter', workingDayFrom(addDays(today, meetingComing)), false),
    ],
  };
}

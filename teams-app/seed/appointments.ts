import type { AppointmentProposal } from '../../api/appointments/index.ts';
import { addDays, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import type { RoleAssignment } from '../../api/organisation/role-assignment-list.ts';
import { isoMoment } from './calendar.ts';

const moment = (day: LocalDate) => isoMoment(new Date(`${day}T09:00:00Z`));
const cisoDecision = 'udpegning-ciso';
/** The CISO was appointed for three years, two years ago: nothing is due. */
const years = { ciso: 3 * 365 };

/**
 * Appointments by Direktionen: the CISO, by a meeting. The committee is recorded without an appointment, and a
 * colleague has started a proposal for it.
 */
export function seedAppointments(
  assignments: readonly RoleAssignment[],
  today: LocalDate,
  byCode: (code: string) => { id: string; name: string },
): { assignments: RoleAssignment[]; proposals: AppointmentProposal[] } {
  const ciso = assignments.find(({ role }) => role === 'ciso');
  if (!ciso) return { assignments: [...assignments], proposals: [] };
  const { startsOn, personId } = ciso;
  const endsOn = addDays(startsOn, years.ciso);
  const meetingOn = addDays(startsOn, -14);
  const [lead, chair] = [byCode('teamleder').id as PersonId, byCode('kommunaldirektoer').id as PersonId];
  const member = (code: string, isChair = false) => {
    const { id, name } = byCode(code);
    return { personId: id as PersonId, name, chair: isChair };
  };
  return {
    assignments: assignments.map((one) => (one === ciso ? { ...one, endsOn, decisionKey: cisoDecision } : one)),
    proposals: [
      {
        key: cisoDecision,
        title: `ciso ${startsOn}`,
        role: 'ciso',
        startsOn,
        endsOn,
        members: [{ personId, name: byCode('ciso').name, chair: false }],
        reason: 'Camilla Holm Vestergaard har ledet arbejdet i et halvt år som konstitueret.',
        proposedBy: chair,
        proposedAt: moment(addDays(meetingOn, -7)),
        changedBy: chair,
        changedAt: moment(addDays(meetingOn, -7)),
        meeting: { meetingOn, reference: 'Punkt 9', by: lead, at: moment(addDays(meetingOn, 1)) },
        carriedOutAt: moment(addDays(meetingOn, 1)),
      },
      {
        key: 'udpegning-udvalg',
        title: 'securityCommittee',
        role: 'securityCommittee',
        startsOn: addDays(today, 40),
        endsOn: addDays(today, 40 + 2 * 365),
        members: [member('lone', true), member('jurist'), member('digitaliseringschef')],
        reason: 'Udvalget bekræftes for to år. Centrene for børn og ældre er med gennem deres centerchefer.',
        proposedBy: lead,
        proposedAt: moment(addDays(today, -3)),
        changedBy: lead,
        changedAt: moment(addDays(today, -3)),
      },
    ],
  };
}

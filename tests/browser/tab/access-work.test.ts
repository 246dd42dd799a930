import { addDays } from '../../../api/kernel/index.ts';
import { ownTab, today } from '../tab-page.ts';
import { walkPages } from './walk-pages.ts';

/** Not in the seed: agendas of a committee, one of them sent, and a person on leave. */
const tab = ownTab(
  {},
  async ({ ask, person }) => {
    const agenda = (title: string, requestKeys: string[]) =>
      ask('ciso', 'POST /api/agendas', {
        body: {
          title,
          body: 'securityCommittee',
          meetsOn: addDays(today, 10),
          note: 'Fem minutter til hver.',
          requestKeys,
        },
      });
    const draft = await agenda('Møde i januar', ['procedureVersion_procedure-koerelister-1_1']);
    const { key: agendaKey } = await agenda('Møde i december', ['contingencyPlan_plan-esdh-1_1']);
    await ask('ciso', 'POST /api/agendas/:agendaKey/send', { params: { agendaKey } });
    const away = await person('Omar Hassan');
    await ask('centreManager', 'PUT /api/absences/:personId', {
      params: { personId: away.id },
      body: { from: today, to: addDays(today, 30) },
    });
    return { draft: draft.key, sent: agendaKey, away: away.id, isk: (await person('coordinator')).id };
  },
  { stays: true },
);

walkPages(
  [
    '/tasks',
    '/tasks/reminders',
    '/centre',
    '/centre?person={isk}',
    '/centre?person={away}',
    '/operations/reminders?part=preview',
    '/operations/reminders?part=log',
    '/operations/reminders?part=log&day=2026-11-24',
    '/operations/reminders?part=cadences',
    '/operations',
    '/wheel',
    '/wheel?as=table',
    '/wheel/heat',
    '/wheel/tasks/catalogue.centreAccessReview_2026-12-01_voksne-og-velfaerd',
    '/wheel/activities',
    '/wheel/activities/catalogue.committeeMeeting',
    '/wheel/catalogue',
    '/wheel/plans',
    '/wheel/meetings',
    '/wheel/meetings/netvaerk-efteraar',
    '/wheel/meetings/new',
    '/approvals?show=all',
    '/approvals/procedureVersion_procedure-koerelister-1_1',
    '/approvals/policyVersion_policy-4-0_1',
    '/approvals/procedureVersion_procedure-vikarkoder-1_1',
    '/approvals/agendas',
    '/approvals/agendas/{sent}',
    '/approvals/agendas/{draft}/edit',
    '/measures',
    '/measures/tiltag-noeglekort',
    '/measures/tiltag-makulering/edit',
  ],
  tab,
);

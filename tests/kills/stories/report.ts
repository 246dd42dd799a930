import { reportView } from '../../../api/reports/contract.ts';
import { allApprove, ciso, type Stage, type Story } from './story.ts';

const yearOf = (stage: Stage) => Number(stage.today().slice(0, 4));
const pathOf = (stage: Stage) => `/api/reports/aarsrapport-${yearOf(stage)}`;

/** The report of the year: figures, own words, approved by committee and Direktionen from cards. */
export const report: Story = {
  name: 'the report of the year is written and approved',
  about: ['Årsrapport'],
  acts: async (stage) => {
    const team = ciso(stage);
    await stage.as(team, 'POST', '/api/reports', { year: yearOf(stage) });
    const path = pathOf(stage);
    const view = reportView.parse(await stage.as(team, 'POST', `${path}/figures`, { lastYear: true }));
    const due = `${yearOf(stage) + 1}-03-01`;
    await stage.as(team, 'PUT', path, {
      texts: [{ key: 'policy', text: 'Politikken er ny i år.' }],
      off: ['incidents'],
      expected: view.changedAt,
      decisions: [{ title: 'Sæt lås på skabe', why: 'De bliver taget.', role: 'securityTeam', due }],
    });
    await stage.as(team, 'POST', `${path}/submit`);
    await allApprove(stage, 'securityCommittee', 'Årsrapport');
    await allApprove(stage, 'executiveBoard', 'Årsrapport');
  },
  wrong: async (stage) => {
    const view = reportView.parse(await stage.as(ciso(stage), 'GET', pathOf(stage)));
    return [
      ...(view.state === 'approved' ? [] : [`it is ${view.state}`]),
      ...(view.plan.filter(({ title }) => title === 'Sæt lås på skabe').length === 1 ? [] : ['its task is not there']),
    ];
  },
};

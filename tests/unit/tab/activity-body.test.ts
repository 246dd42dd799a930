import { expect, it } from 'vitest';
import { activityBody, type ActivityForm } from '../../../tab/annual-wheel/useActivityForm.ts';

const form: ActivityForm = {
  title: 'Gennemgå adgange',
  why: '',
  source: '',
  role: 'centreManager',
  scope: 'organisation',
  person: { id: 'anne', name: 'Anne Jensen' },
  basis: 'calendar',
  startsOn: '2026-12-01',
  endsOn: '',
  leadDays: '30',
  steps: [],
  evidence: '',
  frequency: 'yearly',
  week: '1',
  weekday: 'MO',
  interval: '1',
  rule: '',
};

it('an activity of each centre names nobody, also when somebody was named before the scope was chosen', () => {
  expect(activityBody(form, undefined)).toMatchObject({ scope: 'organisation', personId: 'anne' });
  expect(activityBody({ ...form, scope: 'centres' }, undefined)).not.toHaveProperty('personId');
});

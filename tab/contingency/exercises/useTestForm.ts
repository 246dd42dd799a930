import type { TestBody, TestView } from '../../../api/contingency/contract.ts';
import type { PersonRef } from '../../../api/http/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { useForm, type FormState } from '../../shared/forms/useForm.ts';
import { testPath } from '../shared/contingency-paths.ts';

export interface TestForm {
  kind: TestBody['kind'];
  title: string;
  on: string;
  time: string;
  scenario: string;
  leader: PersonRef | null;
  people: PersonRef[];
  /** Minutes as typed. */
  injects: { id: string; minute: string; text: string }[];
  /** Hours, or none when it is not a time. */
  criteria: { id: string; text: string; hours: number | null }[];
}
/** Initial values of a form: a proposal, or an existing test. */
export interface Begun {
  fields: Omit<TestBody, 'leaderId' | 'participantIds'>;
  leader: PersonRef;
  people: readonly PersonRef[];
}
export const begunTest = ({ kind, title, on, time, scenario, injects, criteria, leader, people }: TestView): Begun => ({
  fields: {
    kind,
    title,
    on,
    time,
    scenario,
    injects: injects.map(({ sent: _, ...inject }) => inject),
    criteria: criteria.map(({ key, text, hours }) => ({ key, text, ...(hours === undefined ? {} : { hours }) })),
  },
  leader,
  people,
});

const startOf = ({ fields, leader, people }: Begun): TestForm => ({
  kind: fields.kind,
  title: fields.title,
  on: fields.on,
  time: fields.time,
  scenario: fields.scenario,
  leader,
  people: [...people],
  injects: fields.injects.map(({ key, minute, text }) => ({ id: key, minute: String(minute), text })),
  criteria: fields.criteria.map(({ key, text, hours }) => ({ id: key, text, hours: hours ?? null })),
});

const bodyOf = (form: TestForm): TestBody => ({
  kind: form.kind,
  title: form.title,
  on: form.on,
  time: form.time,
  scenario: form.scenario,
  leaderId: form.leader?.id ?? '',
  participantIds: form.people.map(({ id }) => id),
  injects: form.injects.map(({ id, minute, text }) => ({ key: id, minute: Number(minute), text })),
  criteria: form.criteria.map(({ id, text, hours }) => ({ key: id, text, ...(hours === null ? {} : { hours }) })),
});

/** The form of a test. */
export function useTestForm(begun: Begun, planKey: string, test?: TestView): TestFormState {
  const params = { testKey: test?.key ?? '' };
  return useForm({
    start: startOf(begun),
    draft: `contingencyTest.${test?.key ?? `new.${planKey}`}`,
    shared: {
      etag: test?.etag ?? '',
      names: {
        kind: t('contingencyTests.form.kind'),
        title: t('contingencyTests.form.name'),
        on: t('contingencyTests.sheet.on'),
        time: t('contingencyTests.form.time'),
        scenario: t('contingencyTests.form.scenario'),
        leader: t('contingencyTests.form.leader'),
        people: t('contingencyTests.form.participants'),
        injects: t('contingencyTests.about.injects'),
        criteria: t('contingencyTests.form.criteria'),
      },
      said: ({ kind, injects, criteria }, field) => {
        if (field === 'kind') return t(`contingency.testKind.${kind}`);
        if (field === 'injects') return injects.map(({ minute, text }) => `${minute} · ${text}`).join('\n');
        return field === 'criteria' ? criteria.map(({ text }) => text).join('\n') : undefined;
      },
      latest: async (read) => {
        const now = await read('GET /api/contingency/tests/:testKey', { params });
        return { values: startOf(begunTest(now)), etag: now.etag };
      },
    },
    send: (values, api, { etag: expected }) => {
      const body = bodyOf(values);
      return test
        ? api('PUT /api/contingency/tests/:testKey', { params, body: { ...body, expected } })
        : api('POST /api/contingency/tests', { body: { ...body, planKey } });
    },
    refused: { leaderId: 'leader', participantIds: 'people' },
    saved: t(test ? 'contingencyTests.form.changed' : 'contingencyTests.form.planned'),
    goTo: ({ key }) => testPath(key),
  });
}
export type TestFormState = FormState<TestForm>;

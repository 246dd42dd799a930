import { useState } from 'react';
import { useLocation } from 'wouter';
import type { TestBody, TestView } from '../../../api/contingency/contract.ts';
import type { PersonRef } from '../../../api/http/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';
import { useKeptForm } from '../../shared/forms/useKeptForm.ts';
import { testPath } from '../shared/contingency-paths.ts';

export interface TestForm {
  kind: TestBody['kind'];
  title: string;
  on: string;
  time: string;
  scenario: string;
  leader: PersonRef | null;
  people: PersonRef[];
  /** Minutes as they are written. */
  injects: { id: string; minute: string; text: string }[];
  /** Hours, or none when it is not a time. */
  criteria: { id: string; text: string; hours: number | null }[];
}
const names = ['kind', 'title', 'on', 'time', 'scenario', 'leader', 'people', 'injects', 'criteria'] as const;
const apiNames: Readonly<Record<string, (typeof names)[number]>> = { leaderId: 'leader', participantIds: 'people' };

/** What a form begins with: a proposal, or a test that is changed. */
export interface Begun {
  fields: Omit<TestBody, 'leaderId' | 'participantIds'>;
  leader: PersonRef;
  people: readonly PersonRef[];
}
export const begunOf = ({ kind, title, on, time, scenario, injects, criteria, leader, people }: TestView): Begun => ({
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

/** The form of a test: keeps itself on this device until it is planned. */
export function useTestForm(begun: Begun, planKey: string, test?: TestView) {
  const [, goTo] = useLocation();
  const [start] = useState(() => startOf(begun));
  const kept = useKeptForm<TestForm>(`contingencyTest.${test?.key ?? `new.${planKey}`}`, start, names);
  const plan = useAct('POST /api/contingency/tests');
  const change = useAct('PUT /api/contingency/tests/:testKey');
  const { form } = kept;
  const save = form.handleSubmit(async (values) => {
    const body = bodyOf(values);
    try {
      const saved = test
        ? await change.mutateAsync({ params: { testKey: test.key }, body })
        : await plan.mutateAsync({ body: { ...body, planKey } });
      kept.saved();
      notify(t(test ? 'contingencyTests.form.changed' : 'contingencyTests.form.planned'));
      goTo(testPath(saved.key));
    } catch (error) {
      kept.refuse(error);
      for (const { path, message } of error instanceof ApiError ? error.fields : []) {
        const name = apiNames[path];
        if (name) form.setError(name, { message });
      }
    }
  });
  return { ...kept, save, busy: plan.isPending || change.isPending, error: kept.elsewhere(plan.error ?? change.error) };
}
export type TestFormState = ReturnType<typeof useTestForm>;

import { useEffect, useEffectEvent, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { ActivityBody, ActivityView, RecurrenceBody } from '../../api/annual-wheel/contract.ts';
import type { PersonRef } from '../../api/http/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t, textOf } from '../shared/texts/texts.ts';
import { useForm, type FormState } from '../shared/forms/useForm.ts';
import { recurrenceOf, ruleOf, weekKey, type Recurrence } from './recurrence.ts';

const restMilliseconds = 400;

/** Values of the form: every field a text, as in the browser. */
export interface ActivityForm extends Recurrence {
  title: string;
  why: string;
  source: string;
  role: ActivityBody['role'] | '';
  person: PersonRef | null;
  scope: ActivityBody['scope'];
  basis: ActivityBody['basis'];
  startsOn: string;
  endsOn: string;
  leadDays: string;
  steps: { id: string; title: string }[];
  evidence: string;
}

function startOf(activity: ActivityView | undefined, today: string): ActivityForm {
  const chosen = recurrenceOf(activity?.rule, activity?.startsOn ?? today);
  return {
    title: activity?.title ?? '',
    why: activity?.why ?? '',
    source: activity?.source ?? '',
    role: activity?.role ?? '',
    person: activity?.person ?? null,
    scope: activity?.scope ?? 'organisation',
    ...chosen,
    ...(activity ? {} : { frequency: 'yearly' as const }),
    basis: activity?.basis ?? 'calendar',
    startsOn: activity?.startsOn ?? '',
    endsOn: activity?.endsOn ?? '',
    leadDays: String(activity?.leadDays ?? 30),
    steps: activity?.steps ?? [],
    evidence: activity?.evidence ?? '',
  };
}

/** Recurrence of the form; undefined without a first date. */
type When = Pick<ActivityForm, keyof Recurrence | 'startsOn' | 'endsOn' | 'basis'>;
export function recurrenceIn(form: When): RecurrenceBody | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(form.startsOn)) return undefined;
  const rule = ruleOf(form);
  return {
    ...(rule ? { rule } : {}),
    startsOn: form.startsOn,
    basis: rule && form.frequency !== 'weekday' ? form.basis : 'calendar',
    ...(form.endsOn && rule ? { endsOn: form.endsOn } : {}),
  };
}

/** What is sent; undefined without a first date or a role. A person is named for the whole municipality only. */
export function activityBody(form: ActivityForm, before: ActivityView | undefined): ActivityBody | undefined {
  const when = recurrenceIn(form);
  if (!when || form.role === '') return undefined;
  return {
    ...when,
    title: form.title.trim(),
    why: form.why.trim(),
    source: form.source.trim(),
    role: form.role,
    ...(form.person && form.scope === 'organisation' ? { personId: form.person.id } : {}),
    scope: form.scope,
    steps: form.steps.flatMap(({ id, title }) => (title.trim() ? [{ id, title: title.trim() }] : [])),
    ...(form.evidence.trim() ? { evidence: form.evidence.trim() } : {}),
    leadDays: Number(form.leadDays),
    ...(before?.groupKey ? { groupKey: before.groupKey } : {}),
  };
}

const namesOf = (): Record<keyof ActivityForm, string> => ({
  title: t('wheel.activity.title'),
  why: t('common.word.reason'),
  source: t('wheel.activity.source'),
  role: t('wheel.activity.role'),
  person: t('wheel.activity.person'),
  scope: t('wheel.activity.scope'),
  frequency: t('wheel.recurrence.how'),
  week: t('wheel.recurrence.which'),
  weekday: t('wheel.recurrence.day'),
  interval: t('wheel.recurrence.apart'),
  rule: t('wheel.recurrence.how'),
  basis: t('wheel.recurrence.basis'),
  startsOn: t('wheel.activity.startsOn'),
  endsOn: t('wheel.activity.endsOn'),
  leadDays: t('wheel.activity.leadDays'),
  steps: t('wheel.activity.steps'),
  evidence: t('wheel.activity.evidence'),
});
const saidOf: { [Field in keyof ActivityForm]?: (values: ActivityForm) => string | undefined } = {
  role: ({ role }) => role && t(`roles.${role}`),
  scope: ({ scope }) => t(`wheel.activity.scopes.${scope}`),
  frequency: ({ frequency }) => t(`wheel.recurrence.choices.${frequency}`),
  week: ({ week }) => textOf(`wheel.recurrence.weeks.${weekKey(week)}`),
  weekday: ({ weekday }) => textOf(`wheel.recurrence.weekdays.${weekday}`),
  interval: ({ interval }) => textOf(`wheel.recurrence.everyMonths.m${interval}`),
  basis: ({ basis }) => t(`wheel.recurrence.bases.${basis}`),
  steps: ({ steps }) => steps.map(({ title }) => title).join('\n'),
};

export type ActivityFormState = FormState<ActivityForm>;

/** The form of an activity. */
export function useActivityForm(activity: ActivityView | undefined, today: string): ActivityFormState {
  const params = { activityKey: activity?.key ?? '' };
  return useForm({
    start: startOf(activity, today),
    draft: `wheel.activity.${activity?.key ?? 'new'}`,
    shared: {
      etag: activity?.etag ?? '',
      names: namesOf(),
      said: (values, field) => saidOf[field]?.(values),
      latest: async (read) => {
        const now = await read('GET /api/wheel/activities/:activityKey', { params });
        return { values: startOf(now, today), etag: now.etag };
      },
    },
    send: (values, api, { etag: expected }) => {
      const body = activityBody(values, activity);
      if (!body) return undefined;
      return activity
        ? api('PUT /api/wheel/activities/:activityKey', { params, body: { ...body, expected } })
        : api('POST /api/wheel/activities', { body });
    },
    refused: { personId: 'person', rule: 'frequency' },
    saved: (_, { title }) => t('wheel.activity.saved', { title: title.trim() }),
    goTo: '/wheel/activities',
  });
}

const whenFields = ['frequency', 'week', 'weekday', 'interval', 'rule', 'startsOn', 'endsOn', 'basis'] as const;

/** Recurrence of the form's values. */
export function useRecurrence({ control }: ActivityFormState['form']): RecurrenceBody | undefined {
  const [frequency, week, weekday, interval, rule, startsOn, endsOn, basis] = useWatch({ control, name: whenFields });
  return recurrenceIn({ frequency, week, weekday, interval, rule, startsOn, endsOn, basis });
}

/** The next dates of a rule, fetched after a pause. A query, though with a body. */
export function useNextDates(recurrence: RecurrenceBody | undefined) {
  const [rested, setRested] = useState(recurrence);
  const rest = useEffectEvent(() => setRested(recurrence));
  const now = JSON.stringify(recurrence);
  useEffect(() => {
    const timer = setTimeout(rest, restMilliseconds);
    return () => clearTimeout(timer);
  }, [now]);
  return useView(
    'POST /api/wheel/recurrence',
    { body: rested ?? { startsOn: '', basis: 'calendar' } },
    { enabled: rested !== undefined, keepPrevious: true },
  );
}

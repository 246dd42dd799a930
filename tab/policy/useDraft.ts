import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { DraftBody, PolicyPageView, PolicyVersionView } from '../../api/policy/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { useKept } from '../shared/ui/kept.ts';
import { notify } from '../shared/ui/notify.ts';
import { numberAfter } from './version-number.ts';

const restMilliseconds = 400;
const fields = ['title', 'number', 'effectiveOn', 'summary', 'changeKind', 'body'] as const;
const isField = (path: string): path is (typeof fields)[number] => fields.some((field) => field === path);

function startOf(version: PolicyVersionView | undefined, today: string): DraftBody {
  if (!version) return { title: '', number: '', body: '', summary: '', changeKind: 'major', effectiveOn: today };
  const { title, number, body, summary, changeKind, effectiveOn } = version;
  return { title, number, body, summary, changeKind, effectiveOn };
}

/** A new draft begins with the text in force: a policy is changed, seldom written from nothing. */
const startFrom = ({ current, versions }: PolicyPageView, today: string): DraftBody => ({
  ...startOf(current, today),
  number: numberAfter(versions.map(({ number }) => number)),
  summary: '',
  changeKind: 'major',
  effectiveOn: today,
});

/** Whether the API has the words: known before the form is gone, when React has no say any more. */
function untilSaved() {
  let saved = false;
  return { done: () => void (saved = true), isDone: () => saved };
}

/** The drafting form: keeps itself on this device, shows the API's refusals at the fields, and saves. */
export function useDraft(from: { version: PolicyVersionView } | { policy: PolicyPageView }) {
  const version = 'version' in from ? from.version : undefined;
  const [, goTo] = useLocation();
  const me = useMe();
  const today = me.data?.today ?? new Date().toISOString().slice(0, 10);
  const [start] = useState(() => ('policy' in from ? startFrom(from.policy, today) : startOf(from.version, today)));
  const { found, keptAt, keep, forget } = useKept<DraftBody>(`draft.${version?.key ?? 'new'}`);
  const form = useForm<DraftBody>({ defaultValues: { ...start, ...found }, mode: 'onTouched' });
  const create = useAct('POST /api/policy/versions');
  const change = useAct('PUT /api/policy/versions/:versionKey');

  const [saving] = useState(untilSaved);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          timer = undefined;
          keep(values);
        }, restMilliseconds);
      },
    });
    return () => {
      // Leaving within the pause keeps the last words too, but not those that were saved.
      if (timer !== undefined && !saving.isDone()) keep(form.getValues());
      clearTimeout(timer);
      stop();
    };
  }, [form, keep, saving]);

  const refused = (error: unknown) => {
    const wrong = error instanceof ApiError ? error.fields.filter(({ path }) => isField(path)) : [];
    wrong.forEach(({ path, message }, position) => {
      if (isField(path)) form.setError(path, { message }, { shouldFocus: position === 0 });
    });
  };
  const save = form.handleSubmit(async (body) => {
    try {
      const saved = version
        ? await change.mutateAsync({ params: { versionKey: version.key }, body })
        : await create.mutateAsync({ body });
      saving.done();
      forget();
      notify(t('policy.draft.saved'));
      goTo(`/policy/versions/${saved.key}`);
    } catch (error) {
      refused(error);
    }
  });
  const error = create.error ?? change.error;
  return {
    form,
    save,
    busy: create.isPending || change.isPending,
    /** What stands at no field. */
    error: error instanceof ApiError && error.fields.some(({ path }) => isField(path)) ? null : error,
    keptAt,
    restored: found !== undefined,
    discardKept: () => {
      forget();
      form.reset(start);
    },
  };
}

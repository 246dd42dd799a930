import { useState } from 'react';
import { useLocation } from 'wouter';
import type { DraftBody, PolicyPageView, PolicyVersionView } from '../../api/policy/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/forms/useKeptForm.ts';
import { numberAfter } from './version-number.ts';

const fields = ['title', 'number', 'effectiveOn', 'summary', 'changeKind', 'body'] as const;

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

/** The drafting form: keeps itself on this device, shows the API's refusals at the fields, and saves. */
export function useDraft(from: { version: PolicyVersionView } | { policy: PolicyPageView }) {
  const version = 'version' in from ? from.version : undefined;
  const [, goTo] = useLocation();
  const me = useMe();
  const today = me.data?.today ?? '';
  const [start] = useState(() => ('policy' in from ? startFrom(from.policy, today) : startOf(from.version, today)));
  const kept = useKeptForm<DraftBody>(`draft.${version?.key ?? 'new'}`, start, fields);
  const { form } = kept;
  const create = useAct('POST /api/policy/versions');
  const change = useAct('PUT /api/policy/versions/:versionKey');

  const save = form.handleSubmit(async (body) => {
    try {
      const saved = version
        ? await change.mutateAsync({ params: { versionKey: version.key }, body })
        : await create.mutateAsync({ body });
      kept.saved();
      notify(t('policy.draft.saved'));
      goTo(`/policy/versions/${saved.key}`);
    } catch (error) {
      kept.refuse(error);
    }
  });
  const error = create.error ?? change.error;
  return {
    form,
    save,
    busy: create.isPending || change.isPending,
    /** What stands at no field. */
    error: kept.elsewhere(error),
    keptAt: kept.keptAt,
    restored: kept.restored,
    discardKept: kept.discardKept,
  };
}

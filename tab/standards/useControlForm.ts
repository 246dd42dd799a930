import { useEffect } from 'react';
import { useSearchParams } from 'wouter';
import type { ControlView } from '../../api/standards/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { useForm, type FormState } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';
import { bodyOf, controlMeaning, fieldsOf, requirementPick, type ControlFields } from './control-values.ts';
import { controlPath } from './paths.ts';

export type ControlFormState = FormState<ControlFields>;

/** The form of a control, with concurrent editing; preselects the requirement in the address. */
export function useControlForm(control: ControlView | undefined, centreId: string): ControlFormState {
  const params = { controlKey: control?.key ?? '' };
  const state = useForm({
    start: fieldsOf(control, centreId),
    draft: `control.${control?.key ?? 'new'}`,
    shared: {
      etag: control?.changedAt ?? '',
      code: 'standards.changedMeanwhile',
      meaning: controlMeaning,
      latest: async (read) => {
        const now = await read('GET /api/controls/:controlKey', { params });
        return { values: fieldsOf(now), by: now.changedBy.name, at: now.changedAt };
      },
    },
    send: (values, api, { etag }) => {
      const body = bodyOf(values);
      return control
        ? api('PUT /api/controls/:controlKey', { params, body: { ...body, expected: etag } })
        : api('POST /api/controls', { body });
    },
    saved: t('standards.form.saved'),
    goTo: ({ key }) => controlPath(key),
  });
  useAskedRequirement(state.form);
  return state;
}

/** "Add a control" beside a requirement: that one is preselected. */
function useAskedRequirement(form: ControlFormState['form']) {
  const [search] = useSearchParams();
  const asked = search.get('requirement') ?? '';
  const known = useView('GET /api/requirement-names', { query: { key: asked } }, { enabled: asked !== '' });
  const [found] = known.data?.requirements ?? [];
  useEffect(() => {
    if (!found) return;
    const chosen = form.getValues('requirementKeys');
    if (chosen.some(({ key }) => key === found.key)) return;
    form.setValue('requirementKeys', [...chosen, requirementPick(found)]);
  }, [found, form]);
}

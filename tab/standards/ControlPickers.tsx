import { useState } from 'react';
import { useController, type Control } from 'react-hook-form';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { requirementPick, type ControlFields } from './control-values.ts';
import { PickMany } from './PickMany.tsx';

/** Requirements of all standards, by number or words. */
export function RequirementPicker({ control }: { control: Control<ControlFields> }) {
  const { field, fieldState } = useController({ control, name: 'requirementKeys' });
  const [q, setQ] = useState('');
  const [standardKey, setStandardKey] = useState('');
  const searches = q !== '' || standardKey !== '';
  const query = { q, ...(standardKey ? { standardKey } : {}) };
  const names = useView('GET /api/requirement-names', { query }, { enabled: searches, keepPrevious: true });
  const standards = useView('GET /api/standards', {}).data?.standards ?? [];
  return (
    <PickMany
      legend={t('standards.form.requirements')}
      hint={t('standards.form.requirementsHint')}
      searchLabel={t('standards.form.requirementSearch')}
      q={q}
      onSearch={setQ}
      beside={
        standards.length > 0 && (
          <Narrow
            labelled
            label={t('standards.form.inStandard')}
            all={t('standards.form.allStandards')}
            value={standardKey}
            options={standards.map(({ key, title }) => ({ value: key, text: title }))}
            onChange={setStandardKey}
          />
        )
      }
      picked={field.value}
      onChange={field.onChange}
      found={searches ? names.data?.requirements.map(requirementPick) : undefined}
      error={names.error}
      wrong={fieldState.error?.message}
    />
  );
}

const kinds = {
  procedure: {
    name: 'procedureKeys',
    legend: 'standards.form.procedures',
    search: 'standards.form.procedureSearch',
  },
  wheelActivity: {
    name: 'wheelActivityKeys',
    legend: 'standards.form.activities',
    search: 'standards.form.activitySearch',
  },
} as const;

/** Procedures that describe the control, or activities of the wheel that perform it. */
export function LinkPicker({ control, kind }: { control: Control<ControlFields>; kind: keyof typeof kinds }) {
  const { name, legend, search } = kinds[kind];
  const { field, fieldState } = useController({ control, name });
  const [q, setQ] = useState('');
  const names = useView(
    'GET /api/control-links/names',
    { query: { kind, q } },
    { enabled: q !== '', keepPrevious: true },
  );
  return (
    <PickMany
      legend={t(legend)}
      searchLabel={t(search)}
      q={q}
      onSearch={setQ}
      picked={field.value}
      onChange={field.onChange}
      found={q === '' ? undefined : names.data?.things.map(({ key, title }) => ({ key, title }))}
      error={names.error}
      wrong={fieldState.error?.message}
    />
  );
}

import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import type { CentreRef } from '../../api/http/contract.ts';
import { offeredCentres } from '../shared/forms/offered-centres.ts';
import { t } from '../shared/texts/texts.ts';
import { SearchField } from '../shared/ui/SearchField.tsx';
import type { AssetFormState } from './useAssetForm.ts';
import { Check } from '../shared/ui/Check.tsx';
import styles from './Assets.module.css';

/** Shown at once; more are found by name. */
const mostShown = 12;

/** Centres that use it: chosen ones first, of many the rest by search. `held`: those of the saved asset. */
export function CentreChecks(props: {
  form: AssetFormState['form'];
  centres: readonly CentreRef[];
  held: readonly CentreRef[];
}) {
  const { field, fieldState } = useController({ control: props.form.control, name: 'usedBy' });
  const [known] = useState([...props.held, ...props.centres]);
  const [chosenAtFirst] = useState(field.value);
  const centres = offeredCentres(props.centres, known, [...chosenAtFirst, ...field.value]);
  const [q, setQ] = useState('');
  // Rows do not move while pressed: those chosen before the search are first.
  const [first, setFirst] = useState(field.value);
  const many = centres.length > mostShown;
  const search = (text: string) => {
    setQ(text);
    setFirst(field.value);
  };
  const matching = centres.filter(({ title }) => title.toLowerCase().includes(q.toLowerCase()));
  const leading = many ? centres.filter(({ id }) => first.includes(id)) : [];
  const rest = matching.filter((centre) => !leading.includes(centre));
  const shown = [...leading, ...(many ? rest.slice(0, mostShown) : rest)];
  const hidden = rest.length - (shown.length - leading.length);
  const toggle = (id: string, chosen: boolean) =>
    field.onChange(chosen ? [...field.value, id] : field.value.filter((known) => known !== id));
  const all = field.value.length === centres.length;
  return (
    <fieldset className="choices">
      <legend>{`${t('assets.form.usedBy')} (${t('common.form.optional')})`}</legend>
      {fieldState.error && (
        <p className={styles.assetError} role="alert">
          {fieldState.error.message}
        </p>
      )}
      <div className="filters">
        {many && <SearchField label={t('assets.form.findCentre')} value={q} onSearch={search} />}
        <Button size="small" onClick={() => field.onChange(all ? [] : centres.map(({ id }) => id))}>
          {all ? t('assets.form.noneOfThem') : t('assets.form.all')}
        </Button>
        <span className="quiet" role="status">
          {field.value.length > 0 && t('assets.form.centresChosen', { count: field.value.length })}
        </span>
      </div>
      <div className={styles.assetChecks}>
        {shown.map(({ id, title }, position) => (
          <Check
            key={id}
            {...(position === 0 ? { ref: field.ref } : {})}
            checked={field.value.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          >
            {title}
          </Check>
        ))}
      </div>
      {matching.length === 0 && <p role="status">{t('assets.form.noCentres')}</p>}
      {hidden > 0 && <p className="quiet">{t('assets.form.centresMore', { count: hidden })}</p>}
    </fieldset>
  );
}

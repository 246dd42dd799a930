import { useWatch } from 'react-hook-form';
import type { AssetView } from '../../api/assets/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { Conflict } from '../shared/forms/Conflict.tsx';
import { Form } from '../shared/forms/Form.tsx';
import type { Places } from '../shared/ui/WithPlaces.tsx';
import { AssetPicker } from './AssetPicker.tsx';
import { CentreChecks } from './CentreChecks.tsx';
import { DataFields } from './DataFields.tsx';
import { LinkRows } from './LinkRows.tsx';
import { FormPerson } from '../shared/forms/FormPerson.tsx';
import { FormChoices } from '../shared/forms/FormChoices.tsx';
import { saidBy } from './asset-values.ts';
import { useAssetForm, type AssetFormState } from './useAssetForm.ts';
import { atMost, written } from '../shared/forms/field-rules.ts';
import styles from './Assets.module.css';

const kinds = ['workProcess', 'system'] as const;
const criticalities = ['low', 'medium', 'high', 'vital'] as const;
const hostings = ['own', 'supplier', 'cloudEu', 'cloudOutsideEu', 'manual', 'unknown'] as const;
const states = ['inUse', 'planned'] as const;

const must = (label: string) => (
  <>
    {label}
    <span className={styles.assetRequired} aria-hidden>
      {' *'}
    </span>
  </>
);
const optional = (label: string) => `${label} (${t('common.form.optional')})`;

/** A few cards of plain questions; the draft is stored on this device until saved. */
export function AssetForm({ asset, places }: { asset: AssetView | undefined; places: Places }) {
  const only = places.whole || places.kept.length > 1 ? '' : (places.kept[0]?.id ?? '');
  const state = useAssetForm(asset, only);
  const { form } = state;
  const centreTitle = (id: string) => places.centres.find((centre) => centre.id === id)?.title ?? id;
  return (
    <Form state={state} className={styles.assetForm} button={t('assets.form.save')} busyText={t('assets.form.saving')}>
      <What form={form} />
      <Who form={form} places={places} held={asset?.usedBy ?? []} />
      <DataFields form={form} />
      <Importance form={form} retired={asset?.state === 'retired'} />
      <Together form={form} assetKey={asset?.key} />
      <Conflict
        state={state}
        name={(field) => t(`assets.field.${field}`)}
        said={(values, field) => saidBy(values, field, centreTitle)}
      />
    </Form>
  );
}

type Fields = AssetFormState['form'];

const What = ({ form }: { form: Fields }) => (
  <section className="card" aria-labelledby="asset-what">
    <h2 className="section-title" id="asset-what">
      {t('assets.form.what')}
    </h2>
    <FormChoices
      control={form.control}
      name="kind"
      label={must(t('common.word.kind'))}
      options={kinds.map((kind) => ({
        value: kind,
        title: t(`risks.kind.${kind}`),
        text: t(`assets.form.kindText.${kind}`),
      }))}
    />
    <FormField
      control={form.control}
      name="title"
      label={t('assets.form.title')}
      hint={t('assets.form.titleHint')}
      rules={written(200)}
    />
    <FormField
      control={form.control}
      name="description"
      label={optional(t('assets.form.description'))}
      hint={t('assets.form.descriptionHint')}
      rows={3}
      rules={atMost(4_000)}
      optional
    />
    <FormField
      control={form.control}
      name="supplier"
      label={optional(t('assets.form.supplier'))}
      rules={atMost(200)}
      optional
    />
  </section>
);

const Who = ({ form, places, held }: { form: Fields; places: Places; held: AssetView['usedBy'] }) => (
  <section className="card" aria-labelledby="asset-who">
    <h2 className="section-title" id="asset-who">
      {t('assets.form.who')}
    </h2>
    <FormSelect
      control={form.control}
      name="centreId"
      label={t('assets.form.centre')}
      {...noCentre(places)}
      optional={places.whole}
      options={places.kept.map(({ id, title }) => ({ value: id, text: title }))}
    />
    <FormPerson control={form.control} name="ownerId" label={t('assets.form.owner')} optional />
    <CentreChecks form={form} centres={places.centres} held={held} />
  </section>
);

/** Meaning of no centre, where allowed. */
function noCentre({ whole, kept: owners }: Places): { none?: string } {
  if (whole) return { none: t('common.word.wholeMunicipality') };
  return owners.length > 1 ? { none: t('common.word.chooseCentre') } : {};
}

const Importance = ({ form, retired }: { form: Fields; retired: boolean }) => (
  <section className="card" aria-labelledby="asset-importance">
    <h2 className="section-title" id="asset-importance">
      {t('assets.form.importance')}
    </h2>
    <FormChoices
      control={form.control}
      name="criticality"
      label={must(t('assets.form.criticality'))}
      options={criticalities.map((value) => ({
        value,
        title: t(`risks.criticality.${value}`),
        text: t(`assets.form.criticalityText.${value}`),
      }))}
    />
    <div className={styles.assetPair}>
      <FormSelect
        control={form.control}
        name="hosting"
        label={t('assets.form.hosting')}
        options={hostings.map((value) => ({ value, text: t(`risks.hosting.${value}`) }))}
      />
      <FormSelect
        control={form.control}
        name="state"
        label={t('assets.form.state')}
        options={[...states, ...(retired ? (['retired'] as const) : [])].map((value) => ({
          value,
          text: t(`risks.assetState.${value}`),
        }))}
      />
    </div>
  </section>
);

function Together({ form, assetKey }: { form: Fields; assetKey: string | undefined }) {
  const kind = useWatch({ control: form.control, name: 'kind' });
  return (
    <section className="card" aria-labelledby="asset-together">
      <h2 className="section-title" id="asset-together">
        {t('assets.form.together')}
      </h2>
      <AssetPicker form={form} self={assetKey} kind={kind} />
      <LinkRows form={form} />
      <FormField
        control={form.control}
        name="externalId"
        label={optional(t('assets.field.externalId'))}
        hint={t('assets.form.externalIdHint')}
        rules={atMost(200)}
        optional
      />
    </section>
  );
}

import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import type { CatalogueBody, CatalogueSummary } from '../../../api/risks/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { FormSelect } from '../../shared/forms/FormSelect.tsx';
import { KeptFoot, Restored, wrongFields } from '../../shared/forms/Form.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { useKeptForm } from '../../shared/forms/useKeptForm.ts';
import { written } from '../../shared/forms/field-rules.ts';
import styles from './Scales.module.css';

interface Form {
  title: string;
  kind: CatalogueBody['kind'];
  /** An empty key is a new threat. */
  threats: { threatKey: string; title: string; description: string }[];
}
const kinds = ['both', 'system', 'workProcess'] as const satisfies readonly Form['kind'][];
const most = 80;

const startOf = (catalogue: CatalogueSummary | undefined): Form => ({
  title: catalogue?.title ?? '',
  kind: catalogue?.kind ?? 'both',
  threats: (catalogue?.threats ?? []).map(({ key, title, description }) => ({ threatKey: key, title, description })),
});
const bodyOf = ({ title, kind, threats }: Form): CatalogueBody => ({
  title,
  kind,
  threats: threats.map(({ threatKey, ...texts }) => ({ ...texts, ...(threatKey ? { key: threatKey } : {}) })),
});

/** Makes or changes an own catalogue; it keeps itself on this device until it is saved. */
export function CatalogueForm(props: { catalogue: CatalogueSummary | undefined; onDone: () => void }) {
  const { catalogue, onDone } = props;
  const [start] = useState(() => startOf(catalogue));
  const kept = useKeptForm<Form>(`catalogue.${catalogue?.key ?? 'new'}`, start, ['title', 'kind', 'threats']);
  const { form } = kept;
  const make = useAct('POST /api/risks/catalogues');
  const change = useAct('PUT /api/risks/catalogues/:catalogueKey');
  const threats = useFieldArray({
    control: form.control,
    name: 'threats',
    keyName: 'rowKey',
    rules: { required: t('riskAssessment.catalogues.one') },
  });
  const save = form.handleSubmit(async (values) => {
    const body = bodyOf(values);
    try {
      if (catalogue) await change.mutateAsync({ params: { catalogueKey: catalogue.key }, body });
      else await make.mutateAsync({ body });
      kept.saved();
      notify(t('riskAssessment.catalogues.saved'));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  const noThreats = form.formState.errors.threats?.root?.message;
  return (
    <form className={styles.scaleForm} noValidate onSubmit={(event) => void save(event)}>
      {kept.restored && <Restored onDiscard={kept.discardKept} />}
      <div className="card">
        <FormField
          control={form.control}
          name="title"
          label={t('riskAssessment.catalogues.name')}
          rules={written(120)}
        />
        <FormSelect
          control={form.control}
          name="kind"
          label={t('riskAssessment.catalogues.for')}
          options={kinds.map((value) => ({ value, text: t(`riskAssessment.catalogues.kind.${value}`) }))}
        />
      </div>
      <fieldset className={`card ${styles.scaleGroup}`}>
        <legend className="section-title">{t('riskAssessment.listLabel')}</legend>
        {threats.fields.map((threat, index) => {
          const label = t('riskAssessment.catalogues.threat', { number: index + 1 });
          return (
            <div className={`${styles.scaleRow} ${styles.scaleThreat}`} key={threat.rowKey}>
              <FormField control={form.control} name={`threats.${index}.title`} label={label} rules={written(200)} />
              <FormField
                control={form.control}
                name={`threats.${index}.description`}
                label={t('riskAssessment.catalogues.description', { what: label })}
                rows={2}
              />
              <Button
                className={styles.scaleRemove}
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={t('riskAssessment.scales.remove', { what: label })}
                onClick={() => threats.remove(index)}
              />
            </div>
          );
        })}
        {noThreats && (
          <p role="alert" className={styles.scaleWrong}>
            {noThreats}
          </p>
        )}
        {threats.fields.length < most && (
          <div>
            <Button icon={<AddRegular />} onClick={() => threats.append({ threatKey: '', title: '', description: '' })}>
              {t('riskAssessment.catalogues.addThreat')}
            </Button>
          </div>
        )}
      </fieldset>
      <KeptFoot
        error={kept.elsewhere(make.error ?? change.error)}
        wrong={wrongFields(form.formState)}
        busy={make.isPending || change.isPending}
        busyText={t('riskAssessment.scales.saving')}
        keptAt={kept.keptAt}
      >
        {t('riskAssessment.catalogues.save')}
      </KeptFoot>
    </form>
  );
}

import { useFieldArray } from 'react-hook-form';
import type { CatalogueBody, CatalogueSummary } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { FormSelect } from '../../shared/forms/FormSelect.tsx';
import { Form } from '../../shared/forms/Form.tsx';
import { useForm } from '../../shared/forms/useForm.ts';
import { written } from '../../shared/forms/field-rules.ts';
import styles from './Scales.module.css';
import { AddRow, RemoveRow } from '../../shared/forms/RowButtons.tsx';

interface Values {
  title: string;
  kind: CatalogueBody['kind'];
  /** An empty key is a new threat. */
  threats: { threatKey: string; title: string; description: string }[];
}
const kinds = ['both', 'system', 'workProcess'] as const satisfies readonly Values['kind'][];
const most = 80;

const startOf = (catalogue: CatalogueSummary | undefined): Values => ({
  title: catalogue?.title ?? '',
  kind: catalogue?.kind ?? 'both',
  threats: (catalogue?.threats ?? []).map(({ key, title, description }) => ({ threatKey: key, title, description })),
});
const bodyOf = ({ title, kind, threats }: Values): CatalogueBody => ({
  title,
  kind,
  threats: threats.map(({ threatKey, ...texts }) => ({ ...texts, ...(threatKey ? { key: threatKey } : {}) })),
});

/** Adds or changes an own catalogue. */
export function CatalogueForm(props: { catalogue: CatalogueSummary | undefined; onDone: () => void }) {
  const { catalogue, onDone } = props;
  const state = useForm({
    start: startOf(catalogue),
    draft: `catalogue.${catalogue?.key ?? 'new'}`,
    shared: {
      etag: catalogue?.etag ?? '',
      names: {
        title: t('riskAssessment.catalogues.name'),
        kind: t('riskAssessment.catalogues.for'),
        threats: t('riskAssessment.parts.threats'),
      },
      said: ({ kind, threats: listed }, field) => {
        if (field === 'kind') return t(`riskAssessment.catalogues.kind.${kind}`);
        return field === 'threats' ? listed.map(({ title }) => title).join('\n') : undefined;
      },
      latest: async (read) => {
        const { catalogues } = await read('GET /api/risks/catalogues', {});
        const now = catalogues.find(({ key }) => key === catalogue?.key);
        return now && { values: startOf(now), etag: now.etag };
      },
    },
    send: (values, api, { etag: expected }) => {
      const body = bodyOf(values);
      return catalogue
        ? api('PUT /api/risks/catalogues/:catalogueKey', {
            params: { catalogueKey: catalogue.key },
            body: { ...body, expected },
          })
        : api('POST /api/risks/catalogues', { body });
    },
    saved: t('riskAssessment.catalogues.saved'),
    close: onDone,
  });
  const { form } = state;
  const threats = useFieldArray({
    control: form.control,
    name: 'threats',
    keyName: 'rowKey',
    rules: { required: t('riskAssessment.catalogues.one') },
  });
  const noThreats = form.formState.errors.threats?.root?.message ?? form.formState.errors.threats?.message;
  return (
    <Form
      state={state}
      className={styles.scaleForm}
      button={t('riskAssessment.catalogues.save')}
      busyText={t('common.word.saving')}
    >
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
        <legend className="section-title">{t('riskAssessment.parts.threats')}</legend>
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
              <RemoveRow
                rows="threats"
                label={t('riskAssessment.scales.remove', { what: label })}
                className={styles.scaleRemove}
                onRemove={() => threats.remove(index)}
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
            <AddRow rows="threats" onAdd={() => threats.append({ threatKey: '', title: '', description: '' })}>
              {t('riskAssessment.catalogues.addThreat')}
            </AddRow>
          </div>
        )}
      </fieldset>
    </Form>
  );
}

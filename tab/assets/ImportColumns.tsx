import { Field, Select } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { t } from '../shared/texts/texts.ts';
import { SheetSample } from '../shared/ui/SheetSample.tsx';
import { importFields, sources, type AssetImport, type ImportField } from './useImportAssets.ts';
import styles from './Assets.module.css';
import { CheckSheet } from '../shared/ui/CheckSheet.tsx';

type Columns = NonNullable<AssetImport['columns']>;
const kinds = ['system', 'workProcess'] as const;

/** Step 2: source of the file and mapping of its columns, with its first rows. */
export function ImportColumns({ form, columns }: { form: AssetImport; columns: Columns }) {
  const [tried, setTried] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const { mapped } = form;
  const wrong = tried && !mapped.columns.title ? t('assets.import.titleColumn') : undefined;
  const check = () => {
    setTried(true);
    if (mapped.columns.title) form.check();
    else fields.current?.querySelector('select')?.focus();
  };
  return (
    <>
      <p>
        {columns.guess.source !== 'own' &&
          t('assets.import.looksLike', { source: t(`assets.import.sources.${columns.guess.source}`) })}{' '}
        {t('files.sheet.guessed')}
      </p>
      <div className={styles.assetPair}>
        <Field label={t('assets.import.source')}>
          <Select
            value={mapped.source}
            onChange={(_, data) => {
              const source = sources.find((one) => one === data.value) ?? mapped.source;
              // The mapping follows from the file's source.
              form.map({ ...columns.guesses[source], source });
            }}
          >
            {sources.map((source) => (
              <option key={source} value={source}>
                {t(`assets.import.sources.${source}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('assets.import.kind')}>
          <Select
            value={mapped.kind}
            onChange={(_, data) => form.map({ kind: kinds.find((kind) => kind === data.value) ?? mapped.kind })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`risks.kind.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <p>{t('assets.import.required')}</p>
      <div className={styles.assetColumns} ref={fields}>
        {importFields.map((field) => (
          <ColumnField
            key={field}
            form={form}
            headings={columns.headings}
            field={field}
            error={field === 'title' ? wrong : undefined}
          />
        ))}
      </div>
      <SheetSample headings={columns.headings} rows={columns.sample} meaning={meaningOf(form)} />
      <CheckSheet form={form} onCheck={check} />
    </>
  );
}

function ColumnField(props: {
  form: AssetImport;
  headings: readonly string[];
  field: ImportField;
  error: string | undefined;
}) {
  const { form, field } = props;
  const needed = field === 'title';
  const choose = (heading: string) => {
    const { [field]: _, ...rest } = form.mapped.columns;
    form.map({ columns: heading ? { ...rest, [field]: heading } : rest });
  };
  return (
    <Field
      label={t(`assets.import.field.${field}`)}
      required={needed}
      {...(props.error ? { validationMessage: props.error } : {})}
    >
      <Select value={form.mapped.columns[field] ?? ''} onChange={(_, data) => choose(data.value)}>
        <option value="">{needed ? t('files.sheet.chooseColumn') : t('assets.import.none')}</option>
        {props.headings.map((heading) => (
          <option key={heading} value={heading}>
            {heading}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A column may fill several fields; each is named. */
function meaningOf({ mapped: { columns } }: AssetImport): ReadonlyMap<string, string> {
  const meaning = new Map<string, string>();
  for (const field of importFields) {
    const heading = columns[field];
    if (!heading) continue;
    const before = meaning.get(heading);
    const name = t(`assets.import.field.${field}`);
    meaning.set(heading, before ? `${before}, ${name}` : name);
  }
  return meaning;
}

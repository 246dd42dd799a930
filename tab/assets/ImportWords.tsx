import { Field, Select } from '@fluentui/react-components';
import type { AssetImportCheck } from '../../api/assets/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { DataTable } from '../shared/ui/DataTable.tsx';
import type { AssetImport } from './useImportAssets.ts';

type Unknown = AssetImportCheck['words'][number];
type WordField = Unknown['field'];

/** Our own values of each field, in display order; `''`: none. */
const ours = {
  kind: ['system', 'workProcess'],
  criticality: ['low', 'medium', 'high', 'vital'],
  hosting: ['own', 'supplier', 'cloudEu', 'cloudOutsideEu', 'manual', 'unknown'],
  state: ['planned', 'inUse', 'retired'],
  personalData: ['ordinary', 'confidential', 'sensitive', 'criminal', 'unknown'],
  score: ['green', 'lightGreen', 'yellow', 'orange', 'red'],
  agreement: ['yes', 'no', 'onGoing', 'notRelevant'],
  dataSubjects: ['citizens', 'children', 'vulnerable', 'employees', 'relatives', 'partners'],
} as const satisfies Record<WordField, readonly string[]>;

const optionsOf = (field: WordField): { value: string; text: string }[] => {
  switch (field) {
    case 'kind':
      return ours.kind.map((value) => ({ value, text: t(`risks.kind.${value}`) }));
    case 'criticality':
      return ours.criticality.map((value) => ({ value, text: t(`risks.criticality.${value}`) }));
    case 'hosting':
      return ours.hosting.map((value) => ({ value, text: t(`risks.hosting.${value}`) }));
    case 'state':
      return ours.state.map((value) => ({ value, text: t(`risks.assetState.${value}`) }));
    case 'personalData':
      return [
        ...ours.personalData.map((value) => ({ value, text: t(`risks.personalData.${value}`) })),
        { value: 'none', text: t('risks.personalData.none') },
      ];
    case 'score':
      return ours.score.map((value) => ({ value, text: t(`risks.carriedScore.${value}`) }));
    case 'agreement':
      return ours.agreement.map((value) => ({ value, text: t(`risks.agreement.${value}`) }));
    case 'dataSubjects':
      return ours.dataSubjects.map((value) => ({ value, text: t(`risks.dataSubject.${value}`) }));
  }
};

/**
 * Unknown words of the file, each with its possible values: an answer applies to every row in the next check. Nothing
 * is guessed.
 */
export function ImportWords({ form, checked }: { form: AssetImport; checked: AssetImportCheck }) {
  const { words } = form.mapped;
  const asked = rowsOf(checked.words, words);
  if (asked.length === 0) return null;
  const say = ({ field, word }: Unknown, chosen: string) => {
    const others = words.filter((one) => one.field !== field || one.word !== word);
    const next = chosen === '' ? [] : [{ field, word, means: chosen === 'none' ? '' : chosen }];
    form.map({ words: [...others, ...next] }, { keepChecked: true });
  };
  return (
    <section className="section" aria-labelledby="import-words">
      <h3 className="card-title" id="import-words">
        {t('assets.import.words.title')}
      </h3>
      <p className="section-text">{t('assets.import.words.text')}</p>
      <DataTable
        caption={t('assets.import.words.title')}
        columns={[
          { key: 'word', title: t('assets.import.words.word'), cell: ({ word }) => `“${word}”` },
          {
            key: 'field',
            title: t('assets.import.words.field'),
            cell: ({ field }) => t(`assets.import.field.${field}`),
          },
          {
            key: 'rows',
            title: t('assets.import.words.rows'),
            short: true,
            cell: ({ rows }) => t('assets.import.words.count', { count: rows }),
          },
          {
            key: 'means',
            title: t('assets.import.words.means'),
            cell: (row) => <Means row={row} chosen={meansOf(words, row)} onSay={say} />,
          },
        ]}
        rows={asked}
        rowKey={({ field, word }) => `${field} ${word}`}
      />
      <div>
        <ActButton busy={form.checking} busyText={t('files.sheet.checking')} onClick={form.check}>
          {t('assets.import.words.again')}
        </ActButton>
      </div>
    </section>
  );
}

function Means(props: { row: Unknown; chosen: string | undefined; onSay: (row: Unknown, chosen: string) => void }) {
  const { row, chosen, onSay } = props;
  const value = chosen === '' ? 'none' : (chosen ?? '');
  return (
    <Field>
      <Select
        aria-label={t('assets.import.words.meansOf', { word: row.word })}
        value={value}
        onChange={(_, data) => onSay(row, data.value)}
      >
        <option value="">{t('assets.import.words.unanswered')}</option>
        {optionsOf(row.field).map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const meansOf = (words: AssetImport['mapped']['words'], { field, word }: Unknown): string | undefined =>
  words.find((one) => one.field === field && one.word === word)?.means;

/** Unknown words, and those answered since: answers can be changed. */
function rowsOf(unknown: readonly Unknown[], answered: AssetImport['mapped']['words']): Unknown[] {
  const isAsked = (word: { field: WordField; word: string }) =>
    unknown.some((one) => one.field === word.field && one.word === word.word);
  const settled = answered.filter((one) => !isAsked(one)).map(({ field, word }) => ({ field, word, rows: 0 }));
  return [...unknown, ...settled];
}

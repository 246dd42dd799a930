import { Select } from '@fluentui/react-components';
import type { CentreRef } from '../../../api/http/contract.ts';
import { t } from '../texts/texts.ts';
import { ChosenOnPaper } from './Narrow.tsx';
import { allCentres, ownCentres } from '../useCentreChoice.ts';

/** The reader's own centres first, then all, then each. */
export function NarrowCentre(props: {
  /** A centre's id, `mine` or `all`. */
  value: string;
  centres: readonly CentreRef[];
  mine: readonly string[];
  /** Of what all are, where it is not every centre of the municipality. */
  all?: string | undefined;
  /** Of the reader's own; `Mine centre` by default. */
  own?: string | undefined;
  onChange: (value: string) => void;
}) {
  const { value, centres, mine, all = t('common.word.allCentres'), own = t('common.word.myCentres') } = props;
  const isOwn = ({ id }: CentreRef) => mine.includes(id);
  const ordered = [...centres].sort((one, other) => Number(isOwn(other)) - Number(isOwn(one)));
  const chosen = value === ownCentres ? own : (centres.find(({ id }) => id === value)?.title ?? value);
  return (
    <>
      <Select aria-label={t('common.word.centre')} value={value} onChange={(_, data) => props.onChange(data.value)}>
        {(mine.length > 0 || value === ownCentres) && <option value={ownCentres}>{own}</option>}
        <option value={allCentres}>{all}</option>
        {ordered.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      {value !== allCentres && <ChosenOnPaper label={t('common.word.centre')} text={chosen} />}
    </>
  );
}

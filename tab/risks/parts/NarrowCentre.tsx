import { Select } from '@fluentui/react-components';
import type { CentreRef } from '../../../api/http/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ChosenOnPaper } from '../../shared/ui/Narrow.tsx';
import { allCentres, ownCentres } from './useCentreChoice.ts';

/** The reader's own centres first, then all, then each. */
export function NarrowCentre(props: {
  /** A centre's id, `mine` or `all`. */
  value: string;
  centres: readonly CentreRef[];
  mine: readonly string[];
  /** The page leaves out what the reader may not see. */
  seesPart?: boolean;
  onChange: (value: string) => void;
}) {
  const { value, centres, mine, seesPart = false } = props;
  const own = new Set(mine);
  const ordered = [...centres].sort((one, other) => Number(own.has(other.id)) - Number(own.has(one.id)));
  const chosen =
    value === ownCentres ? t('common.word.myCentres') : (centres.find(({ id }) => id === value)?.title ?? value);
  return (
    <>
      <Select aria-label={t('common.word.centre')} value={value} onChange={(_, data) => props.onChange(data.value)}>
        {(mine.length > 0 || value === ownCentres) && <option value={ownCentres}>{t('common.word.myCentres')}</option>}
        <option value={allCentres}>{t(seesPart ? 'riskOverview.filters.allSeen' : 'common.word.allCentres')}</option>
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

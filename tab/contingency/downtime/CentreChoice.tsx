import type { CentreRef } from '../../../api/http/contract.ts';
import { Check } from '../../shared/ui/Check.tsx';
import styles from './Downtime.module.css';

/** The affected centres. */
export function CentreChoice(props: {
  legend: string;
  centres: readonly CentreRef[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { legend, centres, chosen, onChange } = props;
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      <div className={styles.downtimeChecks}>
        {centres.map(({ id, title }) => (
          <Check
            key={id}
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, id] : chosen.filter((known) => known !== id))
            }
          >
            {title}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}

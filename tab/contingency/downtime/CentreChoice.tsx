import type { CentreRef } from '../../../api/http/contract.ts';
import styles from './Downtime.module.css';

/** Which centres are hit. */
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
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, id] : chosen.filter((known) => known !== id))
              }
            />
            <span>{title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

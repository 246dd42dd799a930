import { useState } from 'react';
import { useController, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form';
import type { CentreRef } from '../../../api/http/contract.ts';
import { offeredCentres } from '../../shared/forms/offered-centres.ts';
import { FieldWrong } from '../../shared/forms/FieldWrong.tsx';
import { Check } from '../../shared/ui/Check.tsx';
import { reportWords } from './words.ts';
import styles from './Downtime.module.css';

/** The affected centres as a field of a form. `held`: those that the downtime has; `isOver`: it has ended. */
export function CentreChoice<Values extends FieldValues>(props: {
  control: Control<Values>;
  name: FieldPathByValue<Values, string[]>;
  isOver?: boolean;
  centres: readonly CentreRef[];
  held?: readonly CentreRef[];
}) {
  const { control, name, isOver = false } = props;
  const { field, fieldState } = useController({ control, name });
  const chosen: readonly string[] = field.value;
  const [known] = useState([...(props.held ?? []), ...props.centres]);
  const [chosenAtFirst] = useState(chosen);
  const centres = offeredCentres(props.centres, known, [...chosenAtFirst, ...chosen]);
  return (
    <fieldset className="choices">
      <legend>{reportWords('centres', isOver)}</legend>
      <FieldWrong>{fieldState.error?.message}</FieldWrong>
      <div className={styles.downtimeChecks}>
        {centres.map(({ id, title }, place) => (
          <Check
            key={id}
            ref={(element) => {
              if (place === 0) field.ref(element && { focus: () => focusIn(element) });
            }}
            checked={chosen.includes(id)}
            onChange={(event) =>
              field.onChange(event.target.checked ? [...chosen, id] : chosen.filter((known) => known !== id))
            }
          >
            {title}
          </Check>
        ))}
      </div>
      {chosen.length === 0 && <p className="quiet">{reportWords('noneChosen', isOver)}</p>}
    </fieldset>
  );
}

/** What is folded away is opened first. */
function focusIn(element: HTMLElement): void {
  const details = element.closest('details');
  if (details) details.open = true;
  element.focus();
}

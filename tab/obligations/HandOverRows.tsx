import type { ObligationRow } from '../../api/obligations/contract.ts';
import { oweText } from '../shared/kinds.ts';
import { asDue, t } from '../shared/texts/texts.ts';
import type { Giver, HandOverForm } from './useHandOver.ts';
import { Check } from '../shared/ui/Check.tsx';
import styles from './HandOverDialog.module.css';
import formFieldStyles from '../shared/ui/FormField.module.css';

/** Transferable tasks are selected here, others show the reason. */
export function HandOverRows({ form, yourself }: { form: HandOverForm; yourself: boolean }) {
  const { keys } = form.wanted;
  const able = form.from.flatMap(({ rows }) => rows.filter((row) => row.abilities.handOver));
  const all = able.length > 0 && able.every(({ key }) => keys.has(key));
  const toggle = (key: string) => {
    const next = new Set(keys);
    if (!next.delete(key)) next.add(key);
    form.change({ keys: next });
  };
  return (
    <fieldset className={styles.handOverRows} data-field="keys" aria-describedby="keys-wrong">
      <legend>{t('obligations.handOver.which')}</legend>
      <p className={formFieldStyles.fieldWrong} id="keys-wrong" role="alert">
        {form.errors.keys}
      </p>
      {able.length === 0 && <p>{t('obligations.handOver.nothing')}</p>}
      {able.length > 1 && (
        <Check checked={all} onChange={() => form.change({ keys: new Set(all ? [] : able.map(({ key }) => key)) })}>
          {t('obligations.handOver.all')}
        </Check>
      )}
      {form.from.map((giver) => (
        <div key={giver.person.id}>
          {form.from.length > 1 && <p className={styles.handOverPerson}>{giver.person.name}</p>}
          <ul className={styles.handOverList}>
            {giver.rows.map((row) => (
              <li key={row.key}>
                <Row row={row} giver={giver} yourself={yourself} chosen={keys.has(row.key)} onToggle={toggle} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </fieldset>
  );
}

function Row(props: {
  row: ObligationRow;
  giver: Giver;
  yourself: boolean;
  chosen: boolean;
  onToggle: (key: string) => void;
}) {
  const { row, giver, yourself, chosen, onToggle } = props;
  if (!row.abilities.handOver)
    return (
      <div className={styles.handOverKept}>
        <p>{oweText(row)}</p>
        <p className="quiet">{whyKept(row, giver, yourself)}</p>
      </div>
    );
  return (
    <Check checked={chosen} onChange={() => onToggle(row.key)}>
      {oweText(row)} <span className="quiet">{asDue(row.daysLeft, row.due)}</span>
    </Check>
  );
}

function whyKept(row: ObligationRow, giver: Giver, yourself: boolean): string {
  if (!row.personal) return t('obligations.handOver.notYours');
  return yourself
    ? t('obligations.handOver.personalYou')
    : t('obligations.handOver.personal', { name: giver.person.name });
}

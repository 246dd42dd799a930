import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../../shared/texts/texts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { most, type ListName } from './plan-values.ts';
import styles from './PlanForm.module.css';

/** Used part of `useFieldArray`. */
interface Items<Item> {
  fields: readonly { rowKey: string; key: string }[];
  append(item: Item): void;
  insert(position: number, item: Item): void;
  remove(position: number): void;
  move(from: number, to: number): void;
}

const idOf = (name: ListName, key: string, part = ''): string => `item-${name}-${key}${part}`;

/** Target of the focus after a render: it must not be lost with the removed button. */
function useFocusAfter() {
  const [wanted, setWanted] = useState<{ id: string }>();
  useEffect(() => {
    if (wanted) document.getElementById(wanted.id)?.focus();
  }, [wanted]);
  return (id: string) => setWanted({ id });
}

/** An ordered list of items: added, removed with undo, and moved up and down. */
export function RepeatedItems<Item extends { key: string }>(props: {
  name: ListName;
  items: Items<Item>;
  /** The current item. */
  valueAt: (position: number) => Item;
  fresh: () => Item;
  children: (position: number) => ReactNode;
}) {
  const { name, items } = props;
  const { fields } = items;
  const [removed, setRemoved] = useState<{ item: Item; position: number }>();
  const focusAfter = useFocusAfter();
  const undoId = `undo-${name}`;
  const labelOf = (position: number) => t(`contingencyPlans.form.item.${name}`, { number: String(position + 1) });
  const move = (from: number, to: number, part: '-up' | '-down') => {
    const moved = fields[from];
    if (!moved || to < 0 || to >= fields.length) return;
    items.move(from, to);
    focusAfter(idOf(name, moved.key, part));
  };
  const remove = (position: number) => {
    setRemoved({ item: props.valueAt(position), position });
    items.remove(position);
    focusAfter(undoId);
  };
  const undo = ({ item, position }: { item: Item; position: number }) => {
    setRemoved(undefined);
    items.insert(position, item);
    focusAfter(idOf(name, item.key));
  };
  return (
    <div className={styles.planItems}>
      {fields.map(({ rowKey, key }, position) => {
        const item = labelOf(position);
        return (
          <div
            key={rowKey}
            id={idOf(name, key)}
            className={styles.planItem}
            role="group"
            aria-label={item}
            tabIndex={-1}
          >
            <div className={styles.planItemHead}>
              <p className={styles.planItemTitle} aria-hidden>
                {item}
              </p>
              <Button
                id={idOf(name, key, '-up')}
                size="small"
                appearance="subtle"
                icon={<ArrowUpRegular />}
                disabledFocusable={position === 0}
                aria-label={t('contingencyPlans.form.up', { item })}
                onClick={() => move(position, position - 1, '-up')}
              />
              <Button
                id={idOf(name, key, '-down')}
                size="small"
                appearance="subtle"
                icon={<ArrowDownRegular />}
                disabledFocusable={position === fields.length - 1}
                aria-label={t('contingencyPlans.form.down', { item })}
                onClick={() => move(position, position + 1, '-down')}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={t('contingencyPlans.form.remove', { item })}
                onClick={() => remove(position)}
              />
            </div>
            {props.children(position)}
          </div>
        );
      })}
      {removed && (
        <Notice
          tone="info"
          live
          actions={
            <Button id={undoId} onClick={() => undo(removed)}>
              {t('contingencyPlans.form.undo')}
            </Button>
          }
        >
          {t('contingencyPlans.form.removed', { item: labelOf(removed.position) })}
        </Notice>
      )}
      {fields.length < most[name] && (
        <div>
          <Button
            icon={<AddRegular />}
            onClick={() => {
              setRemoved(undefined);
              items.append(props.fresh());
            }}
          >
            {t(`contingencyPlans.form.add.${name}`)}
          </Button>
        </div>
      )}
    </div>
  );
}

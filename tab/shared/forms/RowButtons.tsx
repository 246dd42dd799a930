import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { flushSync } from 'react-dom';

interface Rows {
  /** Name of the rows in the form. */
  rows: string;
}

/** Adds a row of a form. */
export const AddRow = ({ rows, children, onAdd }: Rows & { children: string; onAdd: () => void }) => (
  <Button icon={<AddRegular />} data-add-row={rows} onClick={onAdd}>
    {children}
  </Button>
);

/**
 * Removes a row of a form. The focus goes to the same button of the next row, of the previous one, or to the button
 * that adds a row: never to the top of the page.
 */
export function RemoveRow(
  props: Rows & {
    /** Name for screen readers; shown too if `isShown`. */
    label: string;
    isShown?: boolean;
    className?: string | undefined;
    onRemove: () => void;
  },
) {
  const { rows, label, isShown = false } = props;
  const remove = (pressed: HTMLElement) => {
    const form = pressed.closest('form');
    const buttons = () => [...(form?.querySelectorAll<HTMLElement>(`[data-remove-row="${rows}"]`) ?? [])];
    const place = buttons().indexOf(pressed);
    flushSync(props.onRemove);
    const left = buttons();
    const next = left[place] ?? left.at(-1) ?? form?.querySelector<HTMLElement>(`[data-add-row="${rows}"]`);
    next?.focus();
  };
  return (
    <Button
      appearance="subtle"
      icon={<DeleteRegular />}
      data-remove-row={rows}
      {...(props.className === undefined ? {} : { className: props.className })}
      {...(isShown ? {} : { 'aria-label': label })}
      onClick={({ currentTarget }) => remove(currentTarget)}
    >
      {isShown ? label : undefined}
    </Button>
  );
}

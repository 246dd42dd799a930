import { Button, Field, Input } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useController } from 'react-hook-form';
import type { AssetRef } from '../../api/assets/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { useAssetNames, type AssetName } from '../shared/useAssetNames.ts';
import type { AssetFormState } from './useAssetForm.ts';
import styles from './Assets.module.css';

/** Finds assets by part of the name, by arrow keys and Enter or by pressing; chosen ones are below. */
export function AssetPicker(props: {
  form: AssetFormState['form'];
  /** The asset itself, never its dependency. */
  self: string | undefined;
  kind: AssetRef['kind'];
}) {
  const { field, fieldState } = useController({ control: props.form.control, name: 'dependsOn' });
  const chosen = field.value;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [said, setSaid] = useState('');
  // A work process may depend on anything, a system on systems only.
  const { found, error } = useAssetNames(text, props.kind === 'system' ? 'system' : undefined, open);
  const options = (found ?? []).filter(({ key }) => key !== props.self && !chosen.some((one) => one.key === key));
  const shown = open && options.length > 0;
  const nothing = found && options.length === 0 ? t('assets.form.noAssets', { text: text.trim() }) : undefined;
  const optionId = (position: number) => `${listId}-${position}`;
  const choose = ({ key, title, kind }: AssetName) => {
    field.onChange([...chosen, { key, title, kind }]);
    setText('');
    setActive(-1);
    setSaid(t('assets.form.chosen', { title }));
  };
  const remove = ({ key, title }: AssetRef) => {
    field.onChange(chosen.filter((one) => one.key !== key));
    setSaid(t('assets.form.removed', { title }));
    input.current?.focus();
  };
  const walk = (to: number) => {
    setOpen(true);
    if (options.length === 0) return;
    const next = (to + options.length) % options.length;
    setActive(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = options[active];
    if (event.key === 'ArrowDown') walk(active + 1);
    else if (event.key === 'ArrowUp') walk(active < 0 ? -1 : active - 1);
    else if (event.key === 'Escape' && open) setOpen(false);
    else if (event.key === 'Enter' && open && text.trim() !== '' && !option) walk(0);
    else if (event.key === 'Enter' && shown && option) choose(option);
    else return;
    // Neither submits nor moves the caret.
    event.preventDefault();
  };
  return (
    <div>
      <Field
        label={`${t('assets.form.dependsOn')} (${t('common.form.optional')})`}
        hint={t('assets.form.dependsOnHint')}
        {...(fieldState.error?.message ? { validationMessage: fieldState.error.message } : {})}
      >
        <Input
          ref={(element) => {
            input.current = element;
            field.ref(element);
          }}
          role="combobox"
          aria-expanded={shown}
          aria-controls={shown ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? optionId(active) : undefined}
          autoComplete="off"
          contentBefore={<SearchRegular aria-hidden />}
          value={text}
          onChange={(_, data) => {
            setText(data.value);
            setOpen(data.value.trim() !== '');
            setActive(-1);
            setSaid('');
          }}
          onFocus={() => setOpen(text.trim() !== '')}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
      </Field>
      {/* Overlays the content below, which must not move when the list closes. */}
      <div className={styles.assetOver}>
        {shown && (
          <ul className={styles.assetFound} role="listbox" id={listId} aria-label={t('assets.form.dependsOn')}>
            {options.map((option, position) => (
              <li
                key={option.key}
                id={optionId(position)}
                role="option"
                aria-selected={position === active}
                // Retains the focus in the field, which closes the list on blur.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {option.title} <span className="quiet">{underOf(option)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className={styles.assetNothing} role="status">
        {open && nothing}
        <span className="hidden">{said || (shown && t('common.table.found', { count: options.length }))}</span>
      </p>
      <ActFailed error={error} />
      {chosen.length > 0 && (
        <ul className={styles.assetChosen} data-part="asset-chosen">
          {chosen.map((one) => (
            <li key={one.key}>
              <span>
                {one.title} <span className="quiet">{t(`risks.kind.${one.kind}`)}</span>
              </span>
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t('assets.form.remove', { title: one.title })}
                onClick={() => remove(one)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const underOf = ({ kind, centre }: AssetName) => [t(`risks.kind.${kind}`), centre].filter(Boolean).join(' · ');

const isSwitch = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && /^(?:checkbox|radio|file)$/.test(target.type);
/** Buttons that fill the form: what adds, removes, moves or chooses. Those at the foot send it, or leave it. */
const isFilling = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('button:not([type="submit"]), [role="button"], [role="option"]') !== null &&
  target.closest('.fui-DialogActions, [data-part="form-foot"]') === null;
/** Enter chooses what is found, or adds it as a row. */
const isKeyed = ({ key, target }: KeyboardEvent): boolean => key === 'Enter' && target instanceof HTMLInputElement;
const isWritten = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.isContentEditable;

/**
 * Makes the fields within an element read-only while what they hold is sent, and its rows stay as they are: what is
 * typed or added then would be lost. The focus stays; links and the buttons at the foot work. Returns the function that
 * ends it.
 */
export function holdFields(within: Element): () => void {
  const fields = [...within.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  const held = fields.filter(({ readOnly }) => !readOnly);
  const values = new Map([...within.querySelectorAll('select')].map((select) => [select, select.value]));
  for (const field of held) field.readOnly = true;
  const holding = new AbortController();
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const options = { capture: true, signal: holding.signal };
  const isChange = ({ target }: Event) => isSwitch(target) || isFilling(target);
  within.addEventListener('click', (event) => isChange(event) && stop(event), options);
  const onKeyDown = (event: Event) => event instanceof KeyboardEvent && isKeyed(event) && stop(event);
  within.addEventListener('keydown', onKeyDown, options);
  within.addEventListener('drop', stop, options);
  within.addEventListener('beforeinput', (event) => isWritten(event.target) && stop(event), options);
  const onChange = (event: Event) => {
    const select = event.target;
    const value = select instanceof HTMLSelectElement ? values.get(select) : undefined;
    if (value === undefined || !(select instanceof HTMLSelectElement)) return;
    event.stopPropagation();
    select.value = value;
  };
  within.addEventListener('input', onChange, options);
  within.addEventListener('change', onChange, options);
  return () => {
    holding.abort();
    for (const field of held) field.readOnly = false;
  };
}

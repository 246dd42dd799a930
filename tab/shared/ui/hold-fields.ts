const isSwitch = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && /^(?:checkbox|radio|file)$/.test(target.type);
const isWritten = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.isContentEditable;

/**
 * Makes the fields within an element read-only while what they hold is sent: what is typed then would be lost. The
 * focus stays, and buttons and links work. Returns the function that ends it.
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
  within.addEventListener('click', (event) => isSwitch(event.target) && stop(event), options);
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

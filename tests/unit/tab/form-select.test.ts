// @vitest-environment jsdom
import { act, createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useForm } from 'react-hook-form';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FormSelect } from '../../../tab/shared/forms/FormSelect.tsx';

beforeEach(() => void vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const [north, south, west] = ['Nord', 'Syd', 'Vest'].map((text) => ({ value: text.toLowerCase(), text }));
type Option = NonNullable<typeof north>;
const all = [north, south, west].filter((one) => one !== undefined);

/** A field that holds `syd`, whose options come again while the form is open. */
async function shown() {
  let offer: (options: readonly Option[]) => void = () => undefined;
  const sent: string[] = [];
  let send: () => Promise<void> = async () => undefined;
  const Page = () => {
    const [options, setOptions] = useState<readonly Option[]>(all);
    const { control, handleSubmit } = useForm({ defaultValues: { centreId: 'syd' } });
    offer = setOptions;
    send = handleSubmit(({ centreId }) => void sent.push(centreId));
    return createElement(FormSelect<{ centreId: string }>, { control, name: 'centreId', label: 'Center', options });
  };
  const root = document.body.appendChild(document.createElement('div'));
  await act(async () => createRoot(root).render(createElement(Page)));
  const select = root.querySelector('select');
  if (!select) throw new Error('no field');
  return {
    offered: () => [...select.options].map(({ text }) => text),
    chosen: () => select.value,
    choose: (value: string) =>
      act(async () => {
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }),
    comeAgain: (options: readonly Option[]) => act(async () => offer(options)),
    send: () => act(async () => send()),
    sent: () => sent,
    wrong: () => select.getAttribute('aria-invalid') === 'true',
  };
}

describe('a choice that has ended while its form is open', () => {
  it('stays offered as long as it is chosen, and goes when another is', async () => {
    const field = await shown();
    await field.comeAgain(all.filter(({ value }) => value !== 'syd'));
    expect([field.chosen(), field.offered()]).toEqual(['syd', ['Nord', 'Vest', 'Syd']]);
    await field.choose('vest');
    expect([field.chosen(), field.offered()]).toEqual(['vest', ['Nord', 'Vest']]);
  });

  it('is not sent: the field asks for another', async () => {
    const field = await shown();
    await field.comeAgain(all.filter(({ value }) => value !== 'syd'));
    await field.send();
    expect([field.sent(), field.wrong()]).toEqual([[], true]);
    await field.choose('nord');
    await field.send();
    expect([field.sent(), field.wrong()]).toEqual([['nord'], false]);
  });

  it('is not offered where it was not chosen', async () => {
    const field = await shown();
    await field.comeAgain(all.filter(({ value }) => value !== 'nord'));
    expect(field.offered()).toEqual(['Syd', 'Vest']);
  });
});

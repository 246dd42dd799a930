import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WishesView } from '../../api/reminders/contract.ts';
import { call } from '../shared/api/client.ts';
import { useView, viewOptions } from '../shared/api/queries.ts';

export type Wishes = Pick<WishesView, 'hour' | 'rhythm' | 'weekday' | 'muted'>;

export const useWishesView = () => useView('GET /api/reminders/wishes', {});

/** My reminder settings; every change is sent at once, in sequence, so that the last one counts. */
export function useWishes(view: WishesView) {
  const queries = useQueryClient();
  const [wishes, setWishes] = useState<Wishes>(() => ({
    hour: view.hour,
    rhythm: view.rhythm,
    weekday: view.weekday,
    muted: view.muted,
  }));
  const save = useMutation({
    scope: { id: 'wishes' },
    mutationFn: (body: Wishes) => call('PUT /api/reminders/wishes', { body }),
    onSuccess: (saved) => queries.setQueryData(viewOptions('GET /api/reminders/wishes', {}).queryKey, saved),
  });
  const change = (part: Partial<Wishes>) => {
    const next = { ...wishes, ...part };
    setWishes(next);
    save.mutate(next);
  };
  return { wishes, change, save, again: () => save.mutate(wishes) };
}

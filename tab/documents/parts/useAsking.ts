import { useState } from 'react';
import { useAddress } from '../../shared/address.ts';

const askings = ['submit', 'renew', 'retire'] as const;
/** An act on a document that a dialog asks about. */
export type Asking = (typeof askings)[number];

/** The open dialog of a document's page: the one pressed, or the one that the address names and the reader may do. */
export function useAsking(abilities: Readonly<Record<Asking, boolean>>) {
  const { valueOf, choose } = useAddress<'act'>();
  const [pressed, setPressed] = useState<Asking>();
  const linked = askings.find((known) => known === valueOf('act') && abilities[known]);
  return {
    asking: pressed ?? linked,
    ask: (what: Asking) => setPressed(what),
    close: () => {
      setPressed(undefined);
      if (valueOf('act')) choose({ act: '' });
    },
  };
}

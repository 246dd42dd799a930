import { useSearchParams } from 'wouter';
import { ChooseSystem } from './ChooseSystem.tsx';
import { StartDowntime } from './StartDowntime.tsx';

/** "Noget er nede": one press selects the system, the next starts the clock. */
export function StartDowntimePage() {
  const [search, setSearch] = useSearchParams();
  const assetKey = search.get('asset');
  if (!assetKey) return <ChooseSystem onChoose={(asset) => setSearch({ asset })} />;
  return <StartDowntime key={assetKey} assetKey={assetKey} />;
}

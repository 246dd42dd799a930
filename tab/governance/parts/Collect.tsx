import { useMe } from '../../shared/me.ts';
import { loadTexts } from '../../shared/texts/texts.ts';
import { late } from '../../shared/ui/late.tsx';
import type { Collected } from '../CollectPress.tsx';

const press = late<Collected>(
  async () => {
    const [file] = await Promise.all([import('../CollectPress.tsx'), loadTexts('collecting')]);
    return file.CollectPress;
  },
  { rows: 1 },
);

/** The button that adds an item to *Orientering af Byrådet* (R11); nothing for those who do not collect. */
export function Collect(props: Collected) {
  const me = useMe().data;
  return me?.abilities.informCouncil ? <press.Part {...props} /> : null;
}

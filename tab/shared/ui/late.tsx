import { useEffect, useState, type ComponentType } from 'react';
import { Skeleton } from './Skeleton.tsx';

/** A part whose code comes later. */
export interface Late<Props> {
  Part: ComponentType<Props>;
  /** Begins to fetch the code before the part is shown. */
  preload(): void;
}

/**
 * A part whose code comes when it is first shown, and grey shapes until then. Shown as soon as the code is there, where
 * React's own `lazy` would keep the shapes for 0.3 s. What cannot be fetched is thrown while rendering.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  shapes: { rows?: number; title?: boolean },
): Late<Props> {
  let there: ComponentType<Props> | undefined;
  const fetched = async () => (there = await load());

  function Part(props: Props) {
    const [, setThere] = useState(there !== undefined);
    const [failure, setFailure] = useState<{ thrown: unknown }>();
    useEffect(() => {
      // Also when it is there already: it may have come between drawing and this.
      fetched().then(
        () => setThere(true),
        (thrown: unknown) => setFailure({ thrown }),
      );
    }, []);
    if (failure) throw failure.thrown;
    const Loaded = there;
    return Loaded ? <Loaded {...props} /> : <Skeleton {...shapes} />;
  }
  return { Part, preload: () => void fetched().catch(() => undefined) };
}

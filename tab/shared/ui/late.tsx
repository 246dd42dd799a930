import { useEffect, useState, type ComponentType } from 'react';
import { Skeleton } from './Skeleton.tsx';

/** A component loaded on demand. */
export interface Late<Props> {
  Part: ComponentType<Props>;
  /** Starts loading before it is shown. */
  preload(): void;
}

/**
 * A component loaded when first shown, with placeholders until then. Shown as soon as it is loaded, where React's own
 * `lazy` would show the placeholders for 0.3 s. Failures are thrown while rendering.
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
      // Also when loaded: it may have been between render and effect.
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

/**
 * A component that appears when it is loaded, with nothing in its place before: the page does not wait for it. It is
 * left out where it cannot be had.
 */
export function later(load: () => Promise<ComponentType>, when = (work: () => void): unknown => work()): ComponentType {
  let there: ComponentType | undefined;
  return function Later() {
    const [Loaded, setLoaded] = useState(() => there);
    useEffect(() => {
      if (there) return;
      when(
        () =>
          void load().then(
            (part) => {
              there = part;
              setLoaded(() => part);
            },
            () => undefined,
          ),
      );
    }, []);
    return Loaded ? <Loaded /> : null;
  };
}

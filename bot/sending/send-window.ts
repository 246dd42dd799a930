/** How many recipients of a campaign are reserved and not concluded yet; whoever waits for that to change is told. */
export interface SendWindow {
  readonly size: number;
  readonly outstanding: number;
  enter(): void;
  leave(): void;
  /** Resolves as soon as the condition holds; it is asked again whenever somebody leaves. */
  until(condition: () => boolean): Promise<void>;
}

export function sendWindow(size: number): SendWindow {
  const waiting = new Set<{ condition(): boolean; go(): void }>();
  let outstanding = 0;
  return {
    size,
    get outstanding() {
      return outstanding;
    },
    enter: () => {
      outstanding += 1;
    },
    leave: () => {
      outstanding -= 1;
      for (const waiter of waiting)
        if (waiter.condition()) {
          waiting.delete(waiter);
          waiter.go();
        }
    },
    until: (condition) => (condition() ? Promise.resolve() : new Promise((go) => void waiting.add({ condition, go }))),
  };
}

/** Half of the window is open: time to write what became of it and to reserve more, while the other half is sent. */
export const isHalfOpen = ({ size, outstanding }: SendWindow): boolean => outstanding <= size / 2;

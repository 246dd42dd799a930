/** What the app knows of a person and the emulator does not. */
export interface PersonDescription {
  /** Role codes; everyone is at least `employee`. */
  roles: readonly string[];
  /** Name of the person's centre. */
  centre?: string;
}
export type DescribePerson = (personId: string) => PersonDescription | undefined;

/** What the app tells the control API when it runs on the desk. */
export interface ControlRegistry {
  /** Who is who; asked for every person at each `GET /emulator/people`. */
  describePeople(describe: DescribePerson): void;
  /** What "do all that is due now" means. */
  onProcess(run: () => Promise<void>): void;
  describe(personId: string): PersonDescription;
  /** Does all that is due now; false when no app has registered. */
  process(): Promise<boolean>;
}

export function createControlRegistry(): ControlRegistry {
  let describePerson: DescribePerson = () => undefined;
  let run: (() => Promise<void>) | undefined;
  return {
    describePeople: (describe) => {
      describePerson = describe;
    },
    onProcess: (work) => {
      run = work;
    },
    describe: (personId) => describePerson(personId) ?? { roles: ['employee'] },
    async process() {
      if (!run) return false;
      await run();
      return true;
    },
  };
}

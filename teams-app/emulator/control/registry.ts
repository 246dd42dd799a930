/** The app's data of a person, unknown to the emulator. */
export interface PersonDescription {
  /** Role codes; everyone is at least `employee`. */
  roles: readonly string[];
  /** Name of the person's centre. */
  centre?: string;
}
export type DescribePerson = (personId: string) => PersonDescription | undefined;

/** What the app registers with the control API. */
export interface ControlRegistry {
  /** Who is who; asked for every person at each `GET /emulator/people`. */
  describePeople(describe: DescribePerson): void;
  /** Defines "do all that is due now". */
  onProcess(run: () => Promise<void>): void;
  describe(personId: string): PersonDescription;
  /** Does all due work; false without a registered app. */
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

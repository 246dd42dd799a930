/** The annual wheel: activities that come again, and the tasks they make (R12). */
export {};

/** Courses, yearly rounds and who has taken them (R8). */
export {};

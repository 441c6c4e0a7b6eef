/** What ends at once ends within a second on a quiet machine; here two suites share the cores. */
export const SOON_MS = 3000;
